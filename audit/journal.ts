import type { InputTable } from "../terms/input-table.ts";
import type { ModelExchange } from "../terms/model-exchange.ts";
import type { Recording } from "../terms/recording.ts";
import type { Secret } from "../terms/secret.ts";
import { type AnchorBook, createAnchorBook } from "./books/anchor-book.ts";
import { publicKeyText, readAnchors } from "./proof/anchors.ts";
import { type ApprovalBook, createApprovalBook } from "./books/approval-book.ts";
import { type BodyStore, createBodyStore } from "./entries/bodies.ts";
import { createBodyPlaces } from "./entries/body-places.ts";
import { damaged } from "./entries/damaged.ts";
import { createEntryReader, type EntryReader } from "./entries/entries.ts";
import { createErasureBook, type ErasureBook } from "./books/erasure-book.ts";
import { type JournalUsage, storedBytes, usageOf } from "./tallies/journal-usage.ts";
import { createDefinitionBook, type DefinitionBook } from "./books/definition-book.ts";
import { createDeliveryBook, type DeliveryBook } from "./books/delivery-book.ts";
import { createExceptionBook, type ExceptionBook } from "./books/exception-book.ts";
import { createGateBook, type GateBook } from "./books/gate-book.ts";
import { createResendBook, type ResendBook } from "./books/resend-book.ts";
import { createScheduleBook, type ScheduleBook } from "./books/schedule-book.ts";
import { createSnippetBook, type SnippetBook } from "./books/snippet-book.ts";
import type { KeyRing } from "./entries/key-ring.ts";
import { openDatabase, type OpenDatabase } from "./database/open-database.ts";
import { beginPlanJournal, listExchanges, type PlanBeginning, type PlanJournal } from "./runs/plan-journal.ts";
import { recordingOf } from "./runs/recordings.ts";
import { createRedactor, type Redactor } from "./entries/redact.ts";
import { createRetentionBook, type RetentionBook } from "./books/retention-book.ts";
import { createRunBook, type RunBook } from "./books/run-book.ts";
import type { RunBeginning } from "./runs/run-details.ts";
import { createRunJournal, type RunJournal, writeBeginning, writeResumption } from "./runs/run-journal.ts";
import { newRunName } from "./entries/run-name.ts";
import { readAbout } from "./database/schema.ts";
import { createStandingBook, type StandingBook } from "./books/standing-book.ts";
import { createTallies, type Tallies } from "./tallies/tallies.ts";
import type { CheckedRunFile } from "./transfer/check-run-file.ts";
import { exportLines } from "./transfer/export-run.ts";
import { importRun, type ImportedRun } from "./transfer/import-run.ts";
import { unwritableFor } from "./entries/unwritable.ts";
import { verifyJournal, type VerifyReport } from "./proof/verify.ts";
import { createWriteQueue } from "./writing/write-queue.ts";
import type { Writing } from "./writing/writing.ts";

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
  readonly runs: RunBook;
  /** What was approved and taken back. */
  readonly approvals: ApprovalBook;
  readonly standing: StandingBook;
  readonly snippets: SnippetBook;
  readonly definitions: DefinitionBook;
  readonly exceptions: ExceptionBook;
  readonly gates: GateBook;
  readonly schedules: ScheduleBook;
  readonly deliveries: DeliveryBook;
  readonly resends: ResendBook;
  /** What is taken out of it. */
  readonly erasures: ErasureBook;
  /** What is out of its time, and when that was seen to by itself. */
  readonly retention: RetentionBook;
  /** Anchors that are made when they are asked for. */
  readonly anchors: AnchorBook;
  /** What is counted of it. */
  readonly tallies: Tallies;

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
    const [writing, entries] = [this.#writing, this.#entries];
    this.runs = createRunBook(writing, entries);
    this.approvals = createApprovalBook(writing, entries);
    this.standing = createStandingBook(writing, entries);
    this.snippets = createSnippetBook(writing, entries);
    this.definitions = createDefinitionBook(writing, entries);
    this.exceptions = createExceptionBook(writing, entries);
    this.gates = createGateBook(writing, entries);
    this.schedules = createScheduleBook(writing, entries);
    this.deliveries = createDeliveryBook(writing, entries);
    this.resends = createResendBook(writing, entries);
    this.erasures = createErasureBook(writing, entries, file);
    this.retention = createRetentionBook(writing, entries, file.database);
    this.anchors = createAnchorBook(writing, entries, { ...file, anchors });
    this.tallies = createTallies(entries);
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
    const { run } = this.runs.get(name);
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

  /** The evidence of a run, answering in place of the network. Throws `journal/not-found`. */
  recordingOf(name: string): Recording {
    return recordingOf(this.#entries, this.#bodies, this.runs.get(name));
  }

  /** A kept body: a response, or an ended run's rows by their hash. Throws `journal/not-found` or `journal/broken`. */
  loadBody(hash: string): string {
    return this.#bodies.load(hash);
  }

  /** A run as lines of a file that another machine can verify and replay. Walk it to its end. Throws `journal/not-found` or `journal/broken`. */
  exportRun(name: string): IterableIterator<string> {
    return exportLines(this.#entries, this.#bodies, this.runs.get(name), this.#writing.now());
  }

  /** Takes in a run out of a file that `checkRunFile` found whole. Throws `journal/conflict`. */
  importRun(file: CheckedRunFile, lines: AsyncIterable<string>, operator: string): Promise<ImportedRun> {
    return importRun(this.#writing, this.#entries, file, { lines, operator });
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
