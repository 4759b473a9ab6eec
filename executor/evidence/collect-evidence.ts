import type { AnswerAsk } from "../../terms/ask.ts";
import type { Row } from "../../terms/cell.ts";
import type { CellEvidence } from "../../terms/evidence.ts";
import type { Lineage, Origin } from "../../terms/origin.ts";
import type { Recording } from "../../terms/recording.ts";
import type { RunEnd } from "../../terms/run-end.ts";
import type { RunLimits } from "../../terms/run-limits.ts";
import { eraseTypes } from "../bundle.ts";
import type { Program } from "../program.ts";
import { answerFromRecording, checkReplayed } from "../replay.ts";
import { recordedTables } from "../recorded-tables.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { openBodies, type RecordedBodies } from "./recorded-bodies.ts";
import { parseClaims } from "./sent-cells.ts";
import { verifyClaim } from "./verify-claim.ts";

/** What evidence is made from. */
export interface EvidenceRequest {
  /** The snippet rewritten by the pair transform, types and all. */
  readonly traced: { readonly code: string };
  readonly operationIds: readonly string[];
  /** As in the run: the replay is given the same of each response. */
  readonly readableNames?: readonly string[] | undefined;
  readonly lineage: Pick<Lineage, "columns">;
  readonly recording: Recording;
  /** The rows of the run. */
  readonly rows: readonly Row[];
  readonly sandbox: Pick<Sandbox, "run">;
  readonly limits: RunLimits;
  readonly sampleSize?: number | undefined;
  /** Rows to make evidence for, `to` not included; all unless told. */
  readonly range?: { readonly from: number; readonly to: number };
  readonly signal?: AbortSignal;
}

/** How many cells have which evidence. */
export type EvidenceCounts = Readonly<Record<CellEvidence["kind"], number>>;

/** Where the cells of a run came from, or why that is not known of any. */
export type RunEvidence =
  | {
      readonly kind: "collected";
      readonly columns: readonly string[];
      /** Number of the first row in `rows`. */
      readonly from: number;
      /** Evidence row by row, in the order of `columns`. */
      readonly rows: readonly (readonly CellEvidence[])[];
      readonly counts: EvidenceCounts;
    }
  | { readonly kind: "none"; readonly why: string };

// Marks stand beside every value: three times the memory was measured at 100,000 users.
const MEMORY_FACTOR = 4;
const TIME_FACTOR = 4;

async function programOf({
  traced,
  operationIds,
  readableNames,
  recording,
  sampleSize,
}: EvidenceRequest): Promise<Program> {
  return {
    ...(await eraseTypes(traced.code)),
    operationIds,
    parameters: recording.parameters,
    tables: recordedTables(recording),
    clock: recording.clock,
    timeZone: recording.timeZone,
    mode: "traced",
    ...(readableNames === undefined ? {} : { readableNames }),
    ...(sampleSize === undefined ? {} : { sampleSize }),
  };
}

/** Answers from the recording, each body parsed once: the isolate is given what its claims are checked against. */
function answerFromBodies(recording: Recording, bodies: RecordedBodies): AnswerAsk {
  const answerAsk = answerFromRecording(recording);
  return async (ask, signal) => {
    const answer = await answerAsk(ask, signal);
    const kept = answer.kind === "response" && answer.bytes > 0 ? bodies.find(ask.step) : undefined;
    if (answer.kind !== "response" || kept === undefined) return answer;
    return { ...answer, fresh: { text: kept.cut ?? answer.load(), body: kept.body } };
  };
}

async function replay(request: EvidenceRequest, bodies: RecordedBodies): Promise<RunEnd> {
  const { recording, sandbox, limits, signal } = request;
  const end = await sandbox.run(await programOf(request), {
    limits: { ...limits, memoryMb: limits.memoryMb * MEMORY_FACTOR, cpuMs: limits.cpuMs * TIME_FACTOR },
    answer: answerFromBodies(recording, bodies),
    ...(signal === undefined ? {} : { signal }),
  });
  return checkReplayed(recording, end);
}

function whyNone(end: RunEnd): string {
  switch (end.kind) {
    case "finished":
      return "The traced replay gave other rows than the run.";
    case "declined":
      return `The traced replay declined: ${end.reason}`;
    case "failed":
    case "stopped":
      return `The traced replay did not finish. ${end.failure.found}`;
  }
}

function countKinds(rows: readonly (readonly CellEvidence[])[]): EvidenceCounts {
  const counts = { value: 0, computed: 0, items: 0, literal: 0, parameter: 0, lost: 0, refused: 0 };
  for (const row of rows) for (const { kind } of row) counts[kind] += 1;
  return counts;
}

const untraced: Origin = { kind: "unknown", why: "not a column of the check", line: 1, seen: [] };

/**
 * Makes the evidence of a run: a replay of the rewritten snippet over the recording in an isolate of its own, whose rows
 * must be the run's, byte by byte, and whose every claim is checked against the recording and the check's origins. A place
 * that does not hold is `refused` and counted, never repaired.
 */
export async function collectEvidence(request: EvidenceRequest): Promise<RunEvidence> {
  const { rows, recording, lineage, range = { from: 0, to: rows.length } } = request;
  const bodies = openBodies(recording, request.readableNames);
  const end = await replay(request, bodies);
  const same = end.kind === "finished" && JSON.stringify(end.rows) === JSON.stringify(rows);
  if (!same || end.evidence === undefined) return { kind: "none", why: whyNone(end) };
  const claims = parseClaims(end.evidence);
  if (claims === undefined) return { kind: "none", why: "The traced replay sent no evidence." };
  const origins = new Map(lineage.columns.map(({ name, origin }) => [name, origin]));
  const witness = { bodies };
  const columns = Object.keys(rows[0] ?? {});
  const collected = rows
    .slice(range.from, range.to)
    .map((row, index) =>
      columns.map((name) =>
        verifyClaim(witness, claims.find(range.from + index, name), origins.get(name) ?? untraced, row[name] ?? null),
      ),
    );
  return { kind: "collected", columns, from: range.from, rows: collected, counts: countKinds(collected) };
}
