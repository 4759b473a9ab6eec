const link = /<([^>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"[^"]*"|[^",;\s]*))?)*)/g;
const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^",;\s]*))/i;

/** The address of `rel="next"` in a `Link` header: one header a relation, or all joined by commas. */
export function findNextLink(header: string | null): string | undefined {
  if (header === null) return undefined;
  for (const [, address, attributes] of header.matchAll(link)) {
    const match = relation.exec(attributes ?? "");
    const relations = (match?.[1] ?? match?.[2] ?? "").toLowerCase().split(/\s+/);
    if (relations.includes("next")) return address;
  }
  return undefined;
}
