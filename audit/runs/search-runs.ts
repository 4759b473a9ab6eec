import type { EntryReader } from "../entries/entries.ts";
import { parseBeginning, type RunBeginning } from "./run-details.ts";

// What an operator remembers of a run. The snippet's text is left out: every one has `export` in it.
function searchedText({ question, reading, review, parameters, org, orgName, approval }: RunBeginning): string {
  const operations = review.operations.map((operation) => `${operation.operationId} ${operation.summary}`);
  const values = JSON.stringify(Object.values(parameters));
  return [question, reading, review.title, values, ...operations, org, orgName, approval.operator]
    .join("\n")
    .toLowerCase();
}

/** The runs of letters and digits in words: they stand in the text of a beginning as they do in what is searched of it. */
function piecesOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => word.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Names of the runs whose beginnings have all of the words, newest first. What was erased is not found. */
export function searchChains(entries: EntryReader, words: readonly string[], limit: number): readonly string[] {
  const wanted = words.map((word) => word.toLowerCase());
  const pieces = piecesOf(wanted);
  const found: string[] = [];
  for (const entry of entries.walkFirst("run-begun")) {
    if (found.length >= limit) break;
    if (entry.detail === null) continue;
    // Most have none of the words: what is not in the text is not looked for in its parts.
    const whole = entry.detail.toLowerCase();
    if (!pieces.every((piece) => whole.includes(piece))) continue;
    const text = searchedText(parseBeginning(entry.detail));
    if (wanted.every((word) => text.includes(word))) found.push(entry.chain);
  }
  return found;
}
