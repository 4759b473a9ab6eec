import { z } from "zod";
import type { Definition } from "../terms/definition.ts";
import { Failure } from "../terms/failure.ts";
import type { ParameterValues } from "../terms/snippet.ts";

/** What stands in the text of a report: the snippet, and what its header says of it. */
export interface ReportText {
  /** What it answers, in the words of whoever asked. */
  readonly question?: string | undefined;
  /** What it is about, as one word: `mfa`, `access`. */
  readonly area?: string | undefined;
  /** Columns that together identify a row: what two runs are compared by. */
  readonly keyColumns: readonly string[];
  /** Values that stand in place of the snippet's own defaults. */
  readonly parameters: ParameterValues;
  /** The org's own words that it uses. */
  readonly definitions: readonly Definition[];
  /** The snippet without the header: what is checked, reviewed and hashed. */
  readonly source: string;
}

const parameterValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  z.array(z.number()),
]);

/** Values of parameters in a file. */
export const parametersShape: z.ZodType<ParameterValues> = z.record(z.string(), parameterValue);

/** A word with its meaning in a file. */
export const definitionShape: z.ZodType<Definition> = z.strictObject({
  name: z.string(),
  version: z.number(),
  meaning: z.string(),
});

const headerLine = /^\/\/ ([A-Z][a-z]+): (.+)$/;
const words = ["Question", "Area", "Key", "Params", "Words"];

function badHeader(found: string, why: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "the report's header", expected: words.join(", ") },
    { found, why, help: `Write ${words.map((one) => `// ${one}: …`).join(", ")}, or leave the line out.` },
  );
}

function readJson<T>(word: string, text: string | undefined, shape: z.ZodType<T>, absent: T): T {
  if (text === undefined) return absent;
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw badHeader(`The report's header line for ${word} cannot be read as JSON of its kind.`, "It was edited.");
  }
}

/**
 * A report's text as it stands in a `.ts` file: lines `// Question: …`, `// Area: …`, `// Key: column, column`, each of them
 * optional, a blank line, then the snippet. An export may also have `// Params: {…}` (values in place of the defaults) and
 * `// Words: […]` (the org's own words), as JSON. Throws `config/invalid` for another word in the header.
 */
export function parseReportText(text: string): ReportText {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const header = new Map<string, string>();
  let at = 0;
  for (let found = headerLine.exec(lines[at] ?? ""); found !== null; found = headerLine.exec(lines[at] ?? "")) {
    const [, word = "", value = ""] = found;
    if (!words.includes(word)) {
      throw badHeader(
        `The report's header has a line for ${word}, which means nothing.`,
        "A mistyped word would be left out in silence.",
      );
    }
    header.set(word, value.trim());
    at += 1;
  }
  if (at > 0 && lines[at]?.trim() === "") at += 1;
  const keys = header.get("Key");
  return {
    question: header.get("Question"),
    area: header.get("Area"),
    keyColumns: keys === undefined ? [] : keys.split(",").map((one) => one.trim()),
    parameters: readJson("Params", header.get("Params"), parametersShape, {}),
    definitions: readJson("Words", header.get("Words"), z.array(definitionShape), []),
    source: lines.slice(at).join("\n"),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** A report as the text of a `.ts` file. `parseReportText` gives the same report back. */
export function renderReportText({ question, area, keyColumns, parameters, definitions, source }: ReportText): string {
  const header = [
    ...(question === undefined || oneLine(question) === "" ? [] : [`// Question: ${oneLine(question)}`]),
    ...(area === undefined ? [] : [`// Area: ${area}`]),
    ...(keyColumns.length === 0 ? [] : [`// Key: ${keyColumns.join(", ")}`]),
    ...(Object.keys(parameters).length === 0 ? [] : [`// Params: ${JSON.stringify(parameters)}`]),
    ...(definitions.length === 0 ? [] : [`// Words: ${JSON.stringify(definitions)}`]),
  ];
  return header.length === 0 ? source : `${header.join("\n")}\n\n${source}`;
}

/** The title in a snippet's text, for a list; a remark where it has none. */
export function titleIn(source: string): string {
  const [, , title] = /^export const title\s*=\s*(["'`])(.*)\1;?\s*$/m.exec(source) ?? [];
  return title ?? "(no title)";
}
