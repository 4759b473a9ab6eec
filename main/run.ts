import type { Front } from "./front.ts";
import type { House } from "./house.ts";
import { schemaForRun } from "./org/schema-for-run.ts";
import type { RunResult } from "./run-report.ts";
import { runSnippet } from "./run/run-snippet.ts";

/** What is to be run: a snippet's text, or the hash of one that was shown before. */
export interface RunRequest {
  readonly source?: string;
  readonly hash?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly sampleSize?: number | undefined;
  /** Reads the responses behind the rows again at the end. */
  readonly confirm?: boolean | undefined;
}

/** Checks a snippet, asks for approval, runs it. Throws `journal/not-found` for a hash that was never shown. */
export async function run(house: House, request: RunRequest, front: Front): Promise<RunResult> {
  const { parameters, sampleSize, confirm } = request;
  const kept = request.hash === undefined ? undefined : house.journal().snippets.get(request.hash);
  const orgSchema = await schemaForRun(house, front);
  const common = { orgSchema, parameters, sampleSize, confirm };
  return kept === undefined
    ? runSnippet(house, { ...common, source: request.source ?? "", planner: "file" }, front)
    : runSnippet(
        house,
        {
          ...common,
          source: kept.source,
          planner: kept.planner,
          question: kept.question,
          reading: kept.reading,
          plan: kept.plan,
        },
        front,
      );
}
