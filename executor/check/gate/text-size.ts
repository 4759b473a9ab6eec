import type { FindingText } from "../finding-at.ts";

/** Largest snippet: what a person can read before approving. */
const mostBytes = 32 * 1024;
const mostLines = 200;
/** Longer than models are told to write, shorter than what could hide something at the far right. */
const longestLine = 240;
const longestBlankRun = 5;

/** A finding of the text alone, before anything is parsed. */
export type SizeProblem = FindingText & { readonly line: number; readonly column: number };

const why = "The text is what an operator reads and approves; all of it must be seen.";

/** What is wrong with the size of a text. Run before it is parsed, since parsing is what a huge text makes costly. */
export function checkTextSize(source: string): readonly SizeProblem[] {
  const bytes = Buffer.byteLength(source, "utf8");
  if (bytes > mostBytes) {
    return [
      {
        code: "gate/too-large",
        line: 1,
        column: 1,
        message: `The snippet has ${bytes} bytes, more than ${mostBytes}.`,
        why,
        help: "Ask for less at once, or move long lists of values into params.",
      },
    ];
  }
  const lines = source.split("\n");
  if (lines.length > mostLines + 1) {
    return [
      {
        code: "gate/too-large",
        line: mostLines + 1,
        column: 1,
        message: `The snippet has ${lines.length} lines, more than ${mostLines}.`,
        why,
        help: "Ask for less at once.",
      },
    ];
  }
  return [...longLines(lines), ...blankRuns(lines)];
}

function longLines(lines: readonly string[]): readonly SizeProblem[] {
  return lines.flatMap((line, index) =>
    line.length <= longestLine
      ? []
      : [
          {
            code: "gate/long-line",
            line: index + 1,
            column: longestLine + 1,
            message: `This line has ${line.length} characters, more than ${longestLine}.`,
            why,
            help: "Break the line.",
          },
        ],
  );
}

function blankRuns(lines: readonly string[]): readonly SizeProblem[] {
  let run = 0;
  return lines.flatMap((line, index) => {
    run = line.trim() === "" ? run + 1 : 0;
    if (run !== longestBlankRun + 1) return [];
    return [
      {
        code: "gate/blank-run",
        line: index + 1,
        column: 1,
        message: `More than ${longestBlankRun} blank lines stand here.`,
        why,
        help: "Take the blank lines out.",
      },
    ];
  });
}
