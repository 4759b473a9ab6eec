/** A count with its noun, as `1 row` and `2 rows`. */
export function many(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
