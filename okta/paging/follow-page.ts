import type { Operation } from "../../registry/operation.ts";
import { itemsOf } from "../answers/check-body.ts";
import type { OrgAddress } from "../org-address.ts";
import { hashPage, renderCursor, type Cursor } from "./cursor.ts";
import { findNextLink } from "./link-header.ts";
import { canonicalTarget, nextTarget } from "./next-target.ts";

/** A page of a list as it came. */
export interface Page {
  readonly operation: Operation;
  readonly address: OrgAddress;
  /** Target of the list's first page, built from the parameters. */
  readonly first: string;
  /** Where this page was read. */
  readonly at: Cursor;
  readonly text: string;
  readonly body: unknown;
  /** The `Link` header. */
  readonly link: string | null;
}

/** Whether a list goes on. */
export type PageEnd =
  | { readonly kind: "last" }
  | { readonly kind: "more"; readonly cursor: string }
  /** Going on would leave a gap, repeat items, or never end. */
  | { readonly kind: "wrong"; readonly reason: string };

/** `_links.next.href` of lists that are wrapped in an object. */
function nextInBody(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("_links" in body)) return undefined;
  const { _links: links } = body;
  if (typeof links !== "object" || links === null || !("next" in links)) return undefined;
  const { next } = links;
  if (typeof next === "string") return next;
  if (typeof next !== "object" || next === null || !("href" in next)) return undefined;
  return typeof next.href === "string" ? next.href : undefined;
}

/** Queries of the System Log without an end always name a next page; what they have is read when a page is empty. */
export function endsWhenEmpty(operation: Operation): boolean {
  return operation.bucket === "/api/v1/logs";
}

/** Pages whose target is remembered: 0, 1, 2, 4, 8, … */
function isMarked(page: number): boolean {
  return Number.isInteger(Math.log2(Math.max(page, 1)));
}

/** Where the link of a page leads, seen that it leads on. */
function goOn(page: Page, link: string, isEmpty: boolean, hash: string): PageEnd {
  const { operation, address, first, at } = page;
  const next = nextTarget(operation, link, first, address);
  if ("wrong" in next) return { kind: "wrong", reason: next.wrong };
  const spelling = canonicalTarget(next.target);
  const here = canonicalTarget(at.target);
  if (spelling === here) {
    return isEmpty ? { kind: "last" } : { kind: "wrong", reason: "a page names itself as the next one" };
  }
  const mark = isMarked(at.page) ? here : at.mark;
  if (spelling === mark) return { kind: "wrong", reason: "the pages run in a circle" };
  return { kind: "more", cursor: renderCursor({ target: next.target, page: at.page + 1, mark, previous: hash }) };
}

/** Finds where a list goes on after this page. */
export function followPage(page: Page): PageEnd {
  const { operation, at, text, body } = page;
  const items = itemsOf(operation, body);
  if (items === undefined) return { kind: "last" };
  const link = operation.items === "" ? findNextLink(page.link) : (nextInBody(body) ?? findNextLink(page.link));
  if (link === undefined && at.page === 0) return { kind: "last" };
  const hash = hashPage(items, text);
  const isEmpty = items.length === 0;
  if (!isEmpty && hash === at.previous) return { kind: "wrong", reason: `page ${at.page} is the page before it again` };
  if (link === undefined || (isEmpty && endsWhenEmpty(operation))) return { kind: "last" };
  return goOn(page, link, isEmpty, hash);
}
