import type { Answer } from "./answer.ts";
import { answerText } from "./answer.ts";
import type { Call } from "./call.ts";
import { invalid, oktaError } from "./okta-error.ts";

/** How an endpoint pages. */
export interface PageRules {
  readonly defaultLimit: number;
  readonly maxLimit: number;
  /** Query parameters that come back in `self` and `next`, in this order; the others are dropped, as Okta drops them. */
  readonly keep: readonly string[];
  /** What stands before the id in a cursor. */
  readonly cursorPrefix?: string;
}

/** A list to walk, by position. */
export interface Walk {
  readonly size: number;
  readonly idAt: (position: number) => string;
  /** Position of an id, or -1. */
  readonly positionOf: (id: string) => number;
  readonly textAt: (position: number) => string;
  /** Absent: every position matches. */
  readonly matches?: (position: number) => boolean;
}

/** The link target of a page: Okta's order of parameters and its encoding (blanks as `+`). */
function pageHref(call: Call, after: string | undefined, limit: number, keep: readonly string[]): string {
  const query = new URLSearchParams();
  if (after !== undefined) query.set("after", after);
  query.set("limit", String(limit));
  for (const name of keep) {
    const value = call.query.get(name);
    if (value !== null) query.set(name, value);
  }
  return `${call.org.origin}${call.path}?${query.toString()}`;
}

/** The page size asked for, held to the maximum; an error where it is no size. */
export function limitOf(call: Call, rules: Pick<PageRules, "defaultLimit" | "maxLimit">): number | Answer {
  const asked = call.query.get("limit");
  if (asked === null || asked === "") return rules.defaultLimit;
  const limit = Number(asked);
  if (!Number.isInteger(limit) || limit < 1)
    return invalid("limit", "limit: The limit must be a positive whole number.");
  if (limit > rules.maxLimit && call.settings.overLimit === "refuse") {
    return invalid("limit", `limit: The limit must not exceed ${rules.maxLimit}.`);
  }
  return Math.min(limit, rules.maxLimit);
}

function startOf(call: Call, rules: PageRules, walk: Walk): number | Answer {
  const after = call.query.get("after");
  if (after === null || after === "") return 0;
  const prefix = rules.cursorPrefix ?? "";
  const position = after.startsWith(prefix) ? walk.positionOf(after.slice(prefix.length)) : -1;
  return position < 0 ? oktaError(400, "E0000029", "Invalid paging request.") : position + 1;
}

interface Cut {
  readonly texts: readonly string[];
  readonly lastId: string;
  readonly more: boolean;
}

function cut(walk: Walk, start: number, limit: number): Cut {
  const texts: string[] = [];
  let lastId = "";
  for (let position = start; position < walk.size; position += 1) {
    if (walk.matches !== undefined && !walk.matches(position)) continue;
    if (texts.length === limit) return { texts, lastId, more: true };
    texts.push(walk.textAt(position));
    lastId = walk.idAt(position);
  }
  return { texts, lastId, more: false };
}

/** Answers one page of a list with its Link headers: `self` first, then `next` where there is more. */
export function answerPage(call: Call, rules: PageRules, walk: Walk): Answer {
  const limit = limitOf(call, rules);
  if (typeof limit !== "number") return limit;
  const start = startOf(call, rules, walk);
  if (typeof start !== "number") return start;
  const { texts, lastId, more } = cut(walk, start, limit);
  const asked = call.query.get("after") ?? undefined;
  const link = [`<${pageHref(call, asked, limit, rules.keep)}>; rel="self"`];
  const promised = more || (call.endsEmpty === true && texts.length > 0);
  if (promised) link.push(`<${pageHref(call, `${rules.cursorPrefix ?? ""}${lastId}`, limit, rules.keep)}>; rel="next"`);
  return answerText(`[${texts.join(",")}]`, { link });
}

/** A walk over objects that are at hand; `id` names the property that a cursor holds. */
export function walkOver(items: readonly { readonly id: string; readonly text: () => string }[]): Walk {
  return {
    size: items.length,
    idAt: (position) => items[position]?.id ?? "",
    positionOf: (id) => items.findIndex((item) => item.id === id),
    textAt: (position) => items[position]?.text() ?? "null",
  };
}
