import type { KeptRun } from "../audit/runs.ts";
import type { Checked } from "../executor/check/checker.ts";
import { collectEvidence, type RunEvidence } from "../executor/evidence/collect-evidence.ts";
import type { Row } from "../terms/cell.ts";
import type { CellEvidence, Place } from "../terms/evidence.ts";
import { Failure } from "../terms/failure.ts";
import type { Column } from "../terms/origin.ts";
import type { Recording } from "../terms/recording.ts";
import type { EvidenceReport, TracedCell } from "./evidence-report.ts";
import type { House } from "./house.ts";
import { describePlace } from "./evidence/describe-place.ts";
import { keptRow, keptRows, wantedColumns } from "./evidence/kept-rows.ts";
import { schemaOfRun } from "./run/schema-of-run.ts";
import { getChecked } from "./run/check-again.ts";
import { runNamed } from "./run/run-named.ts";

/** Which cells are wanted: a row from 0, and one column or all. */
export interface WantedCells {
  readonly row: number;
  readonly column: string | undefined;
}

function noEvidence(kept: KeptRun, why: string): Failure<"replay/incomplete"> {
  return new Failure(
    "replay/incomplete",
    { step: 0 },
    {
      found: `The cells of run ${kept.run} cannot be traced: ${why}`,
      why: "Evidence is made by a replay of the run, and only where it gives the run's own rows, byte by byte.",
      help: "Run attest replay to see whether the run itself still repeats; the answer and its kept responses stand as they are.",
    },
  );
}

function placesOf(evidence: CellEvidence): readonly Place[] {
  switch (evidence.kind) {
    case "value":
      return [evidence.place];
    case "computed":
    case "items":
      return evidence.places;
    case "refused":
      return [evidence.claimed];
    case "literal":
    case "parameter":
    case "lost":
      return [];
  }
}

function tracedCell(recording: Recording, column: Column, row: Row, evidence: CellEvidence): TracedCell {
  return {
    column: column.name,
    value: row[column.name] ?? null,
    origin: column.origin,
    evidence: evidence.kind,
    ...("why" in evidence ? { why: evidence.why } : {}),
    places: placesOf(evidence).map((place) => describePlace(recording, place)),
  };
}

async function collect(
  house: House,
  kept: KeptRun,
  checked: Checked,
  rows: readonly Row[],
  row: number,
): Promise<RunEvidence> {
  const { beginning } = kept;
  const traced = await house.checker().trace(beginning.source, { orgSchema: schemaOfRun(house, kept) });
  if (!("code" in traced)) return { kind: "none", why: traced[0]?.message ?? "the check has findings." };
  return collectEvidence({
    traced,
    operationIds: checked.operationIds,
    readableNames: checked.readableNames,
    lineage: checked.lineage,
    recording: house.journal().recordingOf(kept.run),
    rows,
    sandbox: house.sandbox(),
    limits: beginning.limits,
    sampleSize: beginning.sample,
    range: { from: row, to: row + 1 },
  });
}

/** Where the cells of one row come from: a traced replay over the run's recording, every place of it checked. Sends nothing. */
export async function evidence(house: House, name: string, wanted: WantedCells): Promise<EvidenceReport> {
  const kept = runNamed(house, name);
  const rows = keptRows(house, kept);
  const row = keptRow(kept, rows, wanted.row);
  const columns = wantedColumns(kept, wanted.column);
  const checked = await getChecked(house, kept);
  const collected = await collect(house, kept, checked, rows, wanted.row);
  if (collected.kind === "none") throw noEvidence(kept, collected.why);
  const recording = house.journal().recordingOf(kept.run);
  const [cells = []] = collected.rows;
  return {
    run: kept.run,
    title: kept.beginning.review.title,
    row: wanted.row,
    cells: columns.map((column) =>
      tracedCell(
        recording,
        column,
        row,
        cells[collected.columns.indexOf(column.name)] ?? { kind: "lost", why: "no claim" },
      ),
    ),
  };
}
