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

type Row = Readonly<Record<string, unknown>>;

/**
 * Judges one answer. The second part says what differs. `names`: whether columns are found by their names alone, or, where the
 * answer has none of that name, by their values too: a model may call `members` what is expected as `usersCount`.
 */
export function judge(
  report: RunReport,
  expected: Expected,
  names: "exact" | "free" = "exact",
): readonly [Verdict, string] {
  const unanswered = judgeUnanswered(report, expected);
  if (unanswered !== undefined) return unanswered;
  if ("declined" in expected) return ["wrong", `answered with ${report.count} rows: ${report.plan?.reading ?? ""}`];
  return compare(names === "exact" ? report.rows : renamed(report.rows, expected), expected);
}

/** The verdict on what has no rows; undefined where there are rows to look at. */
function judgeUnanswered(
  { outcome, failure, declined }: RunReport,
  expected: Expected,
): readonly [Verdict, string] | undefined {
  if (outcome === "failed" || outcome === "stopped") return ["failed", failure?.found ?? outcome];
  if (outcome !== "declined") return undefined;
  return ["declined" in expected ? "rightly declined" : "declined", declined?.reason ?? "declined"];
}

/** The answered rows with each missing column under the expected name, where one has the same values by the same keys. */
function renamed(answered: readonly Row[], { key, columns, rows }: ExpectedRows): readonly Row[] {
  const [first] = answered;
  if (first === undefined || answered.length !== rows.length) return answered;
  const values = (list: readonly Row[], column: string): string =>
    JSON.stringify(list.map((row) => JSON.stringify(plain(row[column]))).toSorted(inOrder));
  const keyed =
    key in first ? key : (Object.keys(first).find((one) => values(answered, one) === values(rows, key)) ?? key);
  const wanted = new Map(rows.map((row) => [row[key], row]));
  const fits = (column: string, name: string): boolean =>
    answered.every(
      (row) => JSON.stringify(plain(row[column])) === JSON.stringify(plain(wanted.get(row[keyed])?.[name])),
    );
  const missing = columns.filter((name) => !(name in first));
  const found = missing.map((name) => [name, Object.keys(first).find((one) => fits(one, name)) ?? name] as const);
  return answered.map((row) => ({
    ...row,
    [key]: row[keyed],
    ...Object.fromEntries(found.map(([name, column]) => [name, row[column]])),
  }));
}

type ExpectedRows = Exclude<Expected, { readonly declined: true }>;

function compare(answered: readonly Row[], { key, columns, rows, ordered }: ExpectedRows): readonly [Verdict, string] {
  const line = (row: Row): string => JSON.stringify([key, ...columns].map((column) => plain(row[column])));
  const lines = (list: readonly Row[]): readonly string[] =>
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
