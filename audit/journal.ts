import type { ModelExchange } from "../terms/model-exchange.ts";
import type { GateChange } from "../terms/gate-change.ts";
import type { InputTable } from "../terms/input-table.ts";
import type { RecordedRead, Recording } from "../terms/recording.ts";
import type { Mark } from "../terms/mark.ts";
import type { Secret } from "../terms/secret.ts";
import { type ApprovalBook, createApprovalBook } from "./approvals.ts";
import { type AnchorBook, createAnchorBook } from "./anchor-book.ts";
import { publicKeyText, readAnchors } from "./anchors.ts";
import { type BodyStore, createBodyStore } from "./bodies.ts";
import { createBodyPlaces } from "./body-places.ts";
import { journalChain } from "./chain.ts";
import { damaged } from "./damaged.ts";
import { createEntryReader, type EntryReader } from "./entries.ts";
import { type JournalUsage, storedBytes, usageOf } from "./journal-usage.ts";
import type { KeyRing } from "./key-ring.ts";
import { getToKnow } from "./forget-person.ts";
import type { Person } from "./person.ts";
import {
  type DefinitionChange,
  type KeptDefinitionChange,
  listDefinitionChanges,
  saveDefinitionChange,
} from "./kept-definitions.ts";
import { type DeliveryTry, type KeptDeliveryTry, listDeliveryTries, saveDeliveryTry } from "./kept-deliveries.ts";
import {
  type DueRun,
  type KeptDueRun,
  listDueRuns,
  saveDueRun,
  saveScheduleChange,
  type ScheduleChange,
} from "./kept-schedules.ts";
import {
  type ExceptionChange,
  type KeptExceptionChange,
  listExceptionChanges,
  saveExceptionChange,
} from "./kept-exceptions.ts";
import { getSnippet, type KeptSnippet, saveSnippet } from "./kept-snippets.ts";
import { type KeptGateChange, listGateChanges, saveGateChange } from "./kept-gates.ts";
import { saveMark } from "./kept-marks.ts";
import { type KeptResend, listResends, type Resend, saveResend } from "./kept-resends.ts";
import { openDatabase, type OpenDatabase } from "./open-database.ts";
import { beginPlanJournal, listExchanges, type PlanBeginning, type PlanJournal } from "./plan-journal.ts";
import { createPinCheck } from "./prune.ts";
import { createTallies, type Tallies } from "./tallies.ts";
import { createStandingBook, type StandingBook } from "./standing-approvals.ts";
import { createRetentionBook, type RetentionBook } from "./retention-book.ts";
import { createRedactor, type Redactor } from "./redact.ts";
import { recordingOf } from "./recordings.ts";
import { accountOfRun, listReads, type RunAccount } from "./run-account.ts";
import type { RunBeginning, RunOfReport } from "./run-details.ts";
import { createRunJournal, type RunJournal, writeBeginning, writeResumption, writeRunOf } from "./run-journal.ts";
import { newRunName } from "./run-name.ts";
import {
  getRun,
  getRunName,
  type KeptReportRun,
  type KeptRun,
  listRuns,
  listRunsOfReport,
  searchRuns,
} from "./runs.ts";
import type { CheckedRunFile } from "./transfer/check-run-file.ts";
import { exportLines } from "./transfer/export-run.ts";
import { importRun, type ImportedRun } from "./transfer/import-run.ts";
import { unwritableFor } from "./unwritable.ts";
import { verifyJournal, type VerifyReport } from "./verify.ts";
import { type RunHeadline, listHeadlines } from "./run-headlines.ts";
import { readAbout } from "./schema.ts";
import { type Writing, writeEntry } from "./writing.ts";
import { createWriteQueue } from "./write-queue.ts";
import type { Eraser, ErasureReport, Expiry } from "./writer-task.ts";

/** Where a journal is, and what it takes from outside. */
export interface JournalOptions {
  /** The data folder; `journal.db` is in it. Made 0700. */
  readonly folder: string;
  /** Has the journal's one secret: what it seals texts and signs anchors with is derived from it. */
  readonly ring: KeyRing;
  /** False: `journal/not-found` where there is none yet. Default true. */
  readonly createIfMissing?: boolean;
  /** The clock of entries; default the machine's. */
  readonly now?: () => Date;
  /** Bytes that the file may have at the most; default as many as the disk holds. */
  readonly mostBytes?: number | undefined;
}

/**
 * The append-only record of everything that was asked, approved, sent and answered. One instance a process; several
 * processes may have one open on the same folder.
 * Contract: every writing method resolves when what it wrote is on the disk, and rejects with `journal/unwritable`. A thread
 * writes; reading is synchronous and sees everything that was acknowledged.
 */
export class Journal {
  readonly #file: OpenDatabase;
  readonly #bodies: BodyStore;
  readonly #entries: EntryReader;
  readonly #redactor: Redactor = createRedactor();
  readonly #writing: Writing;
  /** What was approved and taken back. */
  readonly approvals: ApprovalBook;
  /** What is counted of it. */
  readonly tallies: Tallies;
  readonly standing: StandingBook;
  /** What is out of its time, and when that was seen to by itself. */
  readonly retention: RetentionBook;
  /** Anchors that are made when they are asked for. */
  readonly anchors: AnchorBook;

  readonly #anchors: string | undefined;

  constructor(file: OpenDatabase, { now = () => new Date(), ring, mostBytes }: JournalOptions) {
    const anchors = ring.anchorsOf(readAbout(file.database, "journal"));
    this.#anchors = anchors;
    this.#file = file;
    const places = createBodyPlaces();
    this.#bodies = createBodyStore(file.database, file.keys, places);
    this.#entries = createEntryReader(file.database, file.keys, places);
    this.#writing = {
      queue: createWriteQueue({ path: file.path, secret: file.keys.secret, anchors, mostBytes }, (reason) =>
        unwritableFor(reason, file.path),
      ),
      places,
      redact: (text) => this.#redactor.redact(text),
      now: () => now().toISOString(),
    };
    this.tallies = createTallies(this.#entries);
    this.approvals = createApprovalBook(this.#writing, this.#entries);
    this.standing = createStandingBook(this.#writing, this.#entries);
    this.retention = createRetentionBook(this.#writing, this.#entries, file.database);
    this.anchors = createAnchorBook(this.#writing, this.#entries, { ...file, anchors });
  }

  /** The file. */
  get path(): string {
    return this.#file.path;
  }

  /** From now on this value is in nothing that is written. To be called before anything else is. */
  protect(secret: Secret): void {
    this.#redactor.protect(secret);
  }

  /**
   * Begins a run: its snippet, review, approval and versions are on the disk before its first request. `orgSchema` is the text of
   * the org's attributes that it was checked against: with it the run can be checked again anywhere and at any time. `tables` are
   * the files that it is given.
   */
  async beginRun(beginning: RunBeginning, orgSchema?: string, tables: readonly InputTable[] = []): Promise<RunJournal> {
    const run = newRunName(this.#writing.now());
    await writeBeginning(this.#writing, run, beginning, { orgSchema, tables });
    return createRunJournal(this.#writing, run);
  }

  /** Goes on with a run that stopped or was killed; `why` is kept. Throws `journal/not-found`. */
  async resumeRun(name: string, why: object): Promise<RunJournal> {
    const { run } = this.getRun(name);
    await writeResumption(this.#writing, run, why);
    return createRunJournal(this.#writing, run);
  }

  /** Begins the record of a planning: its model requests, and the plan. */
  beginPlan(beginning: PlanBeginning): Promise<PlanJournal> {
    return beginPlanJournal(this.#writing, newRunName(this.#writing.now()), beginning);
  }

  /** The model requests of a planning, in their order. */
  listExchanges(plan: string): readonly ModelExchange[] {
    return listExchanges(this.#entries, this.#bodies, plan);
  }

  /** Keeps that a word of an org was defined, or taken away. */
  saveDefinitionChange(change: DefinitionChange): Promise<void> {
    return saveDefinitionChange(this.#writing, change);
  }

  /** Keeps that exceptions of a report were accepted or taken away. */
  saveExceptionChange(change: ExceptionChange): Promise<void> {
    return saveExceptionChange(this.#writing, change);
  }

  /** What became of the exceptions of a report, newest first. */
  listExceptionChanges(report: string): readonly KeptExceptionChange[] {
    return listExceptionChanges(this.#entries, report);
  }

  /** What was defined and taken away under that word, newest first. */
  listDefinitionChanges(name: string): readonly KeptDefinitionChange[] {
    return listDefinitionChanges(this.#entries, name);
  }

  /** Keeps that a gate was set or tripped. */
  saveGateChange(change: GateChange): Promise<void> {
    return saveGateChange(this.#writing, change);
  }

  /** The changes of a gate, newest first. */
  listGateChanges(gate: GateChange["gate"]): readonly KeptGateChange[] {
    return listGateChanges(this.#entries, gate);
  }

  /** Keeps what an operator says of a run's answer; gives the run's name. Throws `journal/not-found`. */
  async saveMark(name: string, mark: Mark): Promise<string> {
    const run = getRunName(this.#entries, name);
    await saveMark(this.#writing, run, mark);
    return run;
  }

  /** Keeps that a request of a run was sent again; gives the hash of the body as kept. Throws `journal/not-found`. */
  saveResend(name: string, resend: Resend, body: string | undefined): Promise<string | undefined> {
    return saveResend(this.#writing, this.getRun(name).run, resend, body);
  }

  /** The requests of a run that were sent again, newest first. */
  listResends(run: string): readonly KeptResend[] {
    return listResends(this.#entries, run);
  }

  /** Keeps that a schedule was added, taken away, paused or set going again. */
  saveScheduleChange(change: ScheduleChange): Promise<void> {
    return saveScheduleChange(this.#writing, change);
  }

  /** Keeps what became of a schedule at one time at which it was due. */
  saveDueRun(due: DueRun): Promise<void> {
    return saveDueRun(this.#writing, due);
  }

  /** What became of a schedule, the newest first. */
  listDueRuns(schedule: string, options: { readonly limit: number }): readonly KeptDueRun[] {
    return listDueRuns(this.#entries, schedule, options.limit);
  }

  /** Keeps one try to deliver what a schedule gave. */
  saveDeliveryTry(tried: DeliveryTry): Promise<void> {
    return saveDeliveryTry(this.#writing, tried);
  }

  /** The tries to deliver what was due of a schedule at one time, ISO 8601, the newest first. */
  listDeliveryTries(schedule: string, due: string): readonly KeptDeliveryTry[] {
    return listDeliveryTries(this.#entries, schedule, due);
  }

  /** Keeps a checked snippet, to be approved and run by its hash. */
  saveSnippet(snippet: KeptSnippet): Promise<void> {
    return saveSnippet(this.#writing, snippet);
  }

  /** The snippet whose review hash is or uniquely starts with `hash`. Throws `journal/not-found`. */
  getSnippet(hash: string): KeptSnippet {
    return getSnippet(this.#entries, hash);
  }

  /** The newest runs first; 50 unless told otherwise. */
  listRuns(options: { readonly limit?: number } = {}): readonly KeptRun[] {
    return listRuns(this.#entries, options.limit ?? 50);
  }

  /** Counts a run that has ended among those of a report that was saved from it. Throws `journal/not-found`. */
  async countRunOf(name: string, report: RunOfReport): Promise<void> {
    await writeRunOf(this.#writing, this.getRun(name).run, report);
  }

  /** The newest runs of a report first. */
  listRunsOfReport(report: string, options: { readonly limit: number }): readonly KeptReportRun[] {
    return listRunsOfReport(this.#entries, report, options.limit);
  }

  /** The newest runs first whose question, title, reading, parameters, operations, org or operator have all of the words. */
  searchRuns(words: readonly string[], limit: number): readonly KeptRun[] {
    return searchRuns(this.#entries, words, limit);
  }

  /** The run with that name, a unique beginning or end of it, or `last`. Throws `journal/not-found`. */
  getRun(name: string): KeptRun {
    return getRun(this.#entries, name);
  }

  /** A run with its approved operations beside what was executed. Throws `journal/not-found`. */
  showRun(name: string): RunAccount {
    return accountOfRun(this.#entries, name);
  }

  /** The reads of a run in the order in which they were kept. Throws `journal/not-found`. */
  listReads(name: string): IterableIterator<RecordedRead> {
    return listReads(this.#entries, this.getRun(name).run);
  }

  /** The evidence of a run, answering in place of the network. Throws `journal/not-found`. */
  recordingOf(name: string): Recording {
    return recordingOf(this.#entries, this.#bodies, this.getRun(name));
  }

  /** A kept body: a response, or an ended run's rows by their hash. Throws `journal/not-found` or `journal/broken`. */
  loadBody(hash: string): string {
    return this.#bodies.load(hash);
  }

  /** The newest thing that was attached to a run under that kind, as JSON text. Throws `journal/not-found` for no such run. */
  findAttachment(name: string, kind: string): string | undefined {
    return this.#entries.findInChain(this.getRun(name).run, kind, "")?.detail ?? undefined;
  }

  /** Adds something to a run that has ended, such as evidence made later. Throws `journal/not-found`. */
  async attach(name: string, kind: string, detail: object): Promise<void> {
    await createRunJournal(this.#writing, this.getRun(name).run).attach(kind, detail);
  }

  /** A run as lines of a file that another machine can verify and replay. Walk it to its end. Throws `journal/not-found` or `journal/broken`. */
  exportRun(name: string): IterableIterator<string> {
    return exportLines(this.#entries, this.#bodies, this.getRun(name), this.#writing.now());
  }

  /** Takes in a run out of a file that `checkRunFile` found whole. Throws `journal/conflict`. */
  importRun(file: CheckedRunFile, lines: AsyncIterable<string>, operator: string): Promise<ImportedRun> {
    return importRun(this.#writing, this.#entries, file, { lines, operator });
  }

  /** The newest runs by what stays known of them, forgotten ones too; 50 unless told otherwise. */
  listHeadlines(options: { readonly limit?: number } = {}): readonly RunHeadline[] {
    return listHeadlines(this.#entries, options.limit ?? 50);
  }

  /** Erases every text of a run and of its planning. Throws `journal/not-found`. */
  forgetRun(name: string, by: string): Promise<ErasureReport> {
    const run = getRunName(this.#entries, name);
    return this.#writing.queue.run({ kind: "forget-run", run, eraser: this.#eraser(by) });
  }

  /** The person with that login, by all that the journal says: to look for what names one elsewhere. Reads every text. */
  knowPerson(login: string): Person {
    return getToKnow(this.#file.database, this.#file.keys, login);
  }

  /** Erases every text that names the person with that login. */
  forgetPerson(login: string, by: string): Promise<ErasureReport> {
    return this.#writing.queue.run({ kind: "forget-person", login, eraser: this.#eraser(by) });
  }

  /**
   * Erases responses of runs that began before their kind's time, and are not pinned. With `forMs` a part of them: nothing more
   * is begun after that, so that what is to be written meanwhile does not wait.
   */
  prune(expiry: Expiry, by: string, forMs?: number): Promise<ErasureReport> {
    return this.#writing.queue.run({ kind: "prune", expiry, eraser: this.#eraser(by), forMs });
  }

  /** Keeps a run whatever its age, or no longer. Gives its name. Throws `journal/not-found`. */
  async pin(name: string, pinned: boolean, by: string): Promise<string> {
    const run = getRunName(this.#entries, name);
    const entry = { chain: journalChain, kind: "pin", subject: run };
    await writeEntry(this.#writing, { ...entry, detail: {}, facts: { pinned, by } });
    return run;
  }

  /** Whether a run is kept whatever its age. */
  isPinned(run: string): boolean {
    return createPinCheck(this.#file.database)(run);
  }

  /** Bytes of its files. */
  get storedBytes(): number {
    return storedBytes(this.#file.path);
  }

  /** What the journal takes of the disk. */
  usage(): JournalUsage {
    return usageOf(this.#file.database, this.#file.path);
  }

  /** The public key that anchors are signed with: SPKI, base64. */
  get publicKey(): string {
    return publicKeyText(this.#file.keys.verify);
  }

  /** The file with the anchors; undefined where none are kept. */
  get anchorsPath(): string | undefined {
    return this.#anchors;
  }

  /**
   * Walks all chains, holds them against the anchors, and all bodies and the file itself too where asked; `anchors` names a
   * copy of the anchors besides the journal's own. Throws `journal/broken` where it cannot be read at all.
   */
  verify(options: { readonly bodies?: boolean; readonly anchors?: string | undefined } = {}): VerifyReport {
    try {
      const anchors = [this.#anchors, options.anchors].flatMap((path) => (path === undefined ? [] : readAnchors(path)));
      return verifyJournal(this.#file.database, this.#file.keys, { bodies: options.bodies ?? false, anchors });
    } catch (error) {
      throw damaged(error, this.#file.path);
    }
  }

  #eraser(by: string): Eraser {
    return { by, at: this.#writing.now() };
  }

  /** Writes what is waiting, ends the writing thread and closes the file. */
  async close(): Promise<void> {
    await this.#writing.queue.close();
    this.#file.database.close();
  }
}

/** Opens the journal of a data folder. Throws `journal/unwritable`, `journal/newer`, `journal/wrong-key`, `journal/broken` or `journal/not-found`. */
export function openJournal(options: JournalOptions): Journal {
  const file = openDatabase(options.folder, options.createIfMissing ?? true, options.ring);
  try {
    return new Journal(file, options);
  } catch (error) {
    file.database.close();
    throw damaged(error, file.path);
  }
}
