import { rmSync } from "node:fs";
import type { KeyRing } from "../../audit/entries/key-ring.ts";
import { findJournalName } from "../../audit/database/journal-name.ts";
import { withLock } from "../../library/with-lock.ts";
import { Failure, isFailure } from "../../terms/failure.ts";
import { journalKeyRing, keysFolder } from "./journal-key-ring.ts";
import { keyFilePath, parseKey, renderKey, writeKeyFile } from "./key-file.ts";
import { findKeychain, type Keychain } from "./keychain.ts";
import type { Settings } from "./settings.ts";

/** Where the key of a journal can be. */
export type KeyPlace = "keychain" | "file";

const accountOf = (journal: string): string => `key of the journal ${journal}`;

function notMoved(place: string, reason: string, cause?: unknown): Failure<"config/secrets"> {
  return new Failure(
    "config/secrets",
    { place, reason },
    {
      found: `The journal's key was not moved: ${place} ${reason}.`,
      why: "The journal cannot be read without it, so it stays where it is until it is safe in the other place.",
      help: "See that a keychain answers in this session (ATTEST_KEYCHAIN=auto), or leave the key where it is: attest journal key says where.",
    },
    cause,
  );
}

function noJournal(folder: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "journal", name: folder },
    {
      found: `There is no journal in ${folder} yet, or none that has a key.`,
      why: "A journal gets its key when it is made.",
      help: "Ask something first.",
    },
  );
}

const isSame = (a: Uint8Array, b: Uint8Array | undefined): boolean => b !== undefined && Buffer.compare(a, b) === 0;

async function keyIn(keychain: Keychain, journal: string): Promise<Uint8Array | undefined> {
  const text = await keychain.get(accountOf(journal));
  return text === undefined ? undefined : parseKey(text);
}

/** Puts a key into the keychain and reads it back; only then its file goes. */
async function intoKeychain(keychain: Keychain, folder: string, journal: string, key: Uint8Array): Promise<void> {
  const place = "the keychain of this machine";
  let back: Uint8Array | undefined;
  try {
    await keychain.set(accountOf(journal), renderKey(key));
    back = await keyIn(keychain, journal);
  } catch (error) {
    throw notMoved(place, `failed (${error instanceof Error ? error.message : "unknown reason"})`, error);
  }
  if (!isSame(key, back)) throw notMoved(place, "gave another key back");
  rmSync(keyFilePath(folder, journal), { force: true });
}

/** The other way round. A file that is there meanwhile is not written over. */
async function intoFile(keychain: Keychain, folder: string, journal: string, key: Uint8Array): Promise<void> {
  if (!isSame(key, writeKeyFile(folder, journal, key))) throw notMoved(folder, "gave another key back");
  await keychain.delete(accountOf(journal));
}

/** What a holder goes by. */
type KeySettings = Pick<Settings, "keys" | "anchors" | "keychain">;

/**
 * Holds the key of the data folder's journal: in the keychain of this machine where there is one, else in a file of its owner's
 * alone. A key that is in a file stays there, unless it is moved.
 */
export class JournalKeyHolder {
  readonly #home: string;
  readonly #folder: string;
  readonly #files: KeyRing;
  readonly #find: () => Promise<Keychain | undefined>;
  readonly #held = new Map<string, Uint8Array>();
  #place: KeyPlace = "file";
  #where: string;
  #isUnlocked = false;
  #made: string | undefined;

  /** The holder of the journal in the data folder `home`; `find` finds the keychain. */
  constructor(
    settings: KeySettings,
    home: string,
    find: () => Promise<Keychain | undefined> = () => findKeychain(settings.keychain),
  ) {
    this.#home = home;
    this.#folder = keysFolder(settings.keys);
    this.#files = journalKeyRing(settings.keys, settings.anchors);
    this.#find = find;
    this.#where = this.#files.place;
  }

  /** Where the key is, as far as is known without asking the keychain: after `unlock` it is known. */
  get place(): KeyPlace {
    return this.#place;
  }

  /** The same in words. */
  get where(): string {
    return this.#where;
  }

  /** What the journal is opened with. Knows the keychain's key after `unlock` alone. */
  get ring(): KeyRing {
    return {
      ...this.#files,
      place: this.#where,
      find: (journal) => this.#held.get(journal) ?? this.#files.find(journal),
      create: (journal) => {
        this.#made = journal;
        return this.#files.create(journal);
      },
    };
  }

  /** Asks the keychain for the key where no file has it. Never rejects: without a key the journal says that it has none. */
  async unlock(): Promise<void> {
    try {
      await this.#look();
    } catch {
      // Opening the journal says what is wrong with its file, or that it has no key.
    }
  }

  /**
   * Moves the key: it leaves its old place when it was read back from the new one, and not before. Throws `config/secrets`,
   * `config/invalid`, `library/busy`, and `journal/not-found` where there is no journal yet.
   */
  async move(to: KeyPlace): Promise<void> {
    const journal = findJournalName(this.#home);
    if (journal === undefined) throw noJournal(this.#home);
    // Two moves in opposite directions would each take away what the other one has just put there.
    await withLock(keyFilePath(this.#folder, journal), () => this.#move(journal, to));
  }

  async #move(journal: string, to: KeyPlace): Promise<void> {
    await this.#look();
    const key = this.#held.get(journal);
    if (key === undefined) throw noJournal(this.#home);
    if (this.#place === to) return;
    const keychain = await this.#find();
    if (keychain === undefined) throw notMoved("the keychain of this machine", "does not answer");
    await (to === "keychain" ? intoKeychain : intoFile)(keychain, this.#folder, journal, key);
    this.#settleOn(to);
  }

  /** Moves the key of a journal that was made since `unlock` to the keychain, if there is one. Never rejects: else it stays in its file. */
  async settle(): Promise<void> {
    if (!this.#isUnlocked || this.#made === undefined) return;
    try {
      await this.move("keychain");
    } catch (error) {
      if (!isFailure(error)) throw error;
    }
  }

  async #look(): Promise<void> {
    this.#isUnlocked = true;
    const journal = findJournalName(this.#home);
    if (journal === undefined) return;
    // The file first: a key that moves meanwhile is in the keychain before it leaves the file.
    const filed = this.#files.find(journal);
    if (filed !== undefined) {
      this.#held.set(journal, filed);
      this.#settleOn("file");
      return;
    }
    const keychain = await this.#find();
    const silent = keychain === undefined ? ", of which none answers in this session" : "";
    this.#where = `${this.#files.place} or the keychain${silent}`;
    const key = keychain === undefined ? undefined : await keyIn(keychain, journal);
    if (key === undefined) return;
    this.#held.set(journal, key);
    this.#settleOn("keychain");
  }

  #settleOn(place: KeyPlace): void {
    this.#place = place;
    this.#where = place === "keychain" ? "the keychain of this machine" : this.#files.place;
  }
}
