import type { Plan } from "../../terms/plan.ts";
import type { PlannerContext } from "../context.ts";
import { askBack, findUnclear } from "./ask-back.ts";
import { composeListing, composeSingle } from "./compose-listing.ts";
import { chooseDriver } from "./compose-driver.ts";
import { composeUsers, type ComposedSnippet } from "./compose-users.ts";
import { readListing, readSingle } from "./read-listing.ts";
import { readUsers, type ReadResult } from "./read-users.ts";
import type { Reading } from "./reading.ts";
import { writeWords } from "./vocabulary.ts";
import { splitWords, type Word } from "./words.ts";

const longest = 60;

/**
 * Plans a question without a model. The plan is a snippet only where every word of the question is covered by its reading; a
 * word with several meanings is asked back, anything else is declined with the word named. Throws what a look-up or the check throws.
 */
export async function planWithPhrasebook(question: string, context: PlannerContext): Promise<Plan> {
  const words = splitWords(question);
  if (words.length === 0) return decline("The question is empty.");
  if (words.length > longest)
    return decline(`The question has ${words.length} words; the phrasebook reads up to ${longest}.`);
  const first = words[0]?.lower === "please" ? words[1] : words[0];
  if (first !== undefined && !first.quoted && writeWords.has(first.lower))
    return decline(`"${first.text}" asks for a change. Only questions are answered; nothing was done.`);
  const unclear = findUnclear(words);
  if (unclear !== undefined) return await askBack(unclear, context);
  const read = readQuestion(words, context.clock);
  if (read.kind === "stopped") return decline(whyStopped(words, read));
  const missing = whatIsMissing(read.reading);
  return missing === undefined ? await checked(compose(read.reading), context) : decline(missing);
}

/** A composed snippet that the check refuses is a gap of the phrasebook: it is said, and nothing is handed over. */
async function checked(composed: ComposedSnippet, context: PlannerContext): Promise<Plan> {
  const [finding] = await context.check(composed.source);
  return finding === undefined
    ? asPlan(composed)
    : decline(`It was read as "${composed.reading}", but the check refuses that: ${finding.message}`);
}

/** Reads a question with every grammar; the one that came furthest tells where it stopped. */
function readQuestion(words: readonly Word[], clock: string): ReadResult<Reading> {
  const results: readonly ReadResult<Reading>[] = [
    readSingle(words, clock),
    readListing(words, clock),
    readUsers(words, clock),
  ];
  const read = results.find((one) => one.kind === "read");
  if (read !== undefined) return read;
  const stopped = results.flatMap((one) => (one.kind === "stopped" ? [one] : []));
  return stopped.toSorted((a, b) => b.at - a.at)[0] ?? { kind: "stopped", at: 0 };
}

function compose(reading: Reading): ComposedSnippet {
  switch (reading.kind) {
    case "users":
      return composeUsers(reading);
    case "listing":
      return composeListing(reading);
    case "single":
      return composeSingle(reading);
  }
}

/** What the composer cannot do with a reading, so that it is declined rather than answered in part. */
function whatIsMissing(reading: Reading): string | undefined {
  if (reading.kind !== "users") return undefined;
  const driver = chooseDriver(reading);
  const other = [...reading.always, ...reading.conditions].find(
    (one) => one.kind === "role" && one !== driver && one.role !== undefined,
  );
  return other === undefined
    ? undefined
    : "A single admin role can only be asked for as something that all the users have.";
}

function whyStopped(words: readonly Word[], stopped: { readonly at: number; readonly why?: string }): string {
  const word = words[stopped.at];
  if (stopped.why !== undefined) return `The question was not planned: ${stopped.why}. Ask for each part on its own.`;
  if (word === undefined)
    return "Every word is known, but not in this order: the question can be read in more than one way, or something is left out. Say it in shorter parts, or put names in quotes.";
  return `The word "${word.text}" is not understood here. Every word must be, since any could change the meaning; say it otherwise, or put names in quotes.`;
}

function asPlan({ source, reading, definitions }: ComposedSnippet): Plan {
  return { kind: "snippet", source, reading: `${reading}.`, definitions, planner: "phrasebook" };
}

function decline(reason: string): Plan {
  return { kind: "declined", reason, requests: [] };
}
