import type { Journal } from "../../audit/journal.ts";
import type { VerifyReport } from "../../audit/proof/verify.ts";
import { dayMs } from "../../terms/day-ms.ts";
import { isFailure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import type { DoctorLine, Examined } from "./doctor-line.ts";
import { look } from "./doctor-line.ts";
import { isInside } from "./is-inside.ts";
import { examineAnchorWebhook } from "./examine-anchor-webhook.ts";
import { examineRetention } from "./examine-retention.ts";
import { megabytes } from "./megabytes.ts";

/** Share of its bound from which on a journal is to be pruned. */
const nearlyFull = 0.8;
/** An anchor is signed at the end of a command, and every few minutes of a long one. */
const anchoredWithinMs = 3_600_000;

function examineEntries(house: House, { broken, entries }: VerifyReport): Examined {
  const [first] = broken;
  if (first !== undefined) {
    return {
      state: "broken",
      found: `It does not hold: ${first.reason}.`,
      help: "Run attest journal verify, and keep a copy of the file before anything else is done.",
    };
  }
  const { stored } = house.journal().usage();
  const bound = house.settings.journalBytes;
  const what = entries === 1 ? "1 entry, which holds" : `${entries.toLocaleString("en-US")} entries, all of which hold`;
  const found = `${what}; ${megabytes(stored)} of at most ${megabytes(bound)}.`;
  return stored < bound * nearlyFull
    ? { state: "good", found }
    : {
        state: "poor",
        found,
        help: "Run attest journal prune, lower ATTEST_KEEP_DAYS, or raise ATTEST_JOURNAL_MB: a run is stopped at the bound.",
      };
}

function ageInWords(at: string): string {
  const days = Math.floor((Date.now() - Date.parse(at)) / dayMs);
  return days === 0 ? "less than a day old" : days === 1 ? "1 day old" : `${days} days old`;
}

function examineAnchors(folder: string, journal: Journal, { anchoredAt }: VerifyReport): Examined {
  const path = journal.anchorsPath ?? "";
  if (isInside(folder, path)) {
    return {
      state: "poor",
      found: `They are in ${path}, inside the data folder.`,
      help: "Set ATTEST_ANCHORS to a file elsewhere: who can cut the journal's tail off can cut these too.",
    };
  }
  const newest = journal.runs.listHeadlines({ limit: 1 })[0]?.begunAt;
  const writtenMs = newest === undefined ? 0 : Date.parse(newest);
  if (writtenMs - Date.parse(anchoredAt ?? "1970-01-01") > anchoredWithinMs) {
    return {
      state: "poor",
      found: `${anchoredAt === undefined ? "There is none" : `The last is of ${anchoredAt}`}, and runs were kept since: a cut tail of the journal would not show.`,
      help: `See that ${path} can be written.`,
    };
  }
  if (anchoredAt === undefined) return { state: "good", found: `None yet, since nothing was run. They go to ${path}.` };
  return { state: "good", found: `The last is ${ageInWords(anchoredAt)} (${anchoredAt}), in ${path}.` };
}

/** Walks the journal; says what it takes of the disk, and how old its last anchor is. */
export async function examineJournal(house: House): Promise<readonly DoctorLine[]> {
  try {
    const journal = house.journal();
    const report = journal.verify();
    return [
      await look("journal", () => examineEntries(house, report)),
      await look("retention", () => examineRetention(house)),
      await look("anchors", () => examineAnchors(house.folder, journal, report)),
      ...(house.settings.anchorWebhook === undefined
        ? []
        : [await look("anchor webhook", () => examineAnchorWebhook(house))]),
    ];
  } catch (error) {
    if (!isFailure(error)) throw error;
    return [{ subject: "journal", state: "broken", found: error.text.found, help: error.text.help, code: error.code }];
  }
}
