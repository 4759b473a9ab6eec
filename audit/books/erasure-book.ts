import type { DatabaseSync } from "node:sqlite";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { getToKnow } from "../erasure/forget-person.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import type { Person } from "../erasure/person.ts";
import { getRunName } from "../runs/runs.ts";
import type { Eraser, ErasureReport, Expiry } from "../erasure/erasure-task.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** What is taken out of a journal whose chains stay whole. `by` is the operator. */
export interface ErasureBook {
  /** Erases every text of a run and of its planning. Throws `journal/not-found`. */
  readonly forgetRun: (name: string, by: string) => Promise<ErasureReport>;
  /** Erases every text that names the person with that login. */
  readonly forgetPerson: (login: string, by: string) => Promise<ErasureReport>;
  /** The person with that login, by all that the journal says: to look for what names one elsewhere. Reads every text. */
  readonly knowPerson: (login: string) => Person;
  /**
   * Erases responses of runs that began before their kind's time, and are not pinned. With `forMs` a part of them: nothing more
   * is begun after that, so that what is to be written meanwhile does not wait.
   */
  readonly prune: (expiry: Expiry, by: string, forMs?: number) => Promise<ErasureReport>;
  /** Keeps a run whatever its age, or no longer. Gives its name. Throws `journal/not-found`. */
  readonly pin: (name: string, pinned: boolean, by: string) => Promise<string>;
}

interface Erasing {
  readonly database: DatabaseSync;
  readonly keys: JournalKeys;
}

/** The erasures of an open journal. */
export function createErasureBook(writing: Writing, entries: EntryReader, { database, keys }: Erasing): ErasureBook {
  const eraser = (by: string): Eraser => ({ by, at: writing.now() });
  return {
    forgetRun: async (name, by) =>
      writing.queue.run({ kind: "forget-run", run: getRunName(entries, name), eraser: eraser(by) }),
    forgetPerson: (login, by) => writing.queue.run({ kind: "forget-person", login, eraser: eraser(by) }),
    knowPerson: (login) => getToKnow(database, keys, login),
    prune: (expiry, by, forMs) => writing.queue.run({ kind: "prune", expiry, eraser: eraser(by), forMs }),
    pin: async (name, pinned, by) => {
      const run = getRunName(entries, name);
      const entry = { chain: journalChain, kind: "pin", subject: run };
      await writeEntry(writing, { ...entry, detail: {}, facts: { pinned, by } });
      return run;
    },
  };
}
