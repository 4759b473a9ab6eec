import { definitions as ownDefinitions } from "../../registry/meanings.ts";
import type { OrgDefinition } from "../../terms/definition.ts";
import { parseDefinedCondition } from "../definitions/defined-condition.ts";
import type { Condition } from "./reading.ts";
import {
  attributeWords,
  factorWords,
  fieldWords,
  peopleWithoutMeaning,
  roleWords,
  signOnWords,
  statusWords,
  stopWords,
  writeWords,
} from "./vocabulary.ts";

const taken: readonly Readonly<Record<string, unknown>>[] = [
  statusWords,
  attributeWords,
  fieldWords,
  factorWords,
  roleWords,
  signOnWords,
  ownDefinitions,
];

/** Whether an operator may give that word a meaning: one that the grammar needs keeps its own. */
export function mayBeDefined(word: string): boolean {
  if (!/^\p{L}[\p{L}-]*( \p{L}[\p{L}-]*){0,2}$/u.test(word) || word.length > 40) return false;
  if (peopleWithoutMeaning.includes(word)) return true;
  const [first = ""] = word.split(" ");
  return [word, first].every(
    (one) => !stopWords.has(one) && !writeWords.has(one) && !taken.some((table) => Object.hasOwn(table, one)),
  );
}

/** How defined words are said, singular and plural, by the names of their definitions. */
export function saidDefinitions(definitions: readonly OrgDefinition[]): ReadonlyMap<string, string> {
  return new Map(definitions.flatMap(({ name }) => [name, `${name}s`].map((said) => [said, name] as const)));
}

/** The users that a defined word means; undefined where its definition cannot be read. */
export function definedCondition({ condition }: OrgDefinition, not: boolean): Condition | undefined {
  const parsed = parseDefinedCondition(condition);
  switch (parsed?.kind) {
    case undefined:
      return undefined;
    case "attribute":
      return { kind: "attribute", attribute: parsed.attribute, test: parsed.test, values: parsed.values, not };
    case "group":
      return { kind: "group", names: [parsed.name], not };
    case "user-type":
      return { kind: "user-type", name: parsed.name, not };
  }
}
