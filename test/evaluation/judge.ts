import type { RunReport } from "../../main/run-report.ts";

/** What a question must be answered with. Rows are compared by their key, in the columns named, whatever their order. */
export type Expected =
  | { readonly declined: true }
  | {
      readonly key: string;
      readonly columns: readonly string[];
      readonly rows: readonly Readonly<Record<string, unknown>>[];
      /** True where the question asks for an order. */
      readonly ordered?: boolean;
    };

/** How an answer stands to what was expected. `declined` is a question that should have been answered. */
export type Verdict = "right" | "rightly declined" | "declined" | "wrong" | "failed";

/** Judges one answer. The second part says what differs. */
export function judge(report: RunReport, expected: Expected): readonly [Verdict, string] {
  if (report.outcome === "failed" || report.outcome === "stopped")
    return ["failed", report.failure?.found ?? report.outcome];
  if (report.outcome === "declined")
    return ["declined" in expected ? "rightly declined" : "declined", report.declined?.reason ?? "declined"];
  if ("declined" in expected) return ["wrong", `answered with ${report.count} rows: ${report.plan?.reading ?? ""}`];
  return compare(report.rows, expected);
}

function compare(
  answered: readonly Readonly<Record<string, unknown>>[],
  { key, columns, rows, ordered }: Exclude<Expected, { readonly declined: true }>,
): readonly [Verdict, string] {
  const line = (row: Readonly<Record<string, unknown>>): string =>
    JSON.stringify([key, ...columns].map((column) => plain(row[column])));
  const lines = (list: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
    ordered === true ? list.map(line) : list.map(line).toSorted(inOrder);
  const [got, wanted] = [lines(answered), lines(rows)];
  const longer = got.length > wanted.length ? got : wanted;
  const at = longer.findIndex((_, index) => got[index] !== wanted[index]);
  if (at < 0) return ["right", ""];
  return ["wrong", `${got.length} rows for ${wanted.length}; first: ${got[at] ?? "none"} for ${wanted[at] ?? "none"}`];
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).toSorted(inOrder);
  return value ?? null;
}
