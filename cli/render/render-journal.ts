import Table from "cli-table3";
import type { ListedRun, showJournal, verifyJournal } from "../../main/journal.ts";
import { sayOrg } from "../../terms/say-org.ts";
import { safeText } from "./safe-text.ts";

const plain = { head: [], border: [], compact: true };

/** Runs as a table, newest first. */
export function renderRunList(runs: readonly ListedRun[], none = "The journal has no runs yet."): string {
  if (runs.length === 0) return none;
  const table = new Table({ head: ["run", "begun", "outcome", "rows", "marked", "approved", "title"], style: plain });
  for (const one of runs) {
    table.push([
      one.run,
      one.begunAt,
      one.outcome,
      one.rows ?? "",
      one.mark ?? "",
      `${safeText(one.approvedBy)} (${one.approvedHow})${one.importedAt === null ? "" : ", imported"}`,
      safeText(one.title),
    ]);
  }
  return table.toString();
}

function renderSignature(signature: ReturnType<typeof showJournal>["signature"]): string {
  if (signature === null) return "";
  if (signature.kind === "bad") return `; its signature does NOT hold: ${safeText(signature.reason)}`;
  const whose = signature.principal === undefined ? "" : ` of ${safeText(signature.principal)}`;
  return `, signed with the key ${safeText(signature.key)}${whose}`;
}

/** One run: what was approved beside what was executed. */
export function renderRunRecord(record: ReturnType<typeof showJournal>): string {
  const { summary, operations, beginning, asOf } = record;
  const table = new Table({ head: ["operation", "approved as", "reads", "requests", "failed", "bytes"], style: plain });
  for (const one of operations) {
    table.push([
      safeText(one.operationId),
      one.approved?.effect ?? "NOT APPROVED",
      one.reads,
      one.requests,
      one.failed,
      one.bytes,
    ]);
  }
  return [
    `${safeText(summary.title)}, run ${summary.run}: ${summary.outcome}${summary.rows === null ? "" : `, ${summary.rows} rows`}`,
    ...(summary.question === null ? [] : [`Question:  ${safeText(summary.question)}`]),
    `Org:       ${safeText(sayOrg(summary.orgName, summary.org))}`,
    `Approved:  by ${safeText(summary.approvedBy)} (${summary.approvedHow}${renderSignature(record.signature)}), review ${beginning.review.reviewHash}`,
    ...(summary.importedAt === null
      ? []
      : [`Imported:  ${summary.importedAt}, out of a file; it was asked and approved elsewhere`]),
    `Begun:     ${summary.begunAt}${summary.endedAt === null ? ", not ended: it can be resumed" : `, ended ${summary.endedAt}`}`,
    ...record.marks.map(
      ({ verdict, operator, at, note }) =>
        `Marked:    ${verdict} by ${safeText(operator)}, ${at}${note === undefined ? "" : `: ${safeText(note)}`}`,
    ),
    ...(asOf === undefined ? [] : [`Read:      ${asOf.from} to ${asOf.to}`]),
    ...record.resends.map(
      ({ step, operator, at, status }) =>
        `Resent:    request ${step} by ${safeText(operator)}, ${at}, ${status === undefined ? "no answer" : `status ${status}`}`,
    ),
    table.toString(),
  ].join("\n");
}

/** The requests of a run by their number, in the order in which they were kept: for `evidence`, `resend` and Okta's support. */
export function renderRequests({ run, reads }: ReturnType<typeof showJournal>): string {
  if (reads.length === 0) return `The run ${run} sent no request whose text is kept.`;
  const table = new Table({ head: ["", "status", "answered", "request"], style: plain });
  for (const { step, status, at, request, operationId } of reads)
    table.push([step, status ?? "", at ?? "", safeText(request ?? `${operationId}: nothing was sent`)]);
  return table.toString();
}

/** Whether every chain holds, or the first bad entry of each that does not. */
export function renderVerification(report: ReturnType<typeof verifyJournal>): string {
  const looked = `${report.entries} entries in ${report.chains} chains${report.bodies === 0 ? "" : `, ${report.bodies} bodies`}`;
  const anchored =
    report.anchoredAt === undefined
      ? "No anchor was found: a tail that was cut off would not be seen."
      : `${report.anchors} anchors fit, the newest of ${report.anchoredAt}; signed with the key ${report.publicKey}.`;
  if (report.clean) return `The journal holds: ${looked}.\n${anchored}`;
  return [
    `The journal does NOT hold (${looked}):`,
    ...report.broken.map((one) => `  chain ${one.chain}, entry ${one.number}: ${safeText(one.reason)}`),
    "What stands after a bad entry in its chain is not vouched for. Restore journal.db from a copy to go back to what held.",
  ].join("\n");
}
