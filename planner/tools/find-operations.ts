import { z } from "zod";
import { summaryOf } from "../../registry/notes.ts";
import { everydayReads, searchOperations } from "../../registry/search.ts";
import { object, type PlannerTool, say } from "./tool.ts";

interface Searched {
  readonly words: string;
}

const input: z.ZodType<Searched> = z.strictObject({ words: z.string().describe("A few words: what is to be read.") });

/** Operations that fit some words, one a line: id, what it reads, and its effect where it is no plain read. */
export function listFitting(words: string, limit: number): readonly string[] {
  return searchOperations(words, limit).map(({ operation: { operationId, effect } }) => {
    const mark = effect === "read" ? "" : ` [${effect}: not allowed]`;
    return `${operationId}${mark}: ${summaryOf(operationId)}`;
  });
}

/**
 * Reads that fit a question, at most `limit`, one a line, and after them the lists that most questions begin with: "who can get
 * into Figma" has no word of Okta's. Writes are left out: their many near names would crowd out what can be used. A question
 * that names a person by login or id (`<login1>`, `<id1>`) needs `getUser`, whatever its other words are.
 */
export function listFittingReads(question: string, limit: number): readonly string[] {
  const reads = searchOperations(question, limit * 4)
    .filter(({ operation }) => operation.effect === "read")
    .map(({ operation }) => operation.operationId);
  const needed = /<(?:login|id)\d+>/.test(question) ? ["getUser"] : [];
  const fitting = [...new Set([...needed, ...reads])].slice(0, limit);
  return [...new Set([...fitting, ...everydayReads])].map((one) => `${one}: ${summaryOf(one)}`);
}

/** Searches the registry. */
export const findOperations: PlannerTool<Searched> = {
  name: "find_operations",
  description: "Search Okta's API for operations by words. Gives ids with one line each.",
  input,
  progress: ({ words }) => `searching operations for "${words}"`,
  use: async ({ words }) => {
    const lines = listFitting(words, 12);
    return lines.length === 0 ? object("No operation fits these words. Try Okta's own nouns.") : say(lines.join("\n"));
  },
};
