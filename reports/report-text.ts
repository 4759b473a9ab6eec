import { Failure } from "../terms/failure.ts";

/** What stands in the text of a report: the snippet, and what its header says of it. */
export interface ReportText {
  readonly question?: string | undefined;
  /** What it is about, as one word: `mfa`, `access`. */
  readonly area?: string | undefined;
  /** Columns that together identify a row. */
  readonly keyColumns: readonly string[];
  /** The snippet without the header: what is checked, reviewed and hashed. */
  readonly source: string;
}

const headerLine = /^\/\/ ([A-Z][a-z]+): (.+)$/;
const words = ["Question", "Area", "Key"];

function unknownWord(word: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: `// ${word}:`, expected: words.join(", ") },
    {
      found: `The report's header has a line for ${word}, which means nothing.`,
      why: "A mistyped word would be left out in silence.",
      help: `Write ${words.map((one) => `// ${one}: …`).join(", ")}, or leave the line out.`,
    },
  );
}

/**
 * A report's text as it stands in a `.ts` file: lines `// Question: …`, `// Area: …`, `// Key: column, column`, each of them
 * optional, a blank line, then the snippet. Throws `config/invalid` for another word in the header.
 */
export function parseReportText(text: string): ReportText {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const header = new Map<string, string>();
  let at = 0;
  for (let found = headerLine.exec(lines[at] ?? ""); found !== null; found = headerLine.exec(lines[at] ?? "")) {
    const [, word = "", value = ""] = found;
    if (!words.includes(word)) throw unknownWord(word);
    header.set(word, value.trim());
    at += 1;
  }
  if (at > 0 && lines[at]?.trim() === "") at += 1;
  const keys = header.get("Key");
  return {
    question: header.get("Question"),
    area: header.get("Area"),
    keyColumns: keys === undefined ? [] : keys.split(",").map((one) => one.trim()),
    source: lines.slice(at).join("\n"),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** A report as the text of a `.ts` file. `parseReportText` gives the same report back. */
export function renderReportText({ question, area, keyColumns, source }: ReportText): string {
  const header = [
    ...(question === undefined || oneLine(question) === "" ? [] : [`// Question: ${oneLine(question)}`]),
    ...(area === undefined ? [] : [`// Area: ${area}`]),
    ...(keyColumns.length === 0 ? [] : [`// Key: ${keyColumns.join(", ")}`]),
  ];
  return header.length === 0 ? source : `${header.join("\n")}\n\n${source}`;
}

/** The title in a snippet's text, for a list; the text itself where it has none that can be seen. */
export function titleIn(source: string): string {
  const [, , title] = /^export const title\s*=\s*(["'`])(.*)\1;?\s*$/m.exec(source) ?? [];
  return title ?? "(no title)";
}
