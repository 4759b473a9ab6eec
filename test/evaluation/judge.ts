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
  if (report.outcome === "declined") {
    const said = report.declined?.reason ?? "declined";
    return ["declined" in expected ? "rightly declined" : "declined", said];
  }
  if ("declined" in expected) return ["wrong", `answered with ${report.count} rows: ${report.plan?.reading ?? ""}`];
  const columns = [expected.key, ...expected.columns];
  const line = (row: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(columns.map((column) => plain(row[column])));
  const [got, wanted] = [report.rows.map(line), expected.rows.map(line)];
  if (expected.ordered !== true) for (const list of [got, wanted]) list.sort();
  const at = Array.from({ length: Math.max(got.length, wanted.length) }).findIndex(
    (_, index) => got[index] !== wanted[index],
  );
  if (at < 0) return ["right", ""];
  return ["wrong", `${got.length} rows for ${wanted.length}; first: ${got[at] ?? "none"} for ${wanted[at] ?? "none"}`];
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.toSorted();
  return value === undefined ? null : value;
}
