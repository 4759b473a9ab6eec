import type { pruneJournal } from "../../main/erase-from-journal.ts";
import type { PersonReport } from "../../main/forget/forget-person.ts";
import { safeText } from "./safe-text.ts";

type PruneReport = Awaited<ReturnType<typeof pruneJournal>>;

/** What was erased, and what may be left of it. */
export function renderErasure({ entries, chains, lingering }: Omit<PruneReport, "usage">): string {
  const what = `Erased the texts of ${entries} entries in ${chains} chains. What took place, when, and who approved it stays.`;
  if (!lingering) return what;
  return `${what}\nAnother process has the journal open, so old pages may still lie in its files, encrypted: end it and do this again.`;
}

/** What was erased of a person, in the journal and in the other files of the data folder. */
export function renderForgotten({ files, words, ...journal }: PersonReport): string {
  const list = (what: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${what}: ${names.map(safeText).join(", ")}.`];
  return [
    renderErasure(journal),
    ...list("Files of the data folder that were erased", files.erased),
    ...list("Defined words that were taken away", words),
    ...list("Left, though the person may be named there", files.left),
    "Copies outside the data folder, such as files that were exported elsewhere, are not Attest's to find.",
  ].join("\n");
}

/** What the journal takes of the disk. */
export function renderUsage({ stored, received, entries, bodies }: PruneReport["usage"]): string {
  const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);
  return `The journal takes ${mb(stored)} MB of the disk: ${entries} entries, and ${bodies} texts that came as ${mb(received)} MB.`;
}
