import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/start-emulator.ts";
import { createChecker } from "../../../executor/check/checker.ts";
import { traceReads } from "../../../executor/projection/trace-reads.ts";
import { answerFromRecording, checkReplayed } from "../../../executor/replay.ts";
import { baseSchema } from "../../../registry/schema-attributes.ts";
import { createOktaClient, type OktaClient } from "../../../okta/client.ts";
import { createSswsCredential } from "../../../okta/credentials/ssws.ts";
import { parseOrgAddress } from "../../../okta/org-address.ts";
import type { AnswerAsk } from "../../../terms/ask.ts";
import type { Recording } from "../../../terms/recording.ts";
import type { RunEnd } from "../../../terms/run-end.ts";
import { Secret } from "../../../terms/secret.ts";
import { createProcessSandbox } from "../evidence/process-sandbox.ts";
import { limits, type RecordedRun, recordRun } from "../evidence/record-run.ts";
import { compileSnippet } from "../origins/compile-snippet.ts";
import { styledSnippets } from "../origins/styled-snippets.ts";
import { correctSnippets } from "../../snippets/correct-snippets.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ users: 60, seed: 3, port: 0 });
});
const checker = createChecker();
afterAll(async () => {
  await Promise.all([emulator.close(), checker.close()]);
});
const sandbox = createProcessSandbox();

/** The same value with everything under names that are not among these made another: what can be read stays as it is. */
function poison(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => poison(one, names));
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => [
    name,
    names.has(name) ? poison(part, names) : { poison: [name] },
  ]);
  return { ...Object.fromEntries(entries), poison: 1 };
}

function poisoned(recording: Recording, names: readonly string[]): Recording {
  const read = new Set(names);
  return { ...recording, loadBody: (hash) => JSON.stringify(poison(JSON.parse(recording.loadBody(hash)), read)) };
}

/** The rows of a replay over a recording as bytes, or how else it ended. */
async function replayed(
  { program }: RecordedRun,
  recording: Recording,
  readableNames: readonly string[] | undefined,
): Promise<string> {
  const given = readableNames === undefined ? program : { ...program, readableNames };
  const end: RunEnd = await sandbox.run(given, { limits, answer: answerFromRecording(recording) });
  const replay = checkReplayed(recording, end);
  return JSON.stringify(replay.kind === "finished" ? replay.rows : replay);
}

/** What differs between the run, which was given whole answers, and one that is given what it can read, or that and rubbish. */
async function differences(run: RecordedRun, names: readonly string[]): Promise<readonly string[]> {
  const whole = JSON.stringify(run.rows);
  const less = await replayed(run, run.recording, names);
  const other = await replayed(run, poisoned(run.recording, names), undefined);
  return [...(less === whole ? [] : [`less: ${less}`]), ...(other === whole ? [] : [`other: ${other}`])];
}

function answerFrom(client: OktaClient): AnswerAsk {
  const cursors = new Map<number, string>();
  return async ({ operationId, parameters, listing, page }, signal) => {
    const cursor = page === undefined || page === 0 ? undefined : cursors.get(listing ?? -1);
    const read = await client.read({ operationId, parameters, ...(cursor === undefined ? {} : { cursor }) }, signal);
    if (read.kind !== "response") return read;
    if (listing !== undefined && read.cursor !== undefined) cursors.set(listing, read.cursor);
    const bytes = Buffer.byteLength(read.text);
    return { kind: "response", load: () => read.text, bytes, hasMore: read.cursor !== undefined };
  };
}

test("in every style the rows are the same, whether the rest of each answer is there, left out, or something else", async () => {
  const found: string[] = [];
  let less = 0;
  for (const [name, { text, parameters }] of Object.entries(styledSnippets)) {
    const { readableNames } = traceReads(compileSnippet(text));
    if (readableNames === undefined) continue;
    less += 1;
    const run = await recordRun(sandbox, text, parameters);
    for (const one of await differences(run, readableNames)) found.push(`${name}: ${one}`);
  }
  expect([found, less / Object.keys(styledSnippets).length > 0.8]).toEqual([[], true]);
});

test("so are those of the correct snippets on an emulated org", { timeout: 60_000 }, async () => {
  const found: string[] = [];
  let answered = 0;
  for (const { name, source } of correctSnippets) {
    const result = await checker.check(source, { orgSchema: baseSchema() });
    if (result.kind !== "checked" || result.checked.readableNames === undefined) continue;
    const { operationIds, parameters, readableNames } = result.checked;
    const address = parseOrgAddress(emulator.origin);
    const client = createOktaClient({ address, credential: createSswsCredential(new Secret(emulator.token)) });
    try {
      const run = await recordRun(sandbox, source, parameters, answerFrom(client), operationIds);
      answered += 1;
      for (const one of await differences(run, readableNames)) found.push(`${name}: ${one}`);
    } catch (error) {
      // Declined, or of something that the emulated org does not have.
      if (!(error instanceof Error && error.message.startsWith("The run ended as"))) throw error;
    } finally {
      client.close();
    }
  }
  expect([found, answered >= 100]).toEqual([[], true]);
});
