import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ModelExchange } from "../../terms/model-exchange.ts";
import type { EvaluatedOrg } from "./evaluation-house.ts";

const requestShape = z.object({
  system: z.array(z.object({ text: z.string() })),
  tools: z.array(z.unknown()),
  messages: z.array(z.unknown()),
});

/** How a reading ended. */
export type ReadingEnd =
  | {
      readonly kind: "snippet";
      readonly source: string;
      readonly reading: string;
      readonly definitions: string[];
      /** What the check derived, sorted. */
      readonly operations: string[];
    }
  | {
      readonly kind: "asked-back";
      readonly question: string;
      readonly alternatives: { readonly label: string; readonly count: number | null }[];
    }
  | { readonly kind: "declined"; readonly reason: string }
  | { readonly kind: "failed"; readonly found: string };

/** How somebody who answered as the model read one question: everything that was asked and answered. */
export interface Reading {
  /** SHA-256 of the system prompt as sent. */
  readonly promptHash: string;
  readonly id: string;
  readonly question: string;
  readonly class: string;
  /** Who answered as the model. */
  readonly reader: string;
  /** The emulated org that was asked: started with these, it is the same again. */
  readonly org: EvaluatedOrg;
  /** The clock at the end of the planning, ISO 8601. */
  readonly askedAt: string;
  /** Each request in tokens (JSON characters of system, tools and messages / 3.5), and the content of its answer. */
  readonly rounds: { readonly requestTokens: number; readonly answer: unknown[] }[];
  readonly end: ReadingEnd;
  readonly verdict: string;
  readonly detail: string;
  /** Requests to the org, and those of the cheapest known way; null where none was worked out. */
  readonly calls: number;
  readonly cheapest: number | null;
  /** What was searched for in every request: logins, addresses, ids and names of users; and what was found of them. */
  readonly scan: { readonly requests: number; readonly values: number; readonly leaks: string[] };
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
  readonly seconds: number;
}

const end: z.ZodType<ReadingEnd> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("snippet"),
    source: z.string(),
    reading: z.string(),
    definitions: z.array(z.string()),
    operations: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal("asked-back"),
    question: z.string(),
    alternatives: z.array(z.strictObject({ label: z.string(), count: z.number().nullable() })),
  }),
  z.strictObject({ kind: z.literal("declined"), reason: z.string() }),
  z.strictObject({ kind: z.literal("failed"), found: z.string() }),
]);

const readingShape: z.ZodType<Reading> = z.strictObject({
  promptHash: z.string().length(64),
  id: z.string(),
  question: z.string(),
  class: z.string(),
  reader: z.string(),
  org: z.strictObject({ users: z.number(), seed: z.number(), now: z.iso.datetime(), hostileNames: z.boolean() }),
  askedAt: z.iso.datetime(),
  rounds: z.array(z.strictObject({ requestTokens: z.number(), answer: z.array(z.unknown()) })),
  end,
  verdict: z.string(),
  detail: z.string(),
  calls: z.number(),
  cheapest: z.number().nullable(),
  scan: z.strictObject({ requests: z.number(), values: z.number(), leaks: z.array(z.string()) }),
  usage: z.strictObject({ inputTokens: z.number(), outputTokens: z.number() }),
  seconds: z.number(),
});

/** The hash of the system prompt that a request was sent with. */
export function promptHashOf(system: string): string {
  return createHash("sha256").update(system).digest("hex");
}

/** The hash of the system prompt and the size in tokens of a request as it was sent. */
export function measureRequest(text: string): { readonly promptHash: string; readonly tokens: number } {
  const { system, tools, messages } = requestShape.parse(JSON.parse(text));
  const characters = JSON.stringify([system, tools, messages]).length;
  return { promptHash: promptHashOf(system.map((one) => one.text).join("")), tokens: Math.ceil(characters / 3.5) };
}

/** The content of an answer, as blocks; a broken one gives none. */
export function contentOf({ response }: ModelExchange): readonly unknown[] {
  const parsed = z.object({ content: z.array(z.unknown()) }).safeParse(JSON.parse(response));
  return parsed.success ? parsed.data.content : [];
}

/** The name of a reading's file: a question may be read once in the clean org, and once in one whose names give orders. */
function fileOf({ id, org }: Reading): string {
  return `${id}${org.hostileNames ? ".hostile" : ""}.json`;
}

/** Writes a reading into a folder, over an earlier one of the same question and org. */
export function writeReading(folder: string, reading: Reading): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, fileOf(reading)), `${JSON.stringify(reading, undefined, 2)}\n`);
}

/** All readings of a folder, by the names of their files. */
export function readReadings(folder: string): readonly Reading[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => readingShape.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))));
}
