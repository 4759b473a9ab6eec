import type { RunOfReport, RunPlanner } from "../../audit/runs/run-details.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import type { Definition } from "../../terms/definition.ts";
import type { Review } from "../../terms/review.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import type { Conversation } from "../planning/conversation.ts";
import { checkKnowingApps } from "../org/check-knowing-apps.ts";
import type { ConfiguredOrg } from "../org/connected-org.ts";
import { knownCounts } from "../org/known-counts.ts";
import type { RunReport, RunResult } from "../run-report.ts";
import { findMissingGrantEarly } from "./check-grants.ts";
import { confirmRows } from "./confirm-rows.ts";
import { decide } from "./decide.ts";
import { execute } from "./execute.ts";
import { givenValues } from "./given-values.ts";
import { unrunReport } from "./unrun-report.ts";

/** Items of the outermost list in a sample that was chosen at the prompt. */
const promptSampleSize = 25;

/** A snippet's text and where it came from. */
export interface SnippetToRun {
  readonly source: string;
  readonly planner: RunPlanner;
  readonly orgSchema: OrgSchema;
  /** Values of a report's own that stand in place of the snippet's defaults. */
  readonly saved?: ParameterValues;
  /** Values of parameters as the operator typed them; a file's path for one that takes a file. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly sampleSize?: number | undefined;
  readonly question?: string | undefined;
  readonly reading?: string | undefined;
  readonly plan?: string | undefined;
  readonly definitions?: readonly Definition[];
  /** The report that it is the text of. */
  readonly report?: RunOfReport | undefined;
  /** The conversation that it belongs to. */
  readonly conversation?: Conversation | undefined;
  /** Runs of this process, newest first, whose reads may be used again. */
  readonly reuse?: readonly string[] | undefined;
  /** Reads the responses behind the rows again at the end. */
  readonly confirm?: boolean | undefined;
}

/** Check, review, approval, run: for a snippet from anywhere. An edit at the prompt goes through all of it again. */
export async function runSnippet(house: House, snippet: SnippetToRun, front: Front): Promise<RunResult> {
  const { source, definitions = [], question, reading, plan, planner } = snippet;
  const org = await house.findOrg();
  const counts = await knownCounts(house.folder, org?.address.origin);
  const surroundings = { orgSchema: snippet.orgSchema, definitions, knownCounts: counts };
  const { result, orgSchema } = await checkKnowingApps(house, front, source, surroundings);
  if (result.kind === "findings") return { kind: "findings", findings: result.findings, source };
  const { checked } = result;
  const given = await givenValues(checked, snippet.saved, snippet.parameters);
  await house.journal().snippets.save({ source, review: checked.review, question, reading, plan, planner });
  const unrun = await refuseEarly(house, org, checked.review, front);
  if (unrun !== undefined) return unrun;
  const decided = await decide(house, { checked, org: org?.address.origin ?? "", ...given, planner }, front);
  switch (decided.kind) {
    case "waiting":
      return {
        kind: "waiting",
        review: { ...checked.review, parameters: given.parameters },
        rendered: decided.rendered,
        why: decided.why,
      };
    case "edited":
      // The reading and its words were of the text before the edit.
      return runSnippet(
        house,
        {
          ...snippet,
          source: decided.source,
          planner: "file",
          saved: {},
          reading: undefined,
          definitions: [],
          report: undefined,
        },
        front,
      );
    case "approved":
      break;
  }
  const sampleSize = sampleSizeOf(snippet, decided.sampled);
  const { approval } = decided;
  const report = await execute(
    house,
    {
      checked,
      orgSchema,
      approval,
      ...given,
      planner,
      sampleSize,
      question,
      reading,
      plan,
      report: snippet.report,
      conversation: snippet.conversation,
      reuse: snippet.reuse,
    },
    front,
  );
  return { kind: "report", report: snippet.confirm === true ? await confirmed(house, report, front) : report };
}

/** What ends it before anybody is asked: scopes that the app was not granted. */
async function refuseEarly(
  house: House,
  org: ConfiguredOrg | undefined,
  review: Review,
  front: Front,
): Promise<RunResult | undefined> {
  if (org === undefined) return undefined;
  const missing = await findMissingGrantEarly(house, org, review, front);
  return missing === undefined ? undefined : { kind: "report", report: unrunReport(review, org, missing) };
}

function sampleSizeOf(snippet: SnippetToRun, isSampled: boolean): number | undefined {
  return snippet.sampleSize ?? (isSampled ? promptSampleSize : undefined);
}

/** The report with what reading its responses again has shown; nothing is read again for what is no answer. */
async function confirmed(house: House, report: RunReport, front: Front): Promise<RunReport> {
  if (report.outcome !== "answered" || report.run === null) return report;
  return { ...report, confirmed: await confirmRows(house, report.run, front.signal) };
}
