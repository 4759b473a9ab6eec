import type { Person } from "../../audit/erasure/person.ts";
import type { ErasureReport } from "../../audit/erasure/erasure-task.ts";
import { openDefinedWords } from "../../library/defined-words.ts";
import { Failure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { forgetFiles, type ForgottenFiles } from "./forget-files.ts";

/** A shorter word is in every text. */
const shortestLogin = 4;

/** What was erased of a person, in the journal and in the other files of the data folder. */
export interface PersonReport extends ErasureReport {
  /** Files that were erased, and those that were left. */
  readonly files: ForgottenFiles;
  /** Defined words that were taken away. */
  readonly words: readonly string[];
}

async function forgetWords(house: House, person: Person): Promise<readonly string[]> {
  const removed = await openDefinedWords(house.folder).removeWhere((word) => person.isIn(JSON.stringify(word)));
  for (const { name, org } of removed) {
    const change = { name, org, version: null, condition: null, operator: operatorName() };
    await house.journal().definitions.save(change);
  }
  return removed.map((word) => word.name);
}

/**
 * Erases every text of the journal that names the person, and every file of the data folder that does, exports among them. The
 * files come first: what names the person besides the login is known from the journal. Throws `config/invalid` for what cannot
 * be a login.
 */
export async function forgetPerson(house: House, given: string): Promise<PersonReport> {
  const login = given.trim();
  if (login.length < shortestLogin) throw noLogin();
  const journal = house.journal();
  const person = journal.erasures.knowPerson(login);
  const words = await forgetWords(house, person);
  const files = await forgetFiles(house.folder, person);
  return { ...(await journal.erasures.forgetPerson(login, operatorName())), files, words };
}

function noLogin(): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "--person", expected: "a login" },
    {
      found: "What was given is too short to be a login.",
      why: "It would be found in texts about other people, which would be erased with it.",
      help: "Give the whole login, as the org has it.",
    },
  );
}
