import { randomBytes } from "node:crypto";
import type { KeptStanding } from "../audit/books/standing-book.ts";
import { dayMs } from "../terms/day-ms.ts";
import type { Review } from "../terms/review.ts";
import type { StandingApproval } from "../terms/standing-approval.ts";
import { Failure } from "../terms/failure.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";

/** Scopes of what no standing approval covers: the System Log is about people's every step. */
const neverCovered: ReadonlySet<string> = new Set(["okta.logs.read"]);
const mostCalls = 10_000;
const mostDays = 90;

/** Bounds of a standing approval, as an operator gives them. */
export interface StandingBounds {
  readonly scopes: readonly string[];
  /** Requests of one run, at the most. */
  readonly calls: number;
  readonly days: number;
}

function notAllowed(found: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "--standing", expected: "scopes that only read, calls and days" },
    {
      found,
      why: "What runs without being asked for has to be bounded, so nothing was approved.",
      help: `Name scopes such as okta.users.read with --scopes, at most ${mostCalls} requests with --calls, and at most ${mostDays} days with --days.`,
    },
  );
}

function checkBounds({ scopes, calls, days }: StandingBounds): void {
  if (scopes.length === 0) throw notAllowed("A standing approval without scopes covers nothing.");
  const wrong = scopes.find((scope) => !/^okta\.[A-Za-z.]+\.read$/.test(scope) || neverCovered.has(scope));
  if (wrong !== undefined) throw notAllowed(`The scope ${JSON.stringify(wrong)} cannot stand approved.`);
  if (!(calls >= 1 && calls <= mostCalls)) throw notAllowed(`${calls} requests of one run cannot stand approved.`);
  if (!(days > 0 && days <= mostDays)) throw notAllowed(`${days} days are no time for which it can stand.`);
}

/** Lets what is asked on the org in use run unasked, within those bounds. Throws `config/invalid` for bounds that are none. */
export async function approveStanding(house: House, bounds: StandingBounds): Promise<StandingApproval> {
  checkBounds(bounds);
  const org = await house.org();
  const now = Date.now();
  const standing: StandingApproval = {
    id: randomBytes(4).toString("hex"),
    org: org.address.origin,
    operator: operatorName(),
    at: new Date(now).toISOString(),
    until: new Date(now + bounds.days * dayMs).toISOString(),
    scopes: [...new Set(bounds.scopes)].toSorted(),
    calls: bounds.calls,
  };
  await house.journal().standing.save(standing);
  return standing;
}

function covers({ scopes, calls }: StandingApproval, { operations, price }: Review): boolean {
  const isWithin = operations.every(
    (one) =>
      one.effect === "read" &&
      // What names no scope cannot be said to be within any.
      one.scopes.length > 0 &&
      one.scopes.every((scope) => scopes.includes(scope) && !neverCovered.has(scope)),
  );
  return isWithin && (price.calls ?? 0) <= calls;
}

/** The standing approval that covers a review on that org now; undefined where none does. */
export function findStanding(house: House, review: Review, org: string): KeptStanding | undefined {
  const now = new Date().toISOString();
  return house
    .journal()
    .standing.list()
    .find((one) => one.org === org && one.revoked === undefined && now < one.until && covers(one, review));
}

/** Standing approvals, newest first, those that ended or were taken back among them. */
export function listStanding(house: House): readonly KeptStanding[] {
  return house.journal().standing.list();
}

/** Takes a standing approval back; gives it. Throws `journal/not-found`. */
export async function revokeStanding(house: House, id: string): Promise<KeptStanding> {
  const standing = house.journal().standing.get(id);
  if (standing.revoked === undefined)
    await house.journal().standing.revoke(standing.id, { operator: operatorName(), at: new Date().toISOString() });
  return standing;
}
