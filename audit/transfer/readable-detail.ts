import { z } from "zod";
import { factsOf } from "../entries/facts.ts";
import { parseRead } from "../entries/read-detail.ts";
import { parseBeginning, parseEnding } from "../runs/run-details.ts";
import type { RunFileEntry } from "./run-file.ts";

const texts = z.array(z.string());
const named = z.looseObject({ name: z.string() });
const origin = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.enum(["direct", "computed", "count"]), fields: texts, chosenBy: texts }),
  z.looseObject({ kind: z.literal("chosen"), chosenBy: texts }),
  z.looseObject({ kind: z.literal("parameter"), names: texts }),
  z.looseObject({ kind: z.literal("literal") }),
  z.looseObject({ kind: z.literal("unknown"), why: z.string(), seen: texts }),
]);

// What a run of this data folder has by type, a run out of a file has to show: it may be of anyone's making.
const review = z.looseObject({
  title: z.string(),
  snippet: z.string(),
  parameters: z.looseObject({}),
  operations: z.array(
    z.looseObject({
      operationId: z.string(),
      method: z.string(),
      path: z.string(),
      effect: z.enum(["read", "secret", "write", "destructive"]),
      scopes: texts,
      summary: z.string(),
    }),
  ),
  filters: z.array(
    z.looseObject({ evaluated: z.enum(["okta", "here"]), text: z.string(), words: z.string().optional() }),
  ),
  columns: z.array(z.looseObject({ name: z.string(), origin })),
  own: z.record(z.string(), z.looseObject({ instead: texts, within: texts })).optional(),
  selectedBy: texts,
  askedBy: texts,
  caveats: z.array(z.looseObject({ id: z.string(), operationId: z.string(), text: z.string() })),
  definitions: z.array(named.extend({ version: z.number(), meaning: z.string() })),
  price: z.looseObject({ because: texts }),
  warnings: texts,
  reviewHash: z.string(),
});

const numbers = z.record(z.string(), z.number());
const strings = z.record(z.string(), z.string());
const beginning = z.looseObject({
  review,
  versions: strings,
  limits: numbers,
  approval: z.looseObject({ operator: z.string(), at: z.string(), how: z.string(), limits: numbers }),
});
const failure = z.looseObject({ code: z.string(), found: z.string(), why: z.string(), help: z.string() });
const ending = z.looseObject({
  failure: failure.optional(),
  declined: z.looseObject({ reason: z.string(), candidates: z.array(named) }).optional(),
});
const mark = z.looseObject({ note: z.string().optional() });
const read = z.looseObject({ failure: failure.optional() });

/** Facts that Attest did not write down from the start, by kind: what was kept before it did is as good. */
const laterFacts: ReadonlyMap<string, readonly string[]> = new Map([
  ["read", ["failure", "rateLimited"]],
  ["run-begun", ["plan"]],
  ["plan-begun", ["followUp"]],
  ["plan-ended", ["failure", "condition"]],
]);

function withoutLater(kind: string, facts: string): string {
  const later = laterFacts.get(kind) ?? [];
  const kept = Object.entries(z.looseObject({}).parse(JSON.parse(facts))).filter(([name]) => !later.includes(name));
  return JSON.stringify(Object.fromEntries(kept));
}

function parseTexts({ kind, facts, detail: salted, bodyHash }: RunFileEntry): void {
  const detail = salted.text;
  const value: unknown = JSON.parse(detail);
  // The facts are worked out of the detail, so that neither can say what the other does not.
  const expected = JSON.stringify(factsOf(kind, z.looseObject({}).parse(value)));
  if (facts !== expected && facts !== withoutLater(kind, expected))
    throw new TypeError("facts that do not follow from the text");
  switch (kind) {
    case "run-begun":
      parseBeginning(detail);
      beginning.parse(value);
      return;
    case "run-ended":
      parseEnding(detail, bodyHash);
      ending.parse(value);
      return;
    case "mark":
      mark.parse(value);
      return;
    case "read":
      parseRead(detail, bodyHash);
      read.parse(value);
  }
}

/** Whether the text of an entry is one that this version of Attest could have written and can show. */
export function isReadable(entry: RunFileEntry): boolean {
  try {
    parseTexts(entry);
    return true;
  } catch {
    return false;
  }
}
