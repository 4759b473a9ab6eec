import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { createWaitingRoom } from "../../../executor/bridge/waiting-room.ts";
import type { Program, RunOptions } from "../../../executor/program.ts";
import type { Sandbox } from "../../../executor/sandbox/sandbox.ts";
import { getOperation } from "../../../registry/catalogue.ts";
import type { Answer, Ask } from "../../../terms/ask.ts";
import type { Row } from "../../../terms/cell.ts";
import { isFailure } from "../../../terms/failure.ts";
import type { RunEnd } from "../../../terms/run-end.ts";

// The runtime of the isolate without the lock on its globals, since this process goes on. Thousands of replays would take
// minutes in a child each; what the isolate adds is tested where it is.
const plain = "ask begin dates declined each filter named not-known note operations same target-of"
  .split(" ")
  .map((name) => `export * from "./${name}.ts";`)
  .join("\n");
const traced = `
import { collectCells } from "./tracing/collect-cells.ts";
import { derive } from "./tracing/marks.ts";
import { tagResponse } from "./tracing/tag-response.ts";
import { setTracingHooks } from "./tracing-hooks.ts";
export { dollar as $ } from "./tracing/dollar.ts";
setTracingHooks({ tagResponse, collectCells, deriveList: derive });`;

async function bundle(contents: string): Promise<string> {
  const resolveDir = fileURLToPath(new URL("../../../sdk-stubs/isolate", import.meta.url));
  const result = await build({
    stdin: { contents, resolveDir, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    tsconfigRaw: {},
  });
  return result.outputFiles[0]?.text ?? "";
}

let runs = 0;

function address(text: string): string {
  return `data:text/javascript,${encodeURIComponent(`${text}\n//${runs}`)}`;
}

type Sent = readonly [
  step: number,
  operationId?: string,
  parameters?: Ask["parameters"],
  listing?: number | null,
  page?: number | null,
];

function askOf([step, operationId, parameters, listing, page]: Sent): readonly Ask[] {
  if (operationId === undefined) return [];
  return [{ step, operationId, parameters: parameters ?? {}, listing: listing ?? undefined, page: page ?? undefined }];
}

const kinds = { response: 0, absent: 2, failed: 3 } as const;

function textOf(answer: Answer, readableNames: readonly string[] | undefined): string {
  if (answer.kind === "response") return createWaitingRoom(readableNames).hold(answer, undefined).load();
  return answer.kind === "failed" ? answer.failure.found : "";
}

function endOf(text: string, rows: readonly Row[], evidence: string): RunEnd {
  const end = JSON.parse(text);
  const notes: readonly string[] = [];
  if (end.kind === "finished")
    return { kind: "finished", rows, notes, steps: end.steps, evidence: evidence === "" ? undefined : evidence };
  if (end.kind === "declined") return { ...end, notes };
  return {
    kind: "failed",
    failure: { code: "snippet/bad-result", details: { reason: text }, found: text, why: "", help: "" },
    notes,
    steps: end.steps,
  };
}

async function runOnce(runtime: string, program: Program, { answer }: RunOptions): Promise<RunEnd> {
  const { promise, resolve } = Promise.withResolvers<RunEnd>();
  const rows: Row[] = [];
  let evidence = "";
  let deliver: (step: number, kind: number, text: string) => void = () => undefined;
  const answerOne = async (ask: Ask): Promise<void> => {
    try {
      const given = await answer(ask, new AbortController().signal);
      const more = given.kind === "response" && given.hasMore;
      setImmediate(() => deliver(ask.step, more ? 1 : kinds[given.kind], textOf(given, program.readableNames)));
    } catch (error) {
      if (isFailure(error)) resolve({ kind: "failed", failure: error.describe(), notes: [], steps: ask.step });
      else throw error;
    }
  };
  const post = (kind: string, text: string): void => {
    if (kind === "rows") rows.push(...JSON.parse(text));
    if (kind === "evidence") evidence += text;
    if (kind === "end") resolve(endOf(text, rows, evidence));
    if (kind === "asks") for (const ask of JSON.parse(text).flatMap(askOf)) void answerOne(ask);
  };
  const operations = program.operationIds.map((operationId) => ({
    operationId,
    items: getOperation(operationId).items,
  }));
  const { clock, timeZone, parameters, tables = [] } = program;
  const settings = { clock, timeZone, operations, parameters, tables, noteBytes: 10_000, resultBytes: 50_000_000 };
  Object.assign(globalThis, { $post: post, $settings: JSON.stringify(settings) });
  runs += 1;
  const okta = address(runtime);
  const guest: Record<string, unknown> = await import(okta);
  deliver = guest["deliver"] as typeof deliver;
  const code = program.code.replace(/from\s*["']okta["']/g, () => `from "${okta}"`);
  const snippet: Record<string, unknown> = await import(address(code));
  (guest["begin"] as (run: unknown) => void)(snippet["default"]);
  return await promise;
}

/** Runs programs in this process, one after the other: only for what was written for tests, since nothing holds it here. */
export function createProcessSandbox(): Pick<Sandbox, "run"> {
  const runtimes = { plain: bundle(plain), traced: bundle(plain + traced) };
  return { run: async (program, options) => await runOnce(await runtimes[program.mode], program, options) };
}
