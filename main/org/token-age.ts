import type { TokenFacts } from "./read-token-facts.ts";
import { dayMs } from "../../terms/day-ms.ts";

/** What to do about an API token that is old. */
export const replaceToken =
  "Make a new one and revoke it: whoever has a copy can use it until then. A service app needs no such token: attest setup.";

function daysOld({ createdAt }: TokenFacts, nowMs: number): number {
  return Math.floor((nowMs - Date.parse(createdAt)) / dayMs);
}

/** How old an API token is, as `"name" was made 41 days ago, on 2026-05-01`. */
export function sayTokenAge(token: TokenFacts, nowMs: number): string {
  return `"${token.name}" was made ${daysOld(token, nowMs)} days ago, on ${token.createdAt.slice(0, 10)}`;
}

/** True from so many days on. */
export function isOldToken(token: TokenFacts, mostDays: number, nowMs: number): boolean {
  return daysOld(token, nowMs) >= mostDays;
}
