import type { DatabaseSync } from "node:sqlite";
import { Failure } from "../../terms/failure.ts";
import type { BodyPlaces } from "./body-places.ts";
import { bytesIn } from "./column-values.ts";
import type { JournalKeys } from "./journal-keys.ts";
import { openText, type OpenedText } from "./sealed-text.ts";

/** Bodies by the hash that stands in their entry. */
export interface BodyStore {
  /** The text. Throws `journal/not-found` when it was pruned or erased, `journal/broken` when it is not what was kept. */
  load(hash: string): string;
  /** The text, with the salt that its hash was made with. Throws as `load` does. */
  open(hash: string): OpenedText;
}

/** The bodies of an open journal. */
export function createBodyStore(database: DatabaseSync, keys: JournalKeys, places: BodyPlaces): BodyStore {
  const ofEntry = database.prepare("SELECT content FROM bodies WHERE entry = ? AND hash = ?");
  // Reads all of the table: for a hash that comes from elsewhere than from this journal's entries.
  const anywhere = database.prepare("SELECT content FROM bodies WHERE hash = ?");
  const open = (hash: string): OpenedText => {
    const entry = places.find(hash);
    const row = entry === undefined ? anywhere.get(hash) : ofEntry.get(entry, hash);
    const content = row === undefined ? null : bytesIn(row, "content");
    if (content === null) throw bodyIsGone(hash);
    const opened = openText(keys, hash, content);
    if (opened === "changed") throw bodyIsBroken(hash);
    return opened;
  };
  return { open, load: (hash) => open(hash).text };
}

function bodyIsGone(hash: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "body", name: hash },
    {
      found: `The response body ${hash.slice(0, 12)} is no longer in the journal.`,
      why: "Its time was over or it was forgotten; its hash stays in the chain, and says nothing of what it held.",
      help: "Run the snippet again for new values.",
    },
  );
}

function bodyIsBroken(hash: string): Failure<"journal/broken"> {
  return new Failure(
    "journal/broken",
    { chain: "", entry: -1, reason: "the body is not the one that was kept" },
    {
      found: `A kept response is damaged: it is not the one that was kept (${hash.slice(0, 12)}).`,
      why: "An answer built on it would not be what Okta sent.",
      help: "Run attest journal verify --bodies, and restore the file from a copy.",
    },
  );
}
