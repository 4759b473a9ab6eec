import type { Program } from "../../../executor/program.ts";
import { eraseTypes } from "../../../executor/bundle.ts";
import type { Sandbox } from "../../../executor/sandbox/sandbox.ts";
import type { AnswerAsk } from "../../../terms/ask.ts";
import type { Row } from "../../../terms/cell.ts";
import type { RecordedRead, Recording } from "../../../terms/recording.ts";
import type { RunLimits } from "../../../terms/run-limits.ts";
import type { ParameterValues } from "../../../terms/snippet.ts";
import { testedOperations } from "../origins/compile-snippet.ts";
import { answerSynthetic } from "./synthetic-org.ts";

/** Limits that no test reaches. */
export const limits: RunLimits = {
  calls: 50_000,
  bytes: 500_000_000,
  wallMs: 60_000,
  cpuMs: 30_000,
  memoryMb: 256,
  resultBytes: 50_000_000,
  noteBytes: 10_000,
};

/** A plain run with everything that replays need. */
export interface RecordedRun {
  readonly program: Program;
  readonly recording: Recording;
  readonly rows: readonly Row[];
}

const versions = {
  attest: "",
  node: "",
  isolatedVm: "",
  typescript: "",
  esbuild: "",
  registry: "",
  stub: "",
  runtime: "",
  projection: "",
};

/** Runs a snippet, on synthetic data unless told, and keeps what it read in memory. */
export async function recordRun(
  sandbox: Pick<Sandbox, "run">,
  source: string,
  parameters: ParameterValues,
  answerAsk: AnswerAsk = answerSynthetic,
  operationIds: readonly string[] = testedOperations,
): Promise<RecordedRun> {
  const program: Program = {
    ...(await eraseTypes(source)),
    operationIds,
    parameters,
    tables: [],
    clock: "2026-11-23T09:00:00.000Z",
    timeZone: "Europe/Berlin",
    mode: "plain",
  };
  const reads = new Map<number, RecordedRead>();
  const bodies = new Map<string, string>();
  const answer: AnswerAsk = async (ask, signal) => {
    const given = await answerAsk(ask, signal);
    const isResponse = given.kind === "response";
    const bodyHash = `body ${ask.step}`;
    if (isResponse) bodies.set(bodyHash, given.load());
    reads.set(ask.step, {
      step: ask.step,
      operationId: ask.operationId,
      parameters: ask.parameters,
      listing: ask.listing,
      page: ask.page,
      kind: given.kind,
      bodyHash: isResponse ? bodyHash : undefined,
      bytes: isResponse ? given.bytes : 0,
      hasMore: isResponse && given.hasMore,
      cursor: undefined,
      failure: given.kind === "failed" ? given.failure : undefined,
      exchange: undefined,
    });
    return given;
  };
  const end = await sandbox.run(program, { limits, answer });
  if (end.kind !== "finished") throw new Error(`The run ended as ${end.kind}: ${JSON.stringify(end)}`);
  const recording: Recording = {
    run: "r1",
    source,
    parameters,
    tables: [],
    clock: program.clock,
    timeZone: program.timeZone,
    versions,
    steps: reads.size,
    find: (step) => reads.get(step),
    loadBody: (hash) => bodies.get(hash) ?? "",
  };
  return { program, recording, rows: end.rows };
}
