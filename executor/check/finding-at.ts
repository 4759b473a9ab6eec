import type ts from "typescript";
import type { Finding } from "../../terms/finding.ts";

/** A finding without its place. */
export type FindingText = Omit<Finding, "line" | "column">;

/** The finding at an offset of the snippet's text. */
export function findingAt(sourceFile: ts.SourceFile, offset: number, text: FindingText): Finding {
  const { line, character } = sourceFile.getLineAndCharacterOfPosition(offset);
  return {
    code: text.code,
    line: line + 1,
    column: character + 1,
    message: text.message,
    why: text.why,
    help: text.help,
  };
}

/** At most one finding a place: the first of several at the same line and column. */
export function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ line, column }) => {
    const place = `${line}:${column}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
