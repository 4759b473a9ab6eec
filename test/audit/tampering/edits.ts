import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { linkAll } from "./forge.ts";

/** An entry's place, `chain number`. */
export type Place = string;

/** A change of a journal behind its back; gives the places of which one must be named first. */
export type Edit = (database: DatabaseSync, random: () => number) => readonly Place[];

type Row = Readonly<Record<string, SQLOutputValue>>;

const journal = "journal";
const whole: Place = " -1";
const placeOf = (row: Row): Place => `${String(row["chain"])} ${String(row["number"])}`;
const numberOf = (row: Row): number => Number(row["number"]);

function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error("there is nothing to pick");
  return picked;
}

const entries = (database: DatabaseSync, condition = "true"): readonly Row[] =>
  database.prepare(`SELECT * FROM entries WHERE ${condition} ORDER BY id`).all();

const bodies = (database: DatabaseSync): readonly Row[] =>
  database.prepare("SELECT bodies.*, chain, number FROM bodies JOIN entries ON entries.id = bodies.entry").all();

const lengthOf = (database: DatabaseSync, chain: string): number => entries(database, `chain = '${chain}'`).length;

const change = (database: DatabaseSync, row: Row, column: string, value: SQLOutputValue): void =>
  void database.prepare(`UPDATE entries SET ${column} = ? WHERE id = ?`).run(value, row["id"] ?? null);

function turnBit(content: SQLOutputValue | undefined, random: () => number): Uint8Array<ArrayBuffer> {
  if (!(content instanceof Uint8Array)) throw new Error("there is no content");
  const turned = Uint8Array.from(content);
  const at = Math.floor(random() * turned.length);
  turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return turned;
}

/** The text with one letter changed into another. */
function changeLetter(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const other = String.fromCharCode(text.charCodeAt(at) ^ 1);
  return text.slice(0, at) + other + text.slice(at + 1);
}

/** Facts that are JSON still, and say something else. */
const otherFacts = (facts: SQLOutputValue | undefined): string =>
  JSON.stringify({ ...(JSON.parse(String(facts)) as object), added: true });

function deleteFrom(database: DatabaseSync, condition: string): void {
  database.exec(`DELETE FROM bodies WHERE entry IN (SELECT id FROM entries WHERE ${condition});
    DELETE FROM entries WHERE ${condition}`);
}

function swap(database: DatabaseSync, one: Row, other: Row): void {
  const move = database.prepare("UPDATE entries SET chain = ?, number = ? WHERE id = ?");
  move.run("", -1, one["id"] ?? null);
  move.run(one["chain"] ?? null, one["number"] ?? null, other["id"] ?? null);
  move.run(other["chain"] ?? null, other["number"] ?? null, one["id"] ?? null);
}

/** Puts a row in at the end of its chain, and links the chain again. */
function append(database: DatabaseSync, row: Row, changed: Row = {}): Place {
  const chain = String(row["chain"]);
  const added: Row = { ...row, number: lengthOf(database, chain), hash: "", ...changed };
  const names = Object.keys(added).filter((name) => name !== "id");
  database
    .prepare(`INSERT INTO entries (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`)
    .run(...names.map((name) => added[name] ?? null));
  linkAll(database, chain);
  return placeOf(added);
}

/** Where a change of an entry must show that was linked again: there, or, where its text was erased, where its end is vouched for. */
function placesOfForgery(database: DatabaseSync, row: Row): readonly Place[] {
  if (row["detail"] !== null) return [placeOf(row)];
  const heads = entries(database, `kind = 'head' AND subject = '${String(row["chain"])}'`);
  return heads.slice(0, 3).map(placeOf);
}

const decided = "kind IN ('approval', 'definition', 'gate', 'pin', 'snippet')";
const columns = ["at", "kind", "subject", "facts", "detail_hash", "body_hash", "hash"];

/** Every way of changing a journal that the tests know, by its name. */
export const edits: Readonly<Record<string, Edit>> = {
  "a bit in a body": (database, random) => {
    const body = pick(random, bodies(database));
    const turned = turnBit(body["content"], random);
    database.prepare("UPDATE bodies SET content = ? WHERE entry = ?").run(turned, body["entry"] ?? null);
    return [placeOf(body)];
  },
  "a bit in a sealed text": (database, random) => {
    const row = pick(random, entries(database, "detail IS NOT NULL"));
    change(database, row, "detail", turnBit(row["detail"], random));
    return [placeOf(row)];
  },
  "a letter of a row": (database, random) => {
    const column = pick(random, columns);
    const row = pick(random, entries(database, `length(${column}) > 0`));
    change(database, row, column, changeLetter(String(row[column]), random));
    return [placeOf(row)];
  },
  "a row's number": (database, random) => {
    const row = pick(random, entries(database));
    change(database, row, "number", numberOf(row) + 1000);
    return [placeOf(row)];
  },
  "the length of a body": (database, random) => {
    const body = pick(random, bodies(database));
    database.prepare("UPDATE bodies SET bytes = bytes + 1 WHERE entry = ?").run(body["entry"] ?? null);
    return [placeOf(body)];
  },
  "a row deleted": (database, random) => {
    const row = pick(random, entries(database));
    deleteFrom(database, `id = ${String(row["id"])}`);
    return [placeOf(row)];
  },
  "a body deleted": (database, random) => {
    const body = pick(random, bodies(database));
    database.prepare("DELETE FROM bodies WHERE entry = ?").run(body["entry"] ?? null);
    return [placeOf(body)];
  },
  "a text deleted": (database, random) => {
    const row = pick(random, entries(database, "detail IS NOT NULL"));
    change(database, row, "detail", null);
    return [placeOf(row)];
  },
  "two rows swapped": (database, random) => {
    const one = pick(random, entries(database));
    const other = pick(random, entries(database, `id <> ${String(one["id"])}`));
    swap(database, one, other);
    return [placeOf(one), placeOf(other)];
  },
  "two bodies swapped": (database, random) => {
    const one = pick(random, bodies(database));
    const other = pick(
      random,
      bodies(database).filter((body) => body["entry"] !== one["entry"]),
    );
    const move = database.prepare("UPDATE bodies SET entry = ? WHERE hash = ?");
    move.run(-1, one["hash"] ?? null);
    move.run(one["entry"] ?? null, other["hash"] ?? null);
    move.run(other["entry"] ?? null, one["hash"] ?? null);
    return [placeOf(one), placeOf(other)];
  },
  "the order of two rows": (database, random) => {
    const one = pick(random, entries(database, "body_hash IS NULL"));
    const other = pick(random, entries(database, `body_hash IS NULL AND id <> ${String(one["id"])}`));
    const move = database.prepare("UPDATE entries SET id = ? WHERE id = ?");
    move.run(-1, one["id"] ?? null);
    move.run(one["id"] ?? null, other["id"] ?? null);
    move.run(other["id"] ?? null, -1);
    const [low, high] = [Number(one["id"]), Number(other["id"])].toSorted((a, b) => a - b);
    // An entry and what vouches for it stand side by side: where one of them was moved, either may be named.
    return entries(database, `id BETWEEN ${low} - 1 AND ${high} + 1`).map(placeOf);
  },
  "the tail of a run cut off": (database, random) => {
    const row = pick(random, entries(database, `number > 0 AND chain <> '${journal}'`));
    deleteFrom(database, `chain = '${String(row["chain"])}' AND number >= ${numberOf(row)}`);
    return [placeOf(row)];
  },
  "a run deleted": (database, random) => {
    const row = pick(random, entries(database, "number = 0 AND kind = 'run-begun'"));
    deleteFrom(database, `chain = '${String(row["chain"])}'`);
    return [placeOf(row)];
  },
  "the tail of the journal chain cut off": (database, random) => {
    const row = pick(random, entries(database, `chain = '${journal}'`));
    deleteFrom(database, `chain = '${journal}' AND number >= ${numberOf(row)}`);
    return [placeOf(row)];
  },
  "everything cut off from some moment on": (database, random) => {
    const row = pick(random, entries(database));
    const first = entries(database, `chain = '${journal}' AND id >= ${String(row["id"])}`)[0];
    deleteFrom(database, `id >= ${String(row["id"])}`);
    return first === undefined ? [] : [placeOf(first)];
  },
  "facts forged and linked again": (database, random) => {
    const row = pick(random, entries(database));
    change(database, row, "facts", otherFacts(row["facts"]));
    linkAll(database, String(row["chain"]));
    return placesOfForgery(database, row);
  },
  "a time forged and linked again": (database, random) => {
    const row = pick(random, entries(database));
    change(database, row, "at", "2020-01-01T00:00:00.000Z");
    linkAll(database, String(row["chain"]));
    return placesOfForgery(database, row);
  },
  "a row taken out and linked again": (database, random) => {
    const row = pick(random, entries(database, `chain = '${journal}' OR kind = 'read'`));
    deleteFrom(database, `id = ${String(row["id"])}`);
    linkAll(database, String(row["chain"]));
    return placesOfForgery(database, row);
  },
  "what was decided changed": (database, random) => {
    const row = pick(random, entries(database, decided));
    const column = pick(random, ["at", "subject", "facts"]);
    change(
      database,
      row,
      column,
      column === "facts" ? otherFacts(row["facts"]) : changeLetter(String(row[column]), random),
    );
    if (random() < 0.5) linkAll(database, journal);
    return [placeOf(row)];
  },
  "what was decided given another's text": (database, random) => {
    const row = pick(random, entries(database, "kind IN ('approval', 'definition', 'gate')"));
    const same = `kind = '${String(row["kind"])}' AND id <> ${String(row["id"])}`;
    const other = pick(random, entries(database, same));
    change(database, row, "detail", other["detail"] ?? null);
    change(database, row, "detail_hash", other["detail_hash"] ?? null);
    linkAll(database, journal);
    return [placeOf(row)];
  },
  "an old decision put in again": (database, random) => [append(database, pick(random, entries(database, decided)))],
  "an erasure put in for a text that was deleted": (database, random) => {
    const row = pick(random, entries(database, `detail IS NOT NULL AND chain <> '${journal}'`));
    const erased = pick(random, entries(database, "kind = 'erased'"));
    change(database, row, "detail", null);
    const upTo = { [String(row["chain"])]: numberOf(row) };
    const facts = JSON.stringify({ why: "retention", upTo, entries: {}, by: "ines" });
    const sealed = random() < 0.5 ? { detail: null, detail_hash: null } : {};
    const place = append(database, erased, { facts, ...sealed });
    return [place, placeOf(row)];
  },
  "a body put in": (database, random) => {
    const { hash, bytes, content } = pick(random, bodies(database));
    database
      .prepare("INSERT INTO bodies (entry, hash, bytes, content) VALUES (100000, ?, ?, ?)")
      .run(hash ?? null, bytes ?? null, content ?? null);
    return [whole];
  },
  "a trigger put in": (database) => {
    database.exec("CREATE TRIGGER quiet AFTER INSERT ON entries BEGIN DELETE FROM entries WHERE kind = 'gate'; END");
    return [whole];
  },
};
