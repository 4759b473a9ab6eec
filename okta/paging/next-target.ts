import type { Operation } from "../../registry/operation.ts";
import type { OrgAddress } from "../org-address.ts";

/** Parameters by which Okta says where a list goes on. */
const cursorNames = new Set(["after", "cursor", "before", "page", "pageToken", "skip", "limit"]);

/** Parameters that say which items are in a list, or what an item holds: one of these that nobody asked for changes the answer. */
const decidingNames = new Set(["filter", "search", "q", "expand", "fields"]);

/** What became of a link: where to go on, or why that place cannot be trusted. */
export type NextTarget = { readonly target: string } | { readonly wrong: string };

type Pairs = readonly (readonly [name: string, raw: string, value: string])[];

function decode(raw: string): string {
  if (!raw.includes("%") && !raw.includes("+")) return raw;
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return raw;
  }
}

/** What stands behind the first question mark: a query may hold further ones, and what stands behind one counts. */
function queryOf(target: string): string {
  return target.split("?").slice(1).join("?");
}

/** The pairs of a query, as written and as meant. */
function pairsOf(target: string): Pairs {
  return queryOf(target)
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      const name = decode(at === -1 ? pair : pair.slice(0, at));
      return [name, pair, decode(at === -1 ? "" : pair.slice(at + 1))] as const;
    });
}

/** The same target in one spelling: order and encoding of the query do not matter. */
export function canonicalTarget(target: string): string {
  const pairs = pairsOf(target).map(([name, , value]) => JSON.stringify([name, value]));
  return [target.split("?", 1)[0], ...pairs.toSorted()].join(" ");
}

function isSame(asked: string, given: string): boolean {
  if (asked.replaceAll(/\s+/g, " ").trim() === given.replaceAll(/\s+/g, " ").trim()) return true;
  const time = Date.parse(asked);
  return !Number.isNaN(time) && /^\d{4}-\d\d-\d\d/.test(asked) && time === Date.parse(given);
}

function isHarmlessAddition(operation: Operation, name: string, value: string): boolean {
  if (cursorNames.has(name)) return true;
  // Realms are listed by a search that Okta writes itself; it selects everything.
  if (name === "search" && value === "id pr") return true;
  return !decidingNames.has(name) && operation.parameters.some((one) => one.in === "query" && one.name === name);
}

function resolveLink(link: string, address: OrgAddress): URL | undefined {
  const url = URL.parse(link, address.origin);
  if (url === null) return undefined;
  const isOrg = url.origin === address.origin || url.origin === address.adminOrigin;
  return isOrg && url.username === "" && url.password === "" ? url : undefined;
}

/** The link as written, on the path of the list: `url.search` would re-encode, and a cursor is sent back exactly as it came. */
function targetOf(link: string, path: string): string {
  const query = queryOf(link.split("#", 1)[0] ?? "");
  return query === "" ? path : `${path}?${query}`;
}

/** What differs between the first request and a next one in a way that would change the list; undefined where nothing does. */
function findChange(operation: Operation, asked: Pairs, given: Pairs): string | undefined {
  const names = new Set(asked.map(([name]) => name));
  for (const [name, , value] of given) {
    if (!names.has(name)) {
      if (!isHarmlessAddition(operation, name, value)) return `a ${name} that was not asked for`;
    } else if (!cursorNames.has(name) && !asked.some(([other, , before]) => other === name && isSame(before, value))) {
      return `another ${name} than was asked for`;
    }
  }
  return undefined;
}

/**
 * The next target of a list: the link as Okta wrote it, on the org's own host, with the parameters of the first request that Okta
 * left out of it put back. A link to another host or path, or with a filter that was not asked for, is not followed.
 */
export function nextTarget(operation: Operation, link: string, first: string, address: OrgAddress): NextTarget {
  const url = resolveLink(link, address);
  if (url === undefined) return { wrong: "the next page is said to be on another host" };
  const path = first.split("?", 1)[0] ?? "";
  if (decode(url.pathname) !== decode(path)) return { wrong: "the next page is said to be of another list" };
  const target = targetOf(link, path);
  const given = pairsOf(target);
  const asked = pairsOf(first);
  const change = findChange(operation, asked, given);
  if (change !== undefined) return { wrong: `the next page has ${change}` };
  const names = new Set(given.map(([name]) => name));
  const missing = asked.filter(([name]) => !names.has(name)).map(([, raw]) => raw);
  if (missing.length === 0) return { target };
  return { target: `${target}${target.includes("?") ? "&" : "?"}${missing.join("&")}` };
}
