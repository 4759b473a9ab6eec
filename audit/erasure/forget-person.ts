import type { DatabaseSync } from "node:sqlite";
import { bytesIn, numberIn, optionalTextIn, type StoredRow, textIn } from "../entries/column-values.ts";
import { byChain, type ErasedPlace, eraseEntries, leaveNoCopies, noteErasure, placesWith } from "./erase.ts";
import { journalChain } from "../entries/chain.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { planOfRun } from "../entries/plan-of-run.ts";
import { createPerson, type Person } from "./person.ts";
import { detailColumns, openDetail } from "../entries/sealed-detail.ts";
import { openText, type OpenedText } from "../entries/sealed-text.ts";
import { createAppenders, inTransaction } from "../database/transaction.ts";
import type { Eraser, ErasureReport } from "./erasure-task.ts";

/** Entries with a text, and what it is opened with; further conditions may follow. */
const texts = `
  SELECT entries.id, ${detailColumns}, content
  FROM entries LEFT JOIN bodies ON bodies.entry = entries.id
  WHERE (detail IS NOT NULL OR content IS NOT NULL) AND kind <> 'approval'`;

/** Kinds that say what was asked and approved, or are a response or a file: the others of a run are made of these. */
const notDerived = "kind NOT IN ('read', 'table', 'run-begun', 'resumed', 'run-of')";

/** A response, or a file that the run was given. */
function isGiven(kind: string): boolean {
  return kind === "read" || kind === "table";
}

// A text that cannot be opened cannot be read by anyone; verify names it.
const readable = (opened: OpenedText | "changed" | null): readonly string[] =>
  opened === null || opened === "changed" ? [] : [opened.text];

function textsOf(keys: JournalKeys, row: StoredRow): readonly string[] {
  const [hash, content] = [optionalTextIn(row, "body_hash"), bytesIn(row, "content")];
  const body = hash === null || content === null ? null : openText(keys, hash, content);
  return [...readable(openDetail(keys, row)), ...readable(body)];
}

/**
 * The person with that login, by all that the journal's texts say: they are read until none says anything new, since the login
 * leads to an id, and the id to a telephone number.
 */
export function getToKnow(database: DatabaseSync, keys: JournalKeys, login: string): Person {
  const person = createPerson(login);
  let isNew = true;
  while (isNew) {
    isNew = false;
    for (const row of database.prepare(texts).iterate())
      for (const text of textsOf(keys, row)) isNew = person.learnFrom(text) || isNew;
  }
  return person;
}

const placeOf = (row: StoredRow): ErasedPlace => ({
  id: numberIn(row, "id"),
  chain: textIn(row, "chain"),
  number: numberIn(row, "number"),
});

/** What was asked before a run that read the person, where it may mean the person: a question may have the last name alone. */
function findHints(database: DatabaseSync, keys: JournalKeys, person: Person, run: string): readonly ErasedPlace[] {
  const asked = database.prepare(
    `${texts} AND (chain IN (?, ?) OR (kind = 'snippet' AND chain = ?
       AND subject = (SELECT subject FROM entries WHERE chain = ? AND number = 0)))`,
  );
  return asked
    .all(run, planOfRun(database, keys, run) ?? run, journalChain, run)
    .filter((row) => textsOf(keys, row).some((text) => person.mayBeIn(text)))
    .map(placeOf);
}

function findPlaces(database: DatabaseSync, keys: JournalKeys, person: Person): readonly ErasedPlace[] {
  const places = new Map<number, ErasedPlace>();
  const runs = new Set<string>();
  for (const row of database.prepare(texts).iterate()) {
    if (!textsOf(keys, row).some((text) => person.isIn(text))) continue;
    const place = placeOf(row);
    places.set(place.id, place);
    if (isGiven(textIn(row, "kind"))) runs.add(place.chain);
  }
  for (const run of runs) {
    // Rows may have a value of the person's without anything that names one.
    const derived = placesWith(database, `chain = ? AND ${notDerived}`, run);
    for (const place of [...derived, ...findHints(database, keys, person, run)]) places.set(place.id, place);
  }
  return [...places.values()];
}

/**
 * Erases every text that names the person with that login: by login, by id, address, telephone number and full name as the
 * journal's own responses have them; in runs that read the person or were given a file that names them, rows, evidence and notes
 * too, and the question where it has a part of the name. Approvals stay: they say who let something run.
 */
export function forgetPerson(database: DatabaseSync, keys: JournalKeys, login: string, eraser: Eraser): ErasureReport {
  const done = inTransaction(database, () => {
    const places = findPlaces(database, keys, getToKnow(database, keys, login));
    eraseEntries(database, places);
    const entries = byChain(places);
    noteErasure(createAppenders(database, keys)(), { why: "person-forgotten", upTo: {}, entries }, eraser);
    return { entries: places.length, chains: Object.keys(entries).length };
  });
  return { ...done, lingering: leaveNoCopies(database), isCut: false };
}
