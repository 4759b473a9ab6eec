import { type DefinedWords, openDefinedWords } from "../../library/defined-words.ts";
import { parseDefinedCondition, sayDefinedCondition } from "../../planner/definitions/defined-condition.ts";
import type { OrgDefinition } from "../../terms/definition.ts";
import type { House } from "../house.ts";

/** The words of the org in use, as planners are given them; none where no org is configured. */
export async function definitionsOfOrg(house: House): Promise<readonly OrgDefinition[]> {
  const org = await house.findOrg();
  if (org === undefined) return [];
  return (await openDefinedWords(house.folder).list(org.address.origin)).map(asDefinition);
}

/** A word as it is shown wherever it is used: what it means, who said so, and how many that were. */
export function asDefinition({ name, versions }: DefinedWords): OrgDefinition {
  const last = versions.at(-1);
  if (last === undefined) throw new TypeError(`the word ${name} has no version`);
  const condition = parseDefinedCondition(last.condition);
  const said = condition === undefined ? last.condition : sayDefinedCondition(condition);
  const counted =
    last.matches === null
      ? ""
      : `, ${last.matches} then${last.nearMisses === null ? "" : ` (${last.nearMisses} nearly)`}`;
  const meaning = `${said} (${last.condition}; version ${last.number} by ${last.owner} on ${last.at.slice(0, 10)}${counted})`;
  return { name, version: last.number, meaning, condition: last.condition };
}
