import { listOperations } from "../../registry/catalogue.ts";
import type { Operation } from "../../registry/operation.ts";

/** How many segments of a template are parameters: of two templates that a path fits, the one with fewer is meant. */
function holes({ path }: Operation): number {
  return path.split("{").length;
}

function fitsTemplate(segments: readonly string[], { path }: Operation): boolean {
  const wanted = path.split("/");
  return (
    wanted.length === segments.length &&
    wanted.every((one, index) => (one.includes("{") ? segments[index] !== "" : one === segments[index]))
  );
}

/**
 * The operationId of a method and a path template, a path or a whole address; undefined where the catalogue has none.
 * `GET https://acme.okta.com/api/v1/users/00u1?expand=blocks` is `getUser`.
 */
export function operationAt(method: string, place: string): string | undefined {
  const all = listOperations().filter((one) => one.method === method.toUpperCase());
  const path = place
    .replace(/^https?:\/\/[^/]+/, "")
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "");
  const exact = all.find((one) => one.path === path);
  if (exact !== undefined) return exact.operationId;
  const segments = path.split("/");
  return all.filter((one) => fitsTemplate(segments, one)).toSorted((a, b) => holes(a) - holes(b))[0]?.operationId;
}
