import { Failure } from "../../terms/failure.ts";
import { isTied, journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";
import type { CheckedRunFile } from "./check-run-file.ts";
import { parseRunFileLine, type RunFileEntry } from "./run-file.ts";

/** What became of an import. */
export interface ImportedRun {
  readonly run: string;
  readonly exportedAt: string;
  /** Entries that were written; 0 where the run was here already, whole. */
  readonly written: number;
}

/** Texts that wait for one commit, at the most. */
const mostBytes = 8 * 1024 ** 2;

function conflict(run: string): Failure<"journal/conflict"> {
  return new Failure(
    "journal/conflict",
    { run },
    {
      found: `The journal has another run of the name ${run}.`,
      why: "One of the two was changed, or went on after it was exported; nothing was written over it.",
      help: "Import the file with a data folder of its own: set ATTEST_HOME.",
    },
  );
}

/** How many entries of a chain are here already. Throws `journal/conflict` where one is another than the file's. */
function createPresence(entries: EntryReader, file: CheckedRunFile): (entry: RunFileEntry) => boolean {
  return ({ chain, number, hash }) => {
    const here = entries.findAt(chain, number);
    if (here === undefined) return false;
    if (here.hash !== hash) throw conflict(file.run);
    return true;
  };
}

function assertNoLonger(entries: EntryReader, file: CheckedRunFile): void {
  for (const { chain, length } of file.chains) {
    if (entries.findAt(chain, length) !== undefined) throw conflict(file.run);
  }
}

function write(writing: Writing, { detail, body, ...entry }: RunFileEntry): Promise<unknown> {
  // Not redacted: the text is what its hash covers, and it was redacted where the run was made.
  const { chain, kind, subject, at, facts } = entry;
  return writing.queue.write({
    chain,
    kind,
    subject,
    at,
    facts,
    detail: detail.text,
    body: body?.text,
    salts: { detail: detail.salt, body: body?.salt },
    tied: isTied(kind),
  });
}

async function announce(writing: Writing, file: CheckedRunFile, operator: string): Promise<void> {
  const { run, exportedAt, chains } = file;
  await writeEntry(writing, {
    chain: journalChain,
    kind: "imported",
    subject: run,
    detail: { exportedAt, chains, operator },
  });
}

/**
 * Writes a run that `checkRunFile` found whole, entry for entry, so that its chains are the same here as there. An import that was
 * cut off goes on where it ended. The journal's own chain says first that the run came out of a file.
 */
export async function importRun(
  writing: Writing,
  entries: EntryReader,
  file: CheckedRunFile,
  options: { readonly lines: AsyncIterable<string>; readonly operator: string },
): Promise<ImportedRun> {
  assertNoLonger(entries, file);
  const isHere = createPresence(entries, file);
  let written = 0;
  let waiting: Promise<unknown>[] = [];
  let bytes = 0;
  for await (const text of options.lines) {
    const line = parseRunFileLine(text);
    if (line === undefined || !("chain" in line) || isHere(line)) continue;
    if (written === 0 && entries.listBySubject("imported", file.run).length === 0) {
      if (entries.findAt(file.run, 0) !== undefined) throw conflict(file.run);
      await announce(writing, file, options.operator);
    }
    written += 1;
    waiting.push(write(writing, line));
    bytes += text.length;
    if (bytes < mostBytes) continue;
    await Promise.all(waiting);
    [waiting, bytes] = [[], 0];
  }
  await Promise.all(waiting);
  return { run: file.run, exportedAt: file.exportedAt, written };
}
