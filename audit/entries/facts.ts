import { z } from "zod";
import type { Attempt } from "../../terms/exchange.ts";
import type { RecordedRead } from "../../terms/recording.ts";

/** What stays readable of an entry for ever: counts, names of operations, outcomes. Never a person's value. */
type Facts = Readonly<Record<string, unknown>>;

const operationShape = z.object({ operationId: z.string(), method: z.string(), path: z.string(), effect: z.string() });

const begun = z.object({
  org: z.string(),
  planner: z.string(),
  plan: z.string().optional(),
  sample: z.number().optional(),
  buildHash: z.string(),
  approval: z.object({ operator: z.string(), how: z.string(), at: z.string() }),
  review: z.object({ reviewHash: z.string(), operations: z.array(operationShape) }),
});

const attempt = z.object({
  sentAt: z.string(),
  endedAt: z.string(),
  status: z.number().optional(),
  reason: z.string().optional(),
});

const read = z.object({
  operationId: z.string(),
  kind: z.enum(["response", "absent", "failed"]),
  bytes: z.number(),
  failure: z.object({ code: z.string() }).optional(),
  exchange: z.object({ status: z.number().optional(), attempts: z.array(attempt) }).optional(),
});

const ended = z.object({
  rowCount: z.number(),
  failure: z.object({ code: z.string() }).optional(),
});

const approved = z.object({ org: z.string(), operator: z.string(), how: z.string() });

const standing = z.object({ org: z.string(), operator: z.string(), until: z.string() });

const standingRevoked = z.object({ operator: z.string() });

const revoked = z.object({ org: z.string(), operator: z.string() });

const exchange = z.object({ status: z.number().optional(), inputTokens: z.number(), outputTokens: z.number() });

const planBegun = z.object({ planner: z.string(), operator: z.string(), conversation: z.string().optional() });

const resent = z.object({ step: z.number(), operator: z.string() });

const mark = z.object({ verdict: z.enum(["right", "wrong"]), operator: z.string() });

const planEnded = z.object({
  failure: z
    .object({ code: z.string(), details: z.object({ condition: z.string().optional() }).optional() })
    .optional(),
});

const imported = z.object({ chains: z.array(z.object({ chain: z.string() })) });

const unverified = z.object({ cells: z.number() });

const snippet = z.object({ planner: z.string() });

type AttemptFacts = Pick<Attempt, "sentAt" | "endedAt"> & { readonly status?: number | undefined };

/** What facts of a read are made of. */
interface ReadFacts extends Pick<RecordedRead, "operationId" | "kind" | "bytes" | "takenFrom"> {
  readonly failure?: { readonly code: string } | undefined;
  readonly exchange?: { readonly status?: number | undefined; readonly attempts: readonly AttemptFacts[] } | undefined;
}

/** Facts of a read: the shape that `read-sums.ts` adds up. */
export function factsOfRead({ operationId, kind, bytes, failure, exchange: sent, takenFrom }: ReadFacts): Facts {
  // A read that was taken from another run is counted by the run that sent it.
  const own = takenFrom === undefined ? sent : undefined;
  const attempts = own?.attempts ?? [];
  return {
    operationId,
    kind,
    bytes,
    requests: attempts.length,
    status: own?.status,
    from: sent?.attempts[0]?.sentAt,
    to: sent?.attempts.at(-1)?.endedAt,
    failure: failure?.code,
    rateLimited: countRateLimited(attempts),
  };
}

/** Answers of 429; undefined for none, which most reads have. */
function countRateLimited(attempts: readonly AttemptFacts[]): number | undefined {
  const count = attempts.filter(({ status }) => status === 429).length;
  return count === 0 ? undefined : count;
}

function factsOfBeginning(detail: unknown): Facts {
  const { review, approval, ...rest } = begun.parse(detail);
  return {
    ...rest,
    operator: approval.operator,
    how: approval.how,
    approvedAt: approval.at,
    operations: review.operations,
  };
}

function factsOfEnding(detail: unknown): Facts {
  const { rowCount, failure } = ended.parse(detail);
  return { rowCount, failure: failure?.code };
}

function factsOfPlanBeginning(detail: unknown): Facts {
  const { conversation, ...rest } = planBegun.parse(detail);
  return { ...rest, followUp: conversation === undefined ? undefined : true };
}

function factsOfPlanEnding(detail: unknown): Facts {
  const { failure } = planEnded.parse(detail);
  return { failure: failure?.code, condition: failure?.details?.condition };
}

// A map: the kinds of a file from elsewhere are anything, also names that every object has.
const makers: ReadonlyMap<string, (detail: unknown) => Facts> = new Map<string, (detail: unknown) => Facts>([
  ["read", (detail) => factsOfRead(read.parse(detail))],
  ["run-begun", (detail) => factsOfBeginning(detail)],
  ["run-ended", (detail) => factsOfEnding(detail)],
  ["standing-approval", (detail) => standing.parse(detail)],
  ["standing-approval-revoked", (detail) => standingRevoked.parse(detail)],
  ["approval-revoked", (detail) => revoked.parse(detail)],
  ["approval", (detail) => approved.parse(detail)],
  ["exchange", (detail) => exchange.parse(detail)],
  ["plan-begun", factsOfPlanBeginning],
  ["plan-ended", (detail) => factsOfPlanEnding(detail)],
  ["imported", (detail) => ({ chains: imported.parse(detail).chains.map(({ chain }) => chain) })],
  ["unverified", (detail) => unverified.parse(detail)],
  ["mark", (detail) => mark.parse(detail)],
  ["resent", (detail) => ({ ...resent.parse(detail), ...factsOfRead(read.parse(detail)) })],
  ["snippet", (detail) => snippet.parse(detail)],
]);

/** The public part of what is kept under that kind; nothing for kinds that have none. */
export function factsOf(kind: string, detail: object): Facts {
  return makers.get(kind)?.(detail) ?? {};
}
