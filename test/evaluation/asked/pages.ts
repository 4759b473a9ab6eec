/** Requests that a walk over so many items takes at so many a page; an empty list is one request, too. */
export function pages(items: number, pageSize: number): number {
  return Math.max(1, Math.ceil(items / pageSize));
}
