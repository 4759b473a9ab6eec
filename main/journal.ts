import type { KeptResend } from "../audit/books/resend-book.ts";
import type { RunAccount } from "../audit/runs/run-account.ts";
import type { RunHeadline } from "../audit/runs/run-headlines.ts";
import type { KeptRun } from "../audit/runs/runs.ts";
import type { VerifyReport } from "../audit/proof/verify.ts";
import type { ModelExchange } from "../terms/model-exchange.ts";
import type { RecordedRead } from "../terms/recording.ts";
import { domainOf } from "../terms/say-org.ts";
import type { House } from "./house.ts";
import { runNamed } from "./run/run-named.ts";
import { checkAllSigned, checkSignedRun } from "./signing/signed-approval.ts";
import type { SignatureCheck } from "./signing/ssh-signature.ts";

/** A run in the journal's list. */
export interface ListedRun {
  readonly run: string;
  readonly begunAt: string;
  readonly endedAt: string | null;
  /** `open` where it goes on, or was killed: then it can be resumed. */
  readonly outcome: string;
  readonly title: string;
  readonly question: string | null;
  readonly rows: number | null;
  readonly org: string;
  /** What its operator called it then, else its domain. */
  readonly orgName: string;
  readonly approvedBy: string;
  readonly approvedHow: string;
  /** When it came here out of a file; null for a run of this data folder. */
  readonly importedAt: string | null;
  /** What an operator said of the answer last. */
  readonly mark: "right" | "wrong" | null;
}

function listed(kept: KeptRun): ListedRun {
  const { beginning, ending } = kept;
  return {
    run: kept.run,
    begunAt: kept.begunAt,
    endedAt: kept.endedAt ?? null,
    outcome: ending?.outcome ?? "open",
    title: beginning.review.title,
    question: beginning.question ?? null,
    rows: ending?.rowCount ?? null,
    org: beginning.org,
    orgName: beginning.orgName ?? domainOf(beginning.org),
    approvedBy: beginning.approval.operator,
    approvedHow: beginning.approval.how,
    importedAt: kept.importedAt ?? null,
    mark: kept.mark?.verdict ?? null,
  };
}

/** A run whose texts were erased: that it took place stays. */
function listedForgotten(headline: RunHeadline): ListedRun {
  const { run, begunAt, endedAt, outcome, rowCount, org, operator, how, mark } = headline;
  return {
    run,
    begunAt,
    org,
    orgName: domainOf(org),
    importedAt: null,
    question: null,
    title: "(forgotten)",
    endedAt: endedAt ?? null,
    mark: mark?.verdict ?? null,
    outcome: outcome ?? "open",
    rows: rowCount ?? null,
    approvedBy: operator,
    approvedHow: how,
  };
}

/** The newest runs first. */
export function listJournal(house: House, limit: number): readonly ListedRun[] {
  return house
    .journal()
    .runs.listHeadlines({ limit })
    .map((headline) => (headline.kept === undefined ? listedForgotten(headline) : listed(headline.kept)));
}

/** Runs whose question, title, reading, parameters, operations, org or operator have all of the words, newest first. */
export function searchJournal(house: House, words: readonly string[], limit: number): readonly ListedRun[] {
  return house.journal().runs.search(words, limit).map(listed);
}

/** One read of a run, in short. */
export interface ListedRead {
  readonly step: number;
  readonly operationId: string;
  /** Method, path and query as sent; null where nothing was sent. */
  readonly request: string | null;
  readonly status: number | null;
  readonly at: string | null;
  readonly oktaRequestId: string | null;
}

function listedRead({ step, operationId, exchange }: RecordedRead): ListedRead {
  return {
    step,
    operationId,
    request: exchange === undefined ? null : `${exchange.method} ${exchange.target}`,
    status: exchange?.status ?? null,
    at: exchange?.attempts.at(-1)?.endedAt ?? null,
    oktaRequestId: exchange?.oktaRequestId ?? null,
  };
}

/** One run with what it did, and what became of its approval's signature. */
export interface ShownRun extends RunAccount {
  readonly summary: ListedRun;
  /** Null for an approval that was not signed. */
  readonly signature: SignatureCheck | null;
  readonly reads: readonly ListedRead[];
  /** Its requests that were sent again since, newest first. */
  readonly resends: readonly KeptResend[];
}

/** One run: what was approved beside what was done, and every read. Throws `journal/not-found`. */
export function showJournal(house: House, name: string): ShownRun {
  const { run } = runNamed(house, name);
  const account = house.journal().runs.show(run);
  const reads = [...house.journal().runs.listReads(run)].map(listedRead);
  const signature = checkSignedRun(house, account.beginning.approval) ?? null;
  const resends = house.journal().resends.list(run);
  return { ...account, summary: listed(account), signature, reads, resends };
}

/** What was sent to a model for one question, and what it answered. */
export interface ModelConversation {
  /** The planning's chain in the journal. */
  readonly planning: string;
  readonly exchanges: readonly ModelExchange[];
}

/** The model conversation behind a run, or behind a planning that led to none. Throws `journal/not-found`. */
export function showModelConversation(house: House, name: string): ModelConversation {
  const journal = house.journal();
  const direct = journal.listExchanges(name);
  if (direct.length > 0) return { planning: name, exchanges: direct };
  const { beginning } = runNamed(house, name);
  const planning = beginning.plan ?? "";
  return { planning, exchanges: journal.listExchanges(planning) };
}

/** Whether every chain of the journal holds; `anchors` names a copy of the anchors that was kept elsewhere. */
export function verifyJournal(
  house: House,
  bodies: boolean,
  anchors?: string,
): VerifyReport & { readonly clean: boolean; readonly publicKey: string } {
  const walked = house.journal().verify({ bodies, anchors });
  // A chain that does not hold is said first: what stands in it may not be readable.
  const report = walked.broken.length > 0 ? walked : { ...walked, broken: checkAllSigned(house) };
  return { ...report, clean: report.broken.length === 0, publicKey: house.journal().publicKey };
}
