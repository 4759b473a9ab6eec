import type { Cell, Row } from "../../terms/cell.ts";
import type { Place } from "../../terms/evidence.ts";
import type { Recording } from "../../terms/recording.ts";
import type { RunLimits } from "../../terms/run-limits.ts";
import type { Program } from "../program.ts";
import { answerFromRecording, checkReplayed } from "../replay.ts";
import { recordedTables } from "../recorded-tables.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { changeRecording } from "./change-recording.ts";

/** A cell whose place is to be proved. */
export interface ProofRequest {
  /** The plain program: what was reviewed, not the rewritten one. */
  readonly program: Program;
  readonly recording: Recording;
  /** The rows of the run. */
  readonly rows: readonly Row[];
  readonly row: number;
  readonly column: string;
  readonly place: Place;
  readonly sandbox: Pick<Sandbox, "run">;
  readonly limits: RunLimits;
}

/**
 * What changing one value does. Only `cell-changed` is a proof. `rows-changed`: the value matters, also as a condition or as
 * what was asked by. `no-effect`: not shown, and not disproved either: an equal neighbour can take its place.
 */
export type Proof =
  | { readonly kind: "cell-changed"; readonly before: Cell; readonly after: Cell; readonly changedTo: unknown }
  | { readonly kind: "rows-changed"; readonly how: string; readonly changedTo: unknown }
  | { readonly kind: "no-effect"; readonly changedTo: unknown }
  | { readonly kind: "no-such-place" };

/** Changes the value at a place in a copy of the recording, replays the plain snippet over it, and says what became of the cell. */
export async function prove(request: ProofRequest): Promise<Proof> {
  const { program, recording, rows, row, column, place, sandbox, limits } = request;
  const changed = changeRecording(recording, place);
  if (changed === undefined) return { kind: "no-such-place" };
  const changedTo = changed.after;
  const altered = { ...program, tables: recordedTables(changed.recording) };
  const replayed = await sandbox.run(altered, { limits, answer: answerFromRecording(changed.recording) });
  const end = checkReplayed(changed.recording, replayed);
  if (end.kind === "declined") return { kind: "rows-changed", how: `The run declines: ${end.reason}`, changedTo };
  if (end.kind !== "finished") return { kind: "rows-changed", how: end.failure.found, changedTo };
  if (JSON.stringify(end.rows) === JSON.stringify(rows)) return { kind: "no-effect", changedTo };
  const [before, after] = [rows[row]?.[column], end.rows[row]?.[column]];
  if (before !== undefined && after !== undefined && isProof(request, end.rows, changedTo))
    return { kind: "cell-changed", before, after, changedTo };
  return { kind: "rows-changed", how: sayChange(rows, end.rows), changedTo };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

// The new value stands in the cell, or what was worked out changed in this row alone: a condition moves the rows after it too.
function isProof({ rows, row, column }: ProofRequest, changed: readonly Row[], changedTo: unknown): boolean {
  const after = changed[row]?.[column];
  if (changed.length !== rows.length || isSame(rows[row]?.[column], after)) return false;
  if (Object.is(after, changedTo) || (Array.isArray(after) && after.includes(changedTo))) return true;
  return rows.every((one, index) => index === row || isSame(one, changed[index]));
}

function sayChange(before: readonly Row[], after: readonly Row[]): string {
  if (before.length !== after.length) return `${before.length} rows became ${after.length}.`;
  const count = before.filter((one, index) => !isSame(one, after[index])).length;
  return `${count} of ${before.length} rows are others.`;
}
