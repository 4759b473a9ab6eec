import { parseRows } from "../../audit/entries/canonical-rows.ts";
import type { KeptRun } from "../../audit/runs/runs.ts";
import type { Row } from "../../terms/cell.ts";
import { Failure } from "../../terms/failure.ts";
import type { Column } from "../../terms/origin.ts";
import type { House } from "../house.ts";

function missing(what: string, name: string, found: string, help: string): Failure<"journal/not-found"> {
  return new Failure("journal/not-found", { what, name }, { found, why: "There is nothing to trace.", help });
}

/** The rows of an ended run. Throws `journal/not-found` where it has none. */
export function keptRows(house: House, kept: KeptRun): readonly Row[] {
  const hash = kept.ending?.rowsHash;
  if (hash === undefined) {
    const outcome = kept.ending?.outcome ?? "not ended";
    throw missing("rows", kept.run, `The run ${kept.run} has no rows (${outcome}).`, "Name a run that was answered.");
  }
  return parseRows(house.journal().loadBody(hash));
}

/** One row of an ended run, from 0. Throws `journal/not-found`. */
export function keptRow(kept: KeptRun, rows: readonly Row[], number: number): Row {
  const row = rows[number];
  if (row !== undefined) return row;
  throw missing(
    "row",
    String(number),
    `The run ${kept.run} has ${rows.length} rows; row ${number} is not among them.`,
    rows.length === 0 ? "Name a run that has rows." : `Name a row from 0 to ${rows.length - 1}.`,
  );
}

/** The columns of a run, or the one that is named. Throws `journal/not-found`. */
export function wantedColumns(kept: KeptRun, column: string | undefined): readonly Column[] {
  const { columns } = kept.beginning.review;
  if (column === undefined) return columns;
  const found = columns.filter((one) => one.name === column);
  if (found.length > 0) return found;
  throw missing(
    "column",
    column,
    `The run ${kept.run} has no column ${column}.`,
    `It has ${columns.map((one) => one.name).join(", ")}.`,
  );
}
