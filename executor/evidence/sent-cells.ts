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
  /** Places of objects that were read before, by their number. */
  readonly places: (Place | undefined)[];
}

// Before what is no property of an object, and around a whole body.
const OTHER = -1;

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function inside(base: Place, key: unknown): Place | undefined {
  if (typeof key !== "string" && typeof key !== "number") return undefined;
  const part = `${key}`.replaceAll("~", "~0").replaceAll("/", "~1");
  return { step: base.step, pointer: `${base.pointer}/${part}` };
}

function readPlace(tables: Tables, number: number): Place | undefined {
  const [key, around] = [tables.objects[2 * number], tables.objects[2 * number + 1]];
  if (around === OTHER) return typeof key === "number" ? { step: key, pointer: "" } : undefined;
  // An honest replay names what an object stands in before the object: so this comes to an end.
  if (typeof around !== "number" || !(around >= 0 && around < number)) return undefined;
  const base = objectPlace(tables, around);
  return base === undefined ? undefined : inside(base, key);
}

function objectPlace(tables: Tables, number: unknown): Place | undefined {
  if (typeof number !== "number") return undefined;
  return (tables.places[number] ??= readPlace(tables, number));
}

function propertyPlace(tables: Tables, object: unknown, key: unknown): Claim {
  const base = objectPlace(tables, object);
  const place = base === undefined || typeof key !== "number" ? undefined : inside(base, tables.keys[key]);
  return place === undefined ? lost : { kind: "place", place };
}

function readClaim(tables: Tables, sent: unknown, depth: number): Claim {
  if (typeof sent === "number") return simple[sent] ?? lost;
  if (Array.isArray(sent)) return propertyPlace(tables, sent[0], sent[1]);
  if (depth >= MAX_DEPTH) return lost;
  const [mixed, items, texts] = [partOf(sent, "m"), partOf(sent, "i"), partOf(sent, "t")];
  const each = (value: unknown): readonly Claim[] => listOf(value).map((one) => readClaim(tables, one, depth + 1));
  if (mixed !== undefined) return { kind: "mix", from: each(mixed), lost: partOf(sent, "l") !== 0 };
  if (items !== undefined)
    return { kind: "items", places: listOf(items).flatMap((one) => objectPlace(tables, one) ?? []) };
  return texts === undefined ? lost : { kind: "texts", texts: each(texts) };
}

/** Reads what the traced runtime sent; undefined where it is no such thing. */
export function parseClaims(text: string): Claims | undefined {
  const sent: unknown = JSON.parse(text);
  const cells = partOf(sent, "cells");
  const columns = listOf(partOf(sent, "columns")).filter((one) => typeof one === "string");
  const tables = { objects: listOf(partOf(sent, "objects")), keys: listOf(partOf(sent, "keys")), places: [] };
  if (!Array.isArray(cells)) return undefined;
  const claimOf = (cell: number): Claim => {
    const [object, other] = [cells[2 * cell], cells[2 * cell + 1]];
    return object === OTHER ? readClaim(tables, other, 0) : propertyPlace(tables, object, other);
  };
  return {
    columns,
    find(row) {
      const first = row * columns.length;
      return 2 * first < cells.length ? columns.map((_name, index) => claimOf(first + index)) : undefined;
    },
  };
}
