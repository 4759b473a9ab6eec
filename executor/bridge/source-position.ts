/** A place in a text: 1-based line and column. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decodeSegment(segment: string): readonly number[] {
  const values: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) !== 0) continue;
    values.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return values;
}

function mappingsOf(map: string): string {
  const parsed: unknown = JSON.parse(map);
  const mappings: unknown = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "mappings") : undefined;
  return typeof mappings === "string" ? mappings : "";
}

/** The place in the original text of a place in the generated one, by a source map of one source; undefined where it has none. */
export function originalPosition(map: string, generated: SourcePosition): SourcePosition | undefined {
  let line = 0;
  let column = 0;
  let found: SourcePosition | undefined;
  for (const [index, segments] of mappingsOf(map).split(";").entries()) {
    if (index >= generated.line) break;
    let generatedColumn = 0;
    for (const segment of segments.split(",")) {
      const [columnStep, , lineStep, originalStep] = decodeSegment(segment);
      if (columnStep === undefined || lineStep === undefined || originalStep === undefined) continue;
      generatedColumn += columnStep;
      line += lineStep;
      column += originalStep;
      const isBefore = index === generated.line - 1 && generatedColumn < generated.column;
      if (isBefore) found = { line: line + 1, column: column + 1 };
    }
  }
  return found;
}

/** The first place of the snippet's own code that a stack or an engine's message names; undefined where there is none. */
export function placeInSnippet(text: string): SourcePosition | undefined {
  const match = /file:\/\/\/snippet\.js:(\d+)(?::(\d+))?/.exec(text);
  return match === null ? undefined : { line: Number(match[1]), column: Number(match[2] ?? 1) };
}
