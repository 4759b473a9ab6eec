import { Failure } from "../../terms/failure.ts";
import type { BodyStore } from "../entries/bodies.ts";
import type { EntryReader, JournalEntry } from "../entries/entries.ts";
import type { KeptRun } from "../runs/runs.ts";
import { FollowedChain } from "./follow-chain.ts";
import { type RunFileEnd, type RunFileEntry, type RunFileHead, runFileVersion } from "./run-file.ts";

function erased(run: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "text", name: run },
    {
      found: `Something of run ${run} was erased.`,
      why: "What is exported is to be replayed and proven elsewhere; a part of a run can be neither.",
      help: "Run its snippet again and export that run.",
    },
  );
}

function broken({ chain, number }: JournalEntry, reason: string): Failure<"journal/broken"> {
  return new Failure(
    "journal/broken",
    { chain, entry: number, reason },
    {
      found: `Entry ${number} of chain ${chain} does not hold: ${reason}.`,
      why: "An export of it would prove nothing.",
      help: "Run attest journal verify, and restore journal.db from a copy.",
    },
  );
}

function toFileEntry(bodies: BodyStore, entry: JournalEntry): RunFileEntry {
  const { detail, detailSalt, detailHash, bodyHash, ...rest } = entry;
  if (detail === null || detailSalt === null || detailHash === null) throw erased(entry.chain);
  return {
    ...rest,
    detailHash,
    bodyHash,
    detail: { salt: detailSalt, text: detail },
    ...(bodyHash === null ? {} : { body: bodies.open(bodyHash) }),
  };
}

function* entriesOf(entries: EntryReader, bodies: BodyStore, chain: string): IterableIterator<RunFileEntry> {
  const followed = new FollowedChain(chain);
  for (const entry of entries.listChain(chain)) {
    const written = toFileEntry(bodies, entry);
    const wrong = followed.accept(written);
    if (wrong !== undefined) throw broken(entry, wrong);
    yield written;
  }
}

/**
 * A run and its planning as lines of JSON: everything that another machine needs to verify and to replay it. Walk it to its end.
 * Throws `journal/not-found` where a part was erased, `journal/broken` where an entry does not hold.
 */
export function* exportLines(
  entries: EntryReader,
  bodies: BodyStore,
  { run, beginning }: KeptRun,
  exportedAt: string,
): IterableIterator<string> {
  const plan = beginning.plan ?? null;
  const head: RunFileHead = { format: "attest-run", version: runFileVersion, run, plan, exportedAt };
  yield JSON.stringify(head);
  let count = 0;
  for (const chain of plan === null ? [run] : [plan, run]) {
    for (const entry of entriesOf(entries, bodies, chain)) {
      count += 1;
      yield JSON.stringify(entry);
    }
  }
  const end: RunFileEnd = { end: true, entries: count };
  yield JSON.stringify(end);
}
