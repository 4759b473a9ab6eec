import { collectEvidence, type RunEvidence } from "../../../executor/evidence/collect-evidence.ts";
import { pairTransform } from "../../../executor/evidence/pair-transform.ts";
import { traceReads } from "../../../executor/projection/trace-reads.ts";
import type { Sandbox } from "../../../executor/sandbox/sandbox.ts";
import type { Lineage } from "../../../terms/origin.ts";
import { compileSnippet, testedOperations } from "../origins/compile-snippet.ts";
import type { StyledSnippet } from "../origins/styled.ts";
import { limits, type RecordedRun, recordRun } from "./record-run.ts";

/** A run of a snippet, the origins of its columns, and the evidence of its cells. */
export interface Evidenced {
  readonly run: RecordedRun;
  readonly lineage: Lineage;
  readonly evidence: RunEvidence;
}

/** Runs a snippet on synthetic data and makes its evidence. */
export async function evidenceOf(
  { text, parameters }: StyledSnippet,
  sandbox: Pick<Sandbox, "run">,
): Promise<Evidenced> {
  const compiled = compileSnippet(text);
  const { traced, readableNames } = traceReads(compiled);
  const { lineage } = traced;
  const run = await recordRun(sandbox, text, parameters);
  const evidence = await collectEvidence({
    traced: { code: pairTransform(compiled) },
    operationIds: testedOperations,
    readableNames,
    lineage,
    recording: run.recording,
    rows: run.rows,
    sandbox,
    limits,
  });
  return { run, lineage, evidence };
}
