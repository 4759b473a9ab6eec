import type { KeptReportRun } from "../../audit/runs/runs.ts";
import { Failure } from "../../terms/failure.ts";

/** By which columns two runs are compared. */
export interface ComparedColumns {
  /** The report's key; all columns where it has none. */
  readonly keyColumns: readonly string[];
  /** Those that both runs have. */
  readonly columns: readonly string[];
}

function columnsOf({ beginning }: KeptReportRun): readonly string[] {
  return beginning.review.columns.map((one) => one.name);
}

function noKey(run: string, column: string, columns: readonly string[]): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "the report's key", expected: `of ${columns.join(", ")}` },
    {
      found: `The rows of the run ${run} have no column ${column}, which is in the report's key.`,
      why: "Rows of two runs are paired by the key; without it every row would look new.",
      help: "Name two runs that have it, or edit the report's key: a line // Key: column, column in its text.",
    },
  );
}

/** The columns by which two runs are compared, with remarks on those of one alone. Throws `config/invalid` where a run lacks a key column. */
export function compareColumns(
  before: KeptReportRun,
  after: KeptReportRun,
  keyColumns: readonly string[],
): ComparedColumns & { readonly remarks: readonly string[] } {
  const [old, current] = [columnsOf(before), columnsOf(after)];
  for (const [{ run }, has] of [[before, old] as const, [after, current] as const]) {
    const missing = keyColumns.find((one) => !has.includes(one));
    if (missing !== undefined) throw noKey(run, missing, has);
  }
  const columns = current.filter((one) => old.includes(one));
  const onlyIn = (some: readonly string[], others: readonly string[], where: string): readonly string[] => {
    const only = some.filter((one) => !others.includes(one));
    return only.length === 0
      ? []
      : [`Only the run ${where} has the columns ${only.join(", ")}: they are not compared.`];
  };
  return {
    keyColumns: keyColumns.length === 0 ? columns : keyColumns,
    columns,
    remarks: [
      ...onlyIn(old, current, "before"),
      ...onlyIn(current, old, "after"),
      ...(keyColumns.length > 0
        ? []
        : [
            "The report has no key columns, so whole rows are compared: a row that changed is one removed and one added.",
          ]),
    ],
  };
}
