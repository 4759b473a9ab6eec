import type { RunBeginning, RunOfReport, RunPlanner } from "../../audit/runs/run-details.ts";
import type { RunJournal } from "../../audit/runs/run-journal.ts";
import { tableText } from "../../audit/entries/table-text.ts";
import { eraseChecked } from "../../executor/bundle.ts";
import type { Checked } from "../../executor/check/checker.ts";
import { driftWarnings } from "../../registry/drift/drift-warnings.ts";
import { keptSchemaText } from "../../registry/kept-schema.ts";
import type { Program, ProgramTable, RunOptions } from "../../executor/program.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import type { Approval } from "../../terms/approval.ts";
import type { AnswerAsk } from "../../terms/ask.ts";
import type { Waiting } from "../../okta/pacing/waiting-line.ts";
import { Failure } from "../../terms/failure.ts";
import { type InputTable, referenceTo } from "../../terms/input-table.ts";
import type { RunEnd } from "../../terms/run-end.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import { postAnchorWhenDue } from "../anchoring/post-anchor-when-due.ts";
import type { Front } from "../front.ts";
import { settleGates } from "../gates/settle-gates.ts";
import type { House } from "../house.ts";
import type { Conversation } from "../planning/conversation.ts";
import { operatorName } from "../operator.ts";
import { applyRetention } from "../retention/apply-retention.ts";
import { alertingClient } from "../alerts/alerting-client.ts";
import { tokenAgeConditions } from "../alerts/token-age-conditions.ts";
import { driftConditions } from "../alerts/drift-conditions.ts";
import { learnCounts } from "../org/known-counts.ts";
import type { RunReport } from "../run-report.ts";
import { buildHashOf, currentVersions } from "./build-versions.ts";
import { findMissingGrant, scopesOf } from "./check-grants.ts";
import { watchCounts } from "./count-watch.ts";
import { watchDrift, type DriftWatch } from "./drift-watch.ts";
import { earlierReads } from "./earlier-reads.ts";
import { answerFromOkta } from "./live-answer.ts";
import { outcomeOf } from "./outcome.ts";
import { progressOf } from "./progress.ts";
import { answerReusing } from "./reuse-reads.ts";
import { reportRun } from "./report-run.ts";
import { watchRoles, type RoleWatch } from "./role-watch.ts";
import { unrunReport } from "./unrun-report.ts";
import { completenessWarnings } from "./run-warnings.ts";

/** An approved snippet and what it is to be run with. */
export interface ApprovedRun {
  readonly checked: Checked;
  /** The schema that it was checked against: filters put together while running are held against the same. */
  readonly orgSchema: OrgSchema;
  readonly approval: Approval;
  readonly parameters: ParameterValues;
  /** The files that it is given, in the order in which they are declared; none where absent. */
  readonly tables?: readonly InputTable[] | undefined;
  readonly planner: RunPlanner;
  readonly sampleSize?: number | undefined;
  readonly question?: string | undefined;
  readonly reading?: string | undefined;
  /** The planning's chain in the journal. */
  readonly plan?: string | undefined;
  /** The report that it is a run of. */
  readonly report?: RunOfReport | undefined;
  readonly conversation?: Conversation | undefined;
  /** Runs of this process, newest first, whose reads answer again what they have read already. */
  readonly reuse?: readonly string[] | undefined;
}

async function beginningOf(house: House, approved: ApprovedRun, orgName: string): Promise<RunBeginning> {
  const {
    checked,
    approval,
    parameters,
    tables = [],
    planner,
    sampleSize,
    question,
    reading,
    plan,
    report,
    conversation,
  } = approved;
  const versions = await currentVersions(checked);
  return {
    question,
    reading,
    plan,
    report,
    conversation: conversation?.name,
    sample: sampleSize,
    source: checked.source,
    review: checked.review,
    buildHash: buildHashOf(versions),
    versions,
    parameters,
    ...(tables.length === 0 ? {} : { tables: tables.map(referenceTo) }),
    clock: new Date().toISOString(),
    timeZone: house.settings.timeZone,
    limits: approval.limits,
    approval,
    org: approval.org,
    orgName,
    planner,
  };
}

/** The program of a run, from what the journal keeps of it: the same for the run itself, its resumption and its replays. */
export async function programOf(
  checked: Checked,
  beginning: Pick<RunBeginning, "parameters" | "clock" | "timeZone" | "sample">,
  orgSchema: OrgSchema,
  tables: readonly ProgramTable[],
): Promise<Program> {
  return {
    ...(await eraseChecked(checked)),
    operationIds: checked.operationIds,
    parameters: beginning.parameters,
    tables,
    clock: beginning.clock,
    timeZone: beginning.timeZone,
    mode: "plain",
    columns: checked.review.columns.map((column) => column.name),
    orgSchema,
    ...(checked.readableNames === undefined ? {} : { readableNames: checked.readableNames }),
    ...(beginning.sample === undefined ? {} : { sampleSize: beginning.sample }),
  };
}

/** The end of a run as its roles leave it: what was read under two different limits is no answer. */
async function settleRoles(
  end: RunEnd,
  roles: RoleWatch,
): Promise<{ readonly end: RunEnd; readonly warnings: readonly string[] }> {
  if (end.kind === "failed" || end.kind === "stopped") return { end, warnings: [] };
  const { failure, warnings } = await roles.settle();
  if (failure === undefined) return { end, warnings };
  return { end: { kind: "failed", failure, notes: end.notes, steps: end.steps }, warnings };
}

/** Asks the operator at a limit, where there is one; what was allowed stands in the run's journal. */
function raisingLimits(front: Front, journal: RunJournal): Pick<RunOptions, "onLimit"> {
  const { raiseLimit } = front;
  if (raiseLimit === undefined) return {};
  return {
    onLimit: async (reached) => {
      const raised = await raiseLimit(reached);
      await journal.attach("limit-asked", { ...reached, raised: raised ?? null, operator: operatorName() });
      return raised;
    },
  };
}

/** Runs a program to its end and writes the end into its journal. */
export async function runToEnd(
  house: House,
  program: Program,
  journal: RunJournal,
  options: {
    readonly beginning: RunBeginning;
    readonly answer: AnswerAsk;
    readonly drift: DriftWatch;
    readonly roles: RoleWatch;
    readonly front: Front;
  },
): Promise<RunReport> {
  const { beginning, answer, drift, roles, front } = options;
  const ran: RunEnd = await house.sandbox().run(program, {
    limits: beginning.limits,
    answer,
    signal: front.signal,
    // A read that waits for the disk holds no place of the network: the client alone bounds what is sent at once.
    concurrency: 4 * house.settings.concurrency,
    onProgress: progressOf(front, beginning.review.price),
    ...raisingLimits(front, journal),
    ...(house.onDelivered === undefined ? {} : { onDelivered: house.onDelivered }),
  });
  const { end, warnings: roleWarnings } = await settleRoles(ran, roles);
  const account = house.journal().runs.show(journal.run);
  const incomplete = completenessWarnings(account, () => house.journal().recordingOf(journal.run), end);
  const drifts = drift.settle();
  const warnings = [...roleWarnings, ...incomplete, ...driftWarnings(drifts)];
  await journal.end({
    outcome: outcomeOf(end),
    notes: end.notes,
    warnings,
    ...(end.kind === "finished" ? { rows: end.rows } : {}),
    ...(end.kind === "declined" ? { declined: { reason: end.reason, candidates: end.candidates } } : {}),
    ...(end.kind === "failed" || end.kind === "stopped" ? { failure: end.failure } : {}),
  });
  await settleGates(house, new Date());
  house.alerts().note(driftConditions({ origin: beginning.org, name: beginning.orgName }, drifts));
  void house.alerts().settle();
  house.later(postAnchorWhenDue(house));
  return reportRun(account, end, warnings);
}

function otherOrg(approved: string, origin: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "OKTA_DOMAIN", expected: approved },
    {
      found: `The snippet was approved for ${approved}, and the org in use is ${origin} now.`,
      why: "An approval holds for one org; nothing was sent to another.",
      help: "Run it again: it is shown again and asked about for the org in use.",
    },
  );
}

/** Runs an approved snippet on the org in use: journal first, then the sandbox, then the report. */
export async function execute(house: House, approved: ApprovedRun, front: Front): Promise<RunReport> {
  const org = await house.org();
  if (org.address.origin !== approved.approval.org) throw otherOrg(approved.approval.org, org.address.origin);
  const { review } = approved.checked;
  const missing = await findMissingGrant(org, review);
  if (missing !== undefined) return unrunReport(review, org, missing);
  const beginning = await beginningOf(house, approved, org.name);
  const { tables = [] } = approved;
  const texts = tables.map(({ name, rows }) => ({ name, text: tableText(rows) }));
  const program = await programOf(approved.checked, beginning, approved.orgSchema, texts);
  const journal = await house.journal().beginRun(beginning, keptSchemaText(approved.orgSchema), tables);
  applyRetention(house);
  const onWaiting = (waiting: Waiting): void => front.onProgress({ kind: "waiting", ...waiting });
  const client = alertingClient(house, org, "run", { scopes: scopesOf(review), onWaiting });
  house.alerts().look((signal, nowMs) => tokenAgeConditions(house, org, signal, nowMs));
  const drift = watchDrift();
  const counts = watchCounts();
  const roles = watchRoles({
    house,
    org,
    review,
    journal,
    signal: front.signal,
    onWaiting,
  });
  try {
    const loadBody = (hash: string): string => house.journal().loadBody(hash);
    const { keep, run } = journal;
    const live = answerFromOkta({
      client,
      run,
      keep,
      cursors: new Map(),
      loadBody,
      onResponse: drift.see,
      onPage: counts.seePage,
      onList: roles.noteList,
    });
    const earlier = earlierReads(approved.reuse ?? [], (one) => house.journal().runs.listReads(one), Date.now());
    const { answer, taken } = answerReusing(earlier, { keep, loadBody }, live);
    const report = await runToEnd(house, program, journal, { beginning, answer, drift, roles, front });
    await learnCounts(house.folder, org.address.origin, counts.counts());
    const reused = taken();
    return reused === undefined ? report : { ...report, reused };
  } finally {
    await roles.close();
    client.close();
  }
}
