import { readListing } from "./read-listing.ts";
import { readSingle } from "./read-single.ts";
import { readUsers, type ReadResult } from "./read-users.ts";
import type { Reading } from "./reading.ts";
import type { Scope } from "./scope.ts";
import type { Word } from "./words.ts";

/** Reads a question with every grammar; the one that came furthest tells where it stopped. */
export function readQuestion(words: readonly Word[], scope: Scope): ReadResult<Reading> {
  const results: readonly ReadResult<Reading>[] = [
    readSingle(words, scope),
    readListing(words, scope),
    readUsers(words, scope),
  ];
  const read = results.find((one) => one.kind === "read");
  if (read !== undefined) return read;
  const stopped = results.flatMap((one) => (one.kind === "stopped" ? [one] : []));
  return stopped.toSorted((a, b) => b.at - a.at)[0] ?? { kind: "stopped", at: 0 };
}
