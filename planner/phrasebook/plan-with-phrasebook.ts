import type { Plan } from "../../terms/plan.ts";
import type { PlannerContext } from "../context.ts";
import { askBack, findUnclear, type UnclearWord } from "./ask-back.ts";
import { composeListing } from "./compose-listing.ts";
import { composeSingle } from "./compose-single.ts";
import { saidDefinitions } from "./defined-words.ts";
import { settleNames } from "./open-names.ts";
import { createScope } from "./scope.ts";
import { composeUsers, type ComposedSnippet } from "./compose-users.ts";
import { readQuestion } from "./read-question.ts";
import { rewriteWords } from "./rewrite-words.ts";
import type { Reading } from "./reading.ts";
import { writeWords } from "./vocabulary.ts";
import { splitWords, type Word } from "./words.ts";

const longest = 60;

/**
 * Plans a question without a model. The plan is a snippet only where every word of the question is covered by its reading; a
 * word with several meanings is asked back, anything else is declined with the word named. Throws what a look-up or the check throws.
 */
export async function planWithPhrasebook(question: string, context: PlannerContext): Promise<Plan> {
  const words = rewriteWords(splitWords(question));
  if (words.length === 0) return decline("The question is empty.");
  if (words.length > longest)
    return decline(`The question has ${words.length} words; the phrasebook reads up to ${longest}.`);
  const first = words[0]?.lower === "please" ? words[1] : words[0];
  if (first !== undefined && !first.quoted && writeWords.has(first.lower))
    return decline(`"${first.text}" asks for a change. Only questions are answered; nothing was done.`);
  const read = readQuestion(words, createScope(context.clock, context.orgSchema, context.definitions));
  const unclear = findUnclear(words, saidDefinitions(context.definitions));
  if (
    unclear !== undefined &&
    (read.kind === "stopped" ? mayAsk(unclear, words, read.at) : hasOpenName(read.reading, unclear.word))
  )
    return await askBack(unclear, context);
  return read.kind === "stopped" ? decline(whyStopped(words, read)) : await planReading(read.reading, context);
}

/** A span of time is asked about only where the words before it were understood: else it is not what stands in the way. */
function mayAsk(unclear: UnclearWord, words: readonly Word[], at: number): boolean {
  if (unclear.kind === "people" || unclear.kind === "inactive") return true;
  const last = unclear.word.split(" ").at(-1);
  return at >= words.findIndex((word) => word.lower === last) - 3;
}

/** "external users" is read as a name, but has no meaning of its own. */
function hasOpenName(reading: Reading, word: string): boolean {
  if (reading.kind !== "users") return false;
  const open = [...reading.always, ...reading.conditions].flatMap((one) =>
    one.kind === "open" && one.what === "place" ? [one.name] : [],
  );
  return open.some((name) => word.startsWith(name.toLowerCase()) || name.toLowerCase().startsWith(word));
}

async function planReading(reading: Reading, context: PlannerContext): Promise<Plan> {
  switch (reading.kind) {
    case "users": {
      const settled = await settleNames(reading, context);
      return settled.kind === "plan" ? settled.plan : await checked(composeUsers(settled.reading), context);
    }
    case "listing":
      return await checked(composeListing(reading), context);
    case "single":
      return await checked(composeSingle(reading), context);
  }
}

/** A composed snippet that the check refuses is a gap of the phrasebook: it is said, and nothing is handed over. */
async function checked(composed: ComposedSnippet, context: PlannerContext): Promise<Plan> {
  const [finding] = await context.check(composed.source);
  return finding === undefined
    ? asPlan(composed)
    : decline(`It was read as "${composed.reading}", but the check refuses that: ${finding.message}`);
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
