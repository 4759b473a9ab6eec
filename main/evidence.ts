import type { KeptRun } from "../audit/runs/runs.ts";
import type { Row } from "../terms/cell.ts";
import type { CellEvidence } from "../terms/evidence.ts";
import { openBodies, type RecordedBodies } from "../executor/evidence/recorded-bodies.ts";
import { Failure } from "../terms/failure.ts";
import type { Column } from "../terms/origin.ts";
import type { Recording } from "../terms/recording.ts";
import { domainOf } from "../terms/say-org.ts";
import type { EvidenceReport, TracedCell } from "./evidence-report.ts";
import type { House } from "./house.ts";
import { describePlace } from "./evidence/describe-place.ts";
import { keptRow, keptRows, wantedColumns } from "./evidence/kept-rows.ts";
import { collectFor, placesOf } from "./evidence/trace-rows.ts";
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

function tracedCell(
  recording: Recording,
  bodies: RecordedBodies,
  column: Column,
  row: Row,
  evidence: CellEvidence,
): TracedCell {
  return {
    column: column.name,
    value: row[column.name] ?? null,
    origin: column.origin,
    evidence: evidence.kind,
    ...("why" in evidence ? { why: evidence.why } : {}),
    places: placesOf(evidence).map((place) => describePlace(recording, bodies, place)),
  };
}

/** Where the cells of one row come from: a traced replay over the run's recording, every place of it checked. Sends nothing. */
export async function evidence(house: House, name: string, wanted: WantedCells): Promise<EvidenceReport> {
  const kept = runNamed(house, name);
  const rows = keptRows(house, kept);
  const row = keptRow(kept, rows, wanted.row);
  const columns = wantedColumns(kept, wanted.column);
  const collected = await collectFor(house, kept, rows, { from: wanted.row, to: wanted.row + 1 });
  if (collected.kind === "none") throw noEvidence(kept, collected.why);
  const recording = house.journal().recordingOf(kept.run);
  const bodies = openBodies(recording);
  const [cells = []] = collected.rows;
  const { org, orgName = domainOf(org), review } = kept.beginning;
  return {
    run: kept.run,
    title: review.title,
    org,
    orgName,
    row: wanted.row,
    cells: columns.map((column) =>
      tracedCell(
        recording,
        bodies,
        column,
        row,
        cells[collected.columns.indexOf(column.name)] ?? { kind: "lost", why: "no claim" },
      ),
    ),
  };
}
