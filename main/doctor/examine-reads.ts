import { findOperation } from "../../registry/catalogue.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import type { Exchange } from "../../terms/exchange.ts";
import type { Examined } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

const minuteMs = 60_000;

/** Lists that most questions are about, in words, each with a condition that leaves next to nothing of it to send. */
function mainLists(now: number): readonly (readonly [operationId: string, words: string, parameters: object])[] {
  const [since, until] = [now - minuteMs, now].map((at) => new Date(at).toISOString());
  return [
    ["listUsers", "users", { search: 'id eq "none"' }],
    ["listGroups", "groups", { filter: 'type eq "BUILT_IN"' }],
    ["listApplications", "apps", { filter: 'id eq "none"' }],
    ["listLogEvents", "the System Log", { since, until }],
  ];
}

/** Share of a window that is left to others by default; less than that left over means that others need it. */
const littleLeft = 0.1;

function listed(words: readonly string[]): string {
  return words.length < 3 ? words.join(" and ") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Tries a small read of each of the lists that most questions are about. */
export async function examineReads({ client, signal }: OrgVisit): Promise<Examined> {
  const read: string[] = [];
  const refused: { words: string; failure: FailureDescription }[] = [];
  for (const [operationId, words, parameters] of mainLists(Date.now())) {
    const tried = await client.read({ operationId, parameters: { ...parameters } }, signal);
    if (tried.kind === "failed") refused.push({ words, failure: tried.failure });
    else read.push(words);
  }
  const [first] = refused;
  const can = read.length === 0 ? "" : `${sentence(listed(read))} can be read`;
  if (first === undefined) return { state: "good", found: `${can}.` };
  const cannot = `${listed(refused.map((one) => one.words))} cannot`;
  return {
    state: "poor",
    found: `${read.length === 0 ? `${sentence(cannot)} be read` : `${can}; ${cannot}`}. ${first.failure.found}`,
    help: first.failure.help,
  };
}

interface SeenLimit {
  readonly bucket: string;
  readonly limit: number;
  readonly remaining: number;
}

/** The limit of each bucket as the last answer of it told. */
function limitsIn(exchanges: readonly Exchange[]): readonly SeenLimit[] {
  const seen = new Map<string, SeenLimit>();
  for (const { operationId, headers } of exchanges) {
    const bucket = findOperation(operationId)?.bucket;
    const [limit, remaining] = ["x-rate-limit-limit", "x-rate-limit-remaining"].map((name) => Number(headers[name]));
    if (bucket === undefined || limit === undefined || remaining === undefined || !(limit > 0)) continue;
    seen.set(bucket, { bucket, limit, remaining });
  }
  return [...seen.values()].toSorted((a, b) => (a.bucket < b.bucket ? -1 : 1));
}

/** Says what the answers so far have told of the org's rate limits. */
export function examineLimits(exchanges: readonly Exchange[]): Examined {
  const limits = limitsIn(exchanges);
  if (limits.length === 0)
    return { state: "poor", found: "No answer told of rate limits; Okta's usual ones are assumed." };
  const words = limits.map(({ bucket, limit }) => `${bucket} ${limit.toLocaleString("en-US")}`);
  const found = `Requests a minute: ${words.join(", ")}.`;
  const low = limits.filter(({ limit, remaining }) => remaining < limit * littleLeft).map(({ bucket }) => bucket);
  return low.length === 0
    ? { state: "good", found }
    : {
        state: "poor",
        found: `${found} Of ${listed(low)} less than a tenth is left in this minute.`,
        help: "Something else uses this credential or org up: runs will wait for it. Look under Reports > Rate Limits.",
      };
}
