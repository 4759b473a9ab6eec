import type { Place } from "../../terms/evidence.ts";
import { pointerStep } from "../../terms/json-pointer.ts";
import { parseBounded } from "../bridge/json-bounds.ts";

/** What the traced replay claims of one cell. Nothing of it is believed before it is checked. */
export type Claim =
  | { readonly kind: "lost" }
  | { readonly kind: "literal" }
  | { readonly kind: "parameter" }
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "mix"; readonly from: readonly Claim[]; readonly lost: boolean }
  | { readonly kind: "items"; readonly places: readonly Place[] }
  /** Made step by step in the turns of these items; `isOwn`: by one number of the snippet's text. */
  | { readonly kind: "counted"; readonly places: readonly Place[]; readonly isOwn: boolean }
  | { readonly kind: "texts"; readonly texts: readonly Claim[] };

/** The claims of a traced replay. */
export interface Claims {
  /** The claim of a cell; of one that the replay said nothing of, that it is lost. */
  find(row: number, column: string): Claim;
}

const lost: Claim = { kind: "lost" };
const simple: readonly Claim[] = [lost, { kind: "literal" }, { kind: "parameter" }];

// A claim in a claim in a claim is as deep as an honest replay goes.
const MAX_DEPTH = 4;

// Objects in objects, as deep as no response of Okta goes: a chain of them must not fill the stack.
const MAX_NESTING = 500;

// An honest replay names two hundred places behind a number. Each cell that leans on them has all of them looked up.
const MOST_PLACES = 1_000;

// A place as one number: that of an object times this, plus that of a key, or 0 for the object itself.
const KEYS = 1_024;

/** What `sdk-stubs/isolate/tracing/places.ts` numbered. */
interface Tables {
  /** By the number of an object: its key in what it stands in, and the number of that; of a whole body its step, and 0. */
  readonly objectKeys: readonly unknown[];
  readonly around: readonly unknown[];
  /** By the number of a key, as a pointer writes it. */
  readonly keyParts: readonly (string | undefined)[];
  /** Places of objects that were read before, by their number. */
  readonly places: (Place | undefined)[];
  /** Lists of places by number, and those that were read before. */
  readonly lists: readonly unknown[];
  readonly read: (readonly Place[] | undefined)[];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** A key as a JSON pointer (RFC 6901) writes it; undefined for what is no key. */
function writePart(key: unknown): string | undefined {
  return typeof key === "number" || typeof key === "string" ? pointerStep(key) : undefined;
}

function inside(base: Place, part: string | undefined): Place | undefined {
  return part === undefined ? undefined : { step: base.step, pointer: base.pointer + part };
}

function readObject(tables: Tables, number: number, depth: number): Place | undefined {
  const [key, around] = [tables.objectKeys[number], tables.around[number]];
  if (around === 0) return typeof key === "number" ? { step: key, pointer: "" } : undefined;
  // An honest replay names what an object stands in before the object: so this comes to an end.
  if (typeof around !== "number" || !(around > 0 && around < number) || depth >= MAX_NESTING) return undefined;
  const base = findObject(tables, around, depth + 1);
  return base && inside(base, writePart(key));
}

function findObject(tables: Tables, number: number, depth: number): Place | undefined {
  return (tables.places[number] ??= readObject(tables, number, depth));
}

function findPlace(tables: Tables, sent: unknown): Place | undefined {
  if (typeof sent !== "number" || !Number.isSafeInteger(sent) || sent < KEYS) return undefined;
  const key = sent % KEYS;
  const object = findObject(tables, (sent - key) / KEYS, 0);
  return object === undefined || key === 0 ? object : inside(object, tables.keyParts[key]);
}

function asClaim(place: Place | undefined): Claim {
  return place === undefined ? lost : { kind: "place", place };
}

function readPosition(tables: Tables, sent: readonly unknown[]): Claim {
  const object = findPlace(tables, sent[0]);
  return asClaim(object && inside(object, writePart(sent[1])));
}

function readPlaces(tables: Tables, sent: unknown): readonly Place[] {
  const listed = listOf(sent);
  if (listed.length > MOST_PLACES) return [];
  return listed.flatMap((one) => findPlace(tables, one) ?? []);
}

function findList(tables: Tables, number: unknown): readonly Place[] {
  if (typeof number !== "number") return [];
  return (tables.read[number] ??= readPlaces(tables, tables.lists[number]));
}

function readClaim(tables: Tables, sent: unknown, depth: number): Claim {
  if (typeof sent === "number") return simple[sent] ?? asClaim(findPlace(tables, sent));
  if (Array.isArray(sent)) return readPosition(tables, sent);
  if (depth >= MAX_DEPTH) return lost;
  const [mixed, items, texts] = [partOf(sent, "m"), partOf(sent, "i"), partOf(sent, "t")];
  const counted = partOf(sent, "c");
  const each = (value: unknown): readonly Claim[] => listOf(value).map((one) => readClaim(tables, one, depth + 1));
  if (mixed !== undefined) return { kind: "mix", from: each(mixed), lost: partOf(sent, "l") !== 0 };
  if (items !== undefined) return { kind: "items", places: findList(tables, items) };
  if (counted !== undefined)
    return { kind: "counted", places: findList(tables, counted), isOwn: partOf(sent, "l") !== 0 };
  return texts === undefined ? lost : { kind: "texts", texts: each(texts) };
}

// Of each row one list, and of a cell that leans on several values some more; claims in claims, in their lists, in rows.
const bounds = { depth: 16, brackets: 8_000_000 };

/** Reads what the traced runtime sent; undefined where it is no such thing. */
export function parseClaims(text: string): Claims | undefined {
  const sent = parseBounded(text, bounds);
  const rows = partOf(sent, "rows");
  if (!Array.isArray(rows)) return undefined;
  const list = (name: string): readonly unknown[] => listOf(partOf(sent, name));
  const tables = {
    objectKeys: list("objectKeys"),
    around: list("around"),
    keyParts: list("keys").map(writePart),
    places: [],
    lists: list("lists"),
    read: [],
  };
  const names = list("names").map(listOf);
  return {
    find(row, column) {
      const marks = listOf(rows[row]);
      const position = typeof marks[0] === "number" ? (names[marks[0]]?.lastIndexOf(column) ?? -1) : -1;
      return position === -1 ? lost : readClaim(tables, marks[1 + position], 0);
    },
  };
}
