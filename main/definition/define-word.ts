import { type DefinedWords, openDefinedWords } from "../../library/defined-words.ts";
import { countDefined, type DefinedCount } from "../../planner/definitions/count-defined.ts";
import {
  conditionForms,
  type DefinedCondition,
  parseDefinedCondition,
} from "../../planner/definitions/defined-condition.ts";
import { mayBeDefined } from "../../planner/phrasebook/defined-words.ts";
import { Failure } from "../../terms/failure.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { mayLookUp, schemaForRun } from "../org/schema-for-run.ts";
import { createLookUp } from "../planning/look-up.ts";

/** A word as it was defined, with what was counted for it; undefined where nothing could be looked up. */
export interface Defined {
  readonly word: DefinedWords;
  readonly count: DefinedCount | undefined;
}

/** Gives a word its meaning for the org in use: counted, kept, journalled. Throws `config/invalid` and `config/missing`. */
export async function defineWord(house: House, name: string, condition: string, front: Front): Promise<Defined> {
  const word = checkWord(name);
  const parsed = checkCondition(condition);
  const { origin } = (await house.org()).address;
  const orgSchema = await schemaForRun(house, front);
  checkAttribute(parsed, orgSchema);
  const isAllowed = await mayLookUp(house, front, `how many users ${condition} means`);
  const count = isAllowed ? await countDefined(parsed, createLookUp(house, orgSchema, front)) : undefined;
  const operator = operatorName();
  const at = new Date().toISOString();
  const { matches = null, nearMisses = null } = count ?? {};
  const kept = { condition: condition.trim(), owner: operator, at, matches, nearMisses };
  const defined = await openDefinedWords(house.folder).define(origin, word, kept);
  const version = defined.versions.length;
  await house.journal().definitions.save({ name: word, org: origin, version, condition: kept.condition, operator });
  return { word: defined, count };
}

/** Takes a word's meaning away for the org in use. Throws `library/not-found`. */
export async function removeWord(house: House, name: string): Promise<void> {
  const { origin } = (await house.org()).address;
  const word = name.trim().toLowerCase();
  await openDefinedWords(house.folder).remove(origin, word);
  const change = { name: word, org: origin, version: null, condition: null, operator: operatorName() };
  await house.journal().definitions.save(change);
}

function checkWord(name: string): string {
  const word = name.trim().toLowerCase();
  if (mayBeDefined(word)) return word;
  throw new Failure(
    "config/invalid",
    { setting: "the word to define", expected: "one to three words of letters that Attest has no meaning for" },
    {
      found: `${JSON.stringify(name)} cannot be defined.`,
      why: "A definition is for a word that Okta and Attest have no meaning for; a word of the grammar would change what other questions mean.",
      help: "Take the singular of what your people are called, such as contractor or service account.",
    },
  );
}

function checkCondition(text: string): DefinedCondition {
  const parsed = parseDefinedCondition(text);
  if (parsed !== undefined) return parsed;
  throw new Failure(
    "config/invalid",
    { setting: "the condition", expected: conditionForms },
    {
      found: `${JSON.stringify(text)} is no condition that a word can stand for.`,
      why: "It is compared with users when a question uses the word, so it must be one of a few forms.",
      help: `Write it as ${conditionForms}.`,
    },
  );
}

function checkAttribute(condition: DefinedCondition, schema: OrgSchema): void {
  if (condition.kind !== "attribute" || schema.user.some((one) => one.name === condition.attribute)) return;
  throw new Failure(
    "config/invalid",
    { setting: "the attribute", expected: "a profile attribute of this org's users" },
    {
      found: `Users of this org have no attribute ${condition.attribute}.`,
      why: "A word that compares an absent attribute would mean nobody.",
      help: "Use the attribute's own name as the profile editor shows it, such as userType or costCenter.",
    },
  );
}
