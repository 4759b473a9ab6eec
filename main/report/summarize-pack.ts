import type { MatchedExceptions } from "../../reports/match-exceptions.ts";
import type { StarterReport } from "../../reports/starter-reports.ts";
import { stigRequirements } from "../../reports/stig-requirements.ts";
import type { Row } from "../../terms/cell.ts";

/** What was found of one requirement. */
export interface CheckedRequirement {
  readonly check: string;
  /** What the requirement asks for. */
  readonly asks: string;
  /**
   * `fail (accepted exception)`: all that fails are exceptions that somebody accepted; `not answered`: its report gave no answer, so
   * nothing is known of it.
   */
  readonly result: "pass" | "fail" | "fail (accepted exception)" | "not checkable" | "not answered";
  /** Objects that were looked at, those of them that fail, and those of these that are accepted exceptions. */
  readonly checked: number;
  readonly failing: number;
  readonly accepted: number;
  /** What failed, or why it could not be checked: the first of it. */
  readonly found: string;
  readonly report: string;
  /** The run with its evidence; null where there is none. */
  readonly run: string | null;
}

/** A report of a pack with what it answered. */
export interface PackAnswer {
  readonly report: StarterReport;
  /** Null where nothing was run. */
  readonly run: string | null;
  /** Undefined where it gave no answer. */
  readonly rows: readonly Row[] | undefined;
  readonly exceptions?: MatchedExceptions | undefined;
}

const shownFindings = 3;

function textOf(row: Row, column: string): string {
  const cell = row[column];
  return typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
}

/** What a row says: which object, and what was found there. */
function sayRow(row: Row): string {
  const object = ["subject", "app", "policy"].map((column) => textOf(row, column)).find((one) => one !== "") ?? "";
  const rule = textOf(row, "rule");
  return `${object}${rule === "" ? "" : `, ${rule}`}: ${[textOf(row, "what"), textOf(row, "found")].filter((one) => one !== "").join(" ")}`;
}

function sayRows(rows: readonly Row[]): string {
  const left = rows.length - shownFindings;
  return [...rows.slice(0, shownFindings).map(sayRow), ...(left > 0 ? [`${left} more`] : [])].join("; ");
}

type Judged = Pick<CheckedRequirement, "result" | "checked" | "failing" | "accepted" | "found">;

function judge(rows: readonly Row[], exceptions: ReadonlySet<Row>): Judged {
  const failing = rows.filter((row) => row["result"] === "fail");
  const open = rows.filter((row) => row["result"] !== "fail" && row["result"] !== "pass");
  const accepted = failing.filter((row) => exceptions.has(row)).length;
  const counts = { checked: rows.length, failing: failing.length, accepted };
  if (rows.length === 0) return { ...counts, result: "not checkable", found: "the org shows nothing that it is about" };
  if (failing.length > 0) {
    const result = accepted === failing.length ? "fail (accepted exception)" : "fail";
    return {
      ...counts,
      result,
      found: sayRows(failing.toSorted((a, b) => Number(exceptions.has(a)) - Number(exceptions.has(b)))),
    };
  }
  return open.length > 0
    ? { ...counts, result: "not checkable", found: sayRows(open) }
    : { ...counts, result: "pass", found: "" };
}

/** What the reports of the STIG pack found, by requirement: one that no answer speaks of is never taken for met. */
export function summarizePack(answers: readonly PackAnswer[]): readonly CheckedRequirement[] {
  return stigRequirements.flatMap(({ check, asks }) => {
    const found = answers.find(({ report }) => report.source.includes(`check: "${check}"`));
    if (found === undefined) return [];
    const { report, run, rows, exceptions } = found;
    const place = { check, asks, report: report.name };
    if (rows === undefined) {
      const nothing = { checked: 0, failing: 0, accepted: 0, found: "its report gave no answer" };
      return [{ ...place, ...nothing, result: "not answered" as const, run }];
    }
    const numbers = new Set(exceptions?.accepted.map((one) => one.row));
    const accepted = new Set(rows.filter((_, at) => numbers.has(at)));
    const own = rows.filter((row) => row["check"] === check);
    return [{ ...place, ...judge(own, accepted), run }];
  });
}
