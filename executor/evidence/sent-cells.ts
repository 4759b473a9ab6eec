import type { Place } from "../../terms/evidence.ts";

/** What the traced replay claims of one cell. Nothing of it is believed before it is checked. */
export type Claim =
  | { readonly kind: "lost" }
  | { readonly kind: "literal" }
  | { readonly kind: "parameter" }
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "mix"; readonly from: readonly Claim[]; readonly lost: boolean }
  | { readonly kind: "items"; readonly places: readonly Place[] }
  | { readonly kind: "texts"; readonly texts: readonly Claim[] };

/** The claims of a traced replay. */
export interface Claims {
  readonly columns: readonly string[];
  /** The claims of a row, by column; undefined for a row that the replay said nothing of. */
  find(row: number): readonly Claim[] | undefined;
}

const lost: Claim = { kind: "lost" };
const simple: readonly Claim[] = [lost, { kind: "literal" }, { kind: "parameter" }];

// A claim in a claim in a claim is as deep as an honest replay goes.
const MAX_DEPTH = 4;

interface Tables {
  readonly objects: readonly unknown[];
  readonly keys: readonly unknown[];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function objectPlace(tables: Tables, number: unknown): Place | undefined {
  const text = typeof number === "number" ? tables.objects[number] : undefined;
  const parts = typeof text === "string" ? /^(\d+) (.*)$/s.exec(text) : null;
  return parts === null ? undefined : { step: Number(parts[1]), pointer: parts[2] ?? "" };
}

function propertyPlace(tables: Tables, [object, key]: readonly unknown[]): Claim {
  const base = objectPlace(tables, object);
  const name = typeof key === "number" ? tables.keys[key] : undefined;
  if (base === undefined || (typeof name !== "string" && typeof name !== "number")) return lost;
  const part = `${name}`.replaceAll("~", "~0").replaceAll("/", "~1");
  return { kind: "place", place: { step: base.step, pointer: `${base.pointer}/${part}` } };
}

function readClaim(tables: Tables, sent: unknown, depth: number): Claim {
  if (typeof sent === "number") return simple[sent] ?? lost;
  if (Array.isArray(sent)) return propertyPlace(tables, sent);
  if (depth >= MAX_DEPTH) return lost;
  const [mixed, items, texts] = [partOf(sent, "m"), partOf(sent, "i"), partOf(sent, "t")];
  const inside = (value: unknown): readonly Claim[] => listOf(value).map((one) => readClaim(tables, one, depth + 1));
  if (mixed !== undefined) return { kind: "mix", from: inside(mixed), lost: partOf(sent, "l") !== 0 };
  if (items !== undefined)
    return { kind: "items", places: listOf(items).flatMap((one) => objectPlace(tables, one) ?? []) };
  return texts === undefined ? lost : { kind: "texts", texts: inside(texts) };
}

/** Reads what the traced runtime sent; undefined where it is no such thing. */
export function parseClaims(text: string): Claims | undefined {
  const sent: unknown = JSON.parse(text);
  const cells = partOf(sent, "cells");
  const columns = listOf(partOf(sent, "columns")).filter((one) => typeof one === "string");
  const tables = { objects: listOf(partOf(sent, "objects")), keys: listOf(partOf(sent, "keys")) };
  if (!Array.isArray(cells)) return undefined;
  return {
    columns,
    find(row) {
      const claimed: unknown = cells[row];
      return Array.isArray(claimed) ? claimed.map((one) => readClaim(tables, one, 0)) : undefined;
    },
  };
}
