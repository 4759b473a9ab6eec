import { prove as proveCell, type Proof } from "../executor/evidence/prove.ts";
import { recordedTables } from "../executor/recorded-tables.ts";
import type { Cell } from "../terms/cell.ts";
import { evidence } from "./evidence.ts";
import type { TracedPlace } from "./evidence-report.ts";
import { keptRows } from "./evidence/kept-rows.ts";
import type { House } from "./house.ts";
import { schemaOfRun } from "./run/schema-of-run.ts";
import { programOf } from "./run/execute.ts";
import { getChecked } from "./run/check-again.ts";
import { runNamed } from "./run/run-named.ts";

/** Places that are tried for one cell; a computed one may have many. */
const triedPlaces = 5;

/** What changing the value at a cell's place did in a replay. */
export interface ProofReport {
  readonly run: string;
  readonly row: number;
  readonly column: string;
  readonly value: Cell;
  readonly proofs: readonly { readonly place: TracedPlace; readonly proof: Proof }[];
}

/**
 * Changes the value at each place of a cell in a copy of the recording, replays the plain snippet, and says whether the cell
 * changed with it. Sends nothing; the journal stays as it is.
 */
export async function prove(
  house: House,
  name: string,
  cell: { readonly row: number; readonly column: string },
): Promise<ProofReport> {
  const traced = await evidence(house, name, cell);
  const kept = runNamed(house, traced.run);
  const { beginning } = kept;
  const checked = await getChecked(house, kept);
  const recording = house.journal().recordingOf(kept.run);
  const program = await programOf(checked, beginning, schemaOfRun(house, kept), recordedTables(recording));
  const [found] = traced.cells;
  const proofs: { readonly place: TracedPlace; readonly proof: Proof }[] = [];
  for (const place of found?.places.slice(0, triedPlaces) ?? []) {
    const proof = await proveCell({
      program,
      recording,
      rows: keptRows(house, kept),
      row: cell.row,
      column: cell.column,
      place: { step: place.step, pointer: place.pointer },
      sandbox: house.sandbox(),
      limits: beginning.limits,
    });
    proofs.push({ place, proof });
  }
  return { run: kept.run, row: cell.row, column: cell.column, value: found?.value ?? null, proofs };
}
