import { z } from "zod";
import type { Candidate } from "../../terms/run-end.ts";
import { parseBounded } from "./json-bounds.ts";

/** One read as the guest asks for it. */
export interface AskMessage {
  readonly step: number;
  readonly operationId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly listing: number | undefined;
  readonly page: number | undefined;
  readonly unknownAllowed: boolean;
  /** A page of a list that is read to its end. */
  readonly toTheEnd: boolean;
}

/** What the guest says how it ended. `steps`: answers that it had been given. */
export type EndMessage =
  | { readonly kind: "finished"; readonly steps: number }
  | {
      readonly kind: "declined";
      readonly reason: string;
      readonly candidates: readonly Candidate[];
      readonly steps: number;
    }
  | {
      readonly kind: "threw";
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      readonly steps: number;
    }
  | { readonly kind: "bad-result"; readonly reason: string; readonly steps: number }
  | { readonly kind: "limit"; readonly limit: "noteBytes" | "resultBytes"; readonly steps: number };

/** A batch of the guest: new reads in their order, and steps whose failure is now allowed for. */
export interface AskBatch {
  readonly asks: readonly AskMessage[];
  readonly allowed: readonly number[];
}

const count = z.number().int().nonnegative();
// Added up, as the guest's runtime has them.
const Flags = { unknownAllowed: 1, toTheEnd: 2 } as const;

const ask = z.tuple([
  count,
  z.string().max(200),
  z.record(z.string(), z.unknown()),
  count.nullable(),
  count.nullable(),
  count.max(Flags.unknownAllowed + Flags.toTheEnd),
]);
const batch = z.array(z.union([ask, z.tuple([count])]));

const text = z.string().max(4_000);
const candidate = z
  .object({ id: text.optional(), name: text, status: text.optional() })
  .transform(({ id, name, status }): Candidate => ({ id, name, status }));
const end = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("finished"), steps: count }),
  z.object({ kind: z.literal("declined"), reason: text, candidates: z.array(candidate).max(50), steps: count }),
  z.object({ kind: z.literal("threw"), name: text, message: text, stack: text, steps: count }),
  z.object({ kind: z.literal("bad-result"), reason: z.string().max(100_000), steps: count }),
  z.object({ kind: z.literal("limit"), limit: z.enum(["noteBytes", "resultBytes"]), steps: count }),
]);

// Parameters are flat in Okta's API: a value is a text, a number, or a list of them. Ten thousand reads may be underway; with as
// many marks and the lists that parameters hold, an honest batch stays far below.
const bounds = { depth: 8, brackets: 200_000 };

/** A batch of the guest as data; undefined when it is not one, which only a broken or hostile guest sends. */
export function parseAsks(json: string): AskBatch | undefined {
  const parsed = batch.safeParse(parseBounded(json, bounds));
  if (!parsed.success) return undefined;
  const asks: AskMessage[] = [];
  const allowed: number[] = [];
  for (const one of parsed.data) {
    if (one.length === 1) {
      allowed.push(one[0]);
      continue;
    }
    const [step, operationId, parameters, listing, page, flags] = one;
    asks.push({
      step,
      operationId,
      parameters,
      listing: listing ?? undefined,
      page: page ?? undefined,
      unknownAllowed: (flags & Flags.unknownAllowed) !== 0,
      toTheEnd: (flags & Flags.toTheEnd) !== 0,
    });
  }
  return { asks, allowed };
}

/** The guest's end as data; undefined when it is not one. */
export function parseEnd(json: string): EndMessage | undefined {
  const parsed = end.safeParse(parseBounded(json, bounds));
  return parsed.success ? parsed.data : undefined;
}
