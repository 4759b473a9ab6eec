import { isUnknownCell } from "../../terms/cell.ts";
import type { OutcomeKind, RunEnd } from "../../terms/run-end.ts";

/** What a run came to for the operator: rows or none are two different answers. */
export function outcomeOf(end: RunEnd): OutcomeKind {
  if (end.kind !== "finished") return end.kind;
  return end.rows.length === 0 ? "empty" : "answered";
}

/** Cells of an answer whose read failed where the snippet allowed for that. */
export function countUnknownCells(end: RunEnd): number {
  if (end.kind !== "finished") return 0;
  return end.rows.reduce((sum, row) => sum + Object.values(row).filter(isUnknownCell).length, 0);
}
