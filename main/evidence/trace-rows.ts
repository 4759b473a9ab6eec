import type { KeptRun } from "../../audit/runs/runs.ts";
import { collectEvidence, type RunEvidence } from "../../executor/evidence/collect-evidence.ts";
import type { Row } from "../../terms/cell.ts";
import type { CellEvidence, Place } from "../../terms/evidence.ts";
import { settleGates } from "../gates/settle-gates.ts";
import type { House } from "../house.ts";
import { getChecked } from "../run/check-again.ts";
import { schemaOfRun } from "../run/schema-of-run.ts";

/** Rows from one number up to another, which is not among them. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** The places that an evidence names. */
export function placesOf(evidence: CellEvidence): readonly Place[] {
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

/** Keeps with a run of this data folder that cells of it do not stand where they were said to come from: it trips the gates. */
export async function noteUnverified(
  house: House,
  { run, importedAt }: Pick<KeptRun, "run" | "importedAt">,
  evidence: RunEvidence,
): Promise<void> {
  const cells = evidence.kind === "collected" ? evidence.counts.refused : 0;
  if (cells === 0 || importedAt !== undefined) return;
  await house.journal().runs.attach(run, "unverified", { cells });
  await settleGates(house, new Date());
}

/** The evidence of a run's rows, by a traced replay of its recording. Throws `replay/diverged` where the snippet no longer passes the check. */
export async function collectFor(
  house: House,
  kept: KeptRun,
  rows: readonly Row[],
  range: RowRange,
): Promise<RunEvidence> {
  const { beginning } = kept;
  const checked = await getChecked(house, kept);
  const traced = await house.checker().trace(beginning.source, { orgSchema: schemaOfRun(house, kept) });
  if (!("code" in traced)) return { kind: "none", why: traced[0]?.message ?? "the check has findings." };
  const evidence = await collectEvidence({
    traced,
    operationIds: checked.operationIds,
    readableNames: checked.readableNames,
    lineage: checked.lineage,
    recording: house.journal().recordingOf(kept.run),
    rows,
    sandbox: house.sandbox(),
    limits: beginning.limits,
    sampleSize: beginning.sample,
    range,
  });
  await noteUnverified(house, kept, evidence);
  return evidence;
}

/** A cell's column, what kind of evidence it has, and the places that it names. */
export interface TracedPlaces {
  readonly column: string;
  readonly evidence: CellEvidence["kind"];
  readonly places: readonly Place[];
}

/** The cells of rows with the places that they come from, or why there is no evidence. */
export async function traceRows(
  house: House,
  kept: KeptRun,
  rows: readonly Row[],
  range: RowRange,
): Promise<
  | { readonly kind: "traced"; readonly rows: readonly (readonly TracedPlaces[])[] }
  | { readonly kind: "none"; readonly why: string }
> {
  const collected = await collectFor(house, kept, rows, range);
  if (collected.kind === "none") return collected;
  const { columns } = collected;
  return {
    kind: "traced",
    rows: collected.rows.map((cells) =>
      cells.map((evidence, index) => ({
        column: columns[index] ?? "",
        evidence: evidence.kind,
        places: placesOf(evidence),
      })),
    ),
  };
}
