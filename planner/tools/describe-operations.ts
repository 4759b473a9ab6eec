import { z } from "zod";
import { caveatsOf } from "../../registry/caveats.ts";
import { findOperation } from "../../registry/catalogue.ts";
import { languageOf } from "../../registry/filters/filter-languages.ts";
import { languageInBrief } from "../../registry/filters/language-in-brief.ts";
import { noteOf } from "../../registry/notes.ts";
import { snippetParameters } from "../../registry/parameters.ts";
import { searchOperations } from "../../registry/search.ts";
import { object, type PlannerTool, say } from "./tool.ts";

interface Described {
  readonly operationIds: string[];
  readonly paths: string[];
}

const input: z.ZodType<Described> = z.strictObject({
  operationIds: z.array(z.string()).describe("Up to 8 ids from find_operations."),
  paths: z
    .array(z.string())
    .describe("Deeper places whose type was cut, as 'listUsers credentials.provider'. Empty at first."),
});

const most = 8;

function nearest(operationId: string): string {
  const near = searchOperations(operationId, 3).map((one) => one.operation.operationId);
  return `There is no operation ${operationId}.${near.length === 0 ? "" : ` Near to it: ${near.join(", ")}.`}`;
}

/** What each of an operation's `search`, `filter` and `q` takes. */
function filtersOf(operationId: string): readonly string[] {
  const operation = findOperation(operationId);
  if (operation === undefined) return [];
  return snippetParameters(operation).flatMap(({ name }) => {
    const language = languageOf(operationId, name);
    return language === undefined ? [] : [`${name}: ${languageInBrief(language)}.`];
  });
}

/** Notes of each operation; a sentence that several share stands at the first alone. */
function notesOn(operationIds: readonly string[]): readonly string[] {
  const said = new Set<string>();
  return operationIds.flatMap((operationId) => {
    const texts = [
      noteOf(operationId) ?? "",
      ...filtersOf(operationId),
      ...caveatsOf(operationId).map((caveat) => caveat.text),
    ];
    const fresh = texts.filter((text) => text !== "" && !said.has(text));
    for (const text of fresh) said.add(text);
    return fresh.length === 0 ? [] : [`${operationId}: ${fresh.join(" ")}`];
  });
}

/** Gives types and notes of operations. */
export const describeOperations: PlannerTool<Described> = {
  name: "describe_operations",
  description: "TypeScript types and notes of operations, as the snippet will see them. Ask before you use one.",
  input,
  progress: ({ operationIds }) => `reading ${operationIds.join(", ")}`,
  use: async ({ operationIds, paths }, { describe, words }) => {
    const missing = operationIds.filter((one) => findOperation(one) === undefined);
    const known = operationIds.filter((one) => !missing.includes(one)).slice(0, most);
    if (known.length === 0 && paths.length === 0)
      return object(missing.map(nearest).join("\n") || "Name at least one operation.");
    const notes = notesOn(known);
    const parts = [
      await describe(known, paths, words),
      ...(notes.length === 0 ? [] : [`Notes:\n${notes.join("\n")}`]),
      ...missing.map(nearest),
    ];
    return say(parts.join("\n\n"));
  },
};
