import type { Cell } from "../../terms/cell.ts";
import { isUnknownCell } from "../../terms/cell.ts";
import type { CellEvidence, Place } from "../../terms/evidence.ts";
import type { Field } from "../../terms/field.ts";
import { fieldsOf, type Origin } from "../../terms/origin.ts";
import type { RecordedBodies } from "./recorded-bodies.ts";
import { isFieldOf, type Resolved } from "./resolve-place.ts";
import type { Claim } from "./sent-cells.ts";

/** What a claim is checked against. */
export interface Witness {
  readonly bodies: RecordedBodies;
}

function resolve({ bodies }: Witness, { step, pointer }: Place): Resolved | undefined {
  return bodies.find(step)?.resolve(pointer);
}

function refused(claimed: Place, why: string): CellEvidence {
  return { kind: "refused", claimed, why };
}

/** Why a place does not stand for a value; undefined where it does. The value is not compared where none is given. */
function verifyPlace(
  witness: Witness,
  place: Place,
  fields: readonly Field[],
  expected?: { readonly value: unknown },
): string | undefined {
  const found = resolve(witness, place);
  if (found === undefined) return "Nothing stands at this place of the recording.";
  if (expected !== undefined && !Object.is(found.value, expected.value)) return "Another value stands at this place.";
  if (!isFieldOf(found.field, fields)) return `The check names ${fields.join(", ") || "no field"}, not ${found.field}.`;
  return undefined;
}

function verifyValue(witness: Witness, place: Place, origin: Origin, cell: Cell): CellEvidence {
  const fields = origin.kind === "direct" || origin.kind === "computed" ? origin.fields : fieldsOf(origin);
  const why = verifyPlace(witness, place, fields, { value: cell });
  return why === undefined ? { kind: "value", place } : refused(place, why);
}

function verifyItems(witness: Witness, places: readonly Place[], origin: Origin): CellEvidence {
  if (places.length === 0) return { kind: "lost", why: "The list that was counted was made by the snippet." };
  let count: number | undefined = 0;
  for (const place of places) {
    const found = resolve(witness, place);
    if (found === undefined) return refused(place, "Nothing stands at this place of the recording.");
    const items = itemsAt(witness, place, found)?.length ?? (place.pointer === "" ? undefined : 1);
    if (!isFieldOf(found.field, listFields(origin)))
      return refused(place, `The check names ${fieldsOf(origin).join(", ")}, not ${found.field}.`);
    count = items === undefined || count === undefined ? undefined : count + items;
  }
  return { kind: "items", places, count };
}

// A number that is made anew in each turn of a walk does not count the turns of that walk: the check knows, the replay does not.
function verifyCounted(witness: Witness, places: readonly Place[], origin: Origin): CellEvidence {
  const named = fieldsOf(origin);
  const isNamed = (place: Place): boolean => {
    const found = resolve(witness, place);
    return found === undefined || isFieldOf(found.field, named) || isFieldOf(`${found.field}[]`, named);
  };
  const counted = places.filter(isNamed);
  if (counted.length > 0) return verifyItems(witness, counted, origin);
  return { kind: "lost", why: "The check does not name the items in whose turns it was worked out." };
}

function itemsAt(witness: Witness, { step }: Place, { value, field }: Resolved): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const items = witness.bodies.find(step)?.source.items;
  const inside: unknown =
    field.endsWith(" ") && items !== undefined && typeof value === "object" && value !== null
      ? Reflect.get(value, items)
      : undefined;
  return Array.isArray(inside) ? inside : undefined;
}

// A count of the items of a list leans on its fields: the list is named by any of them.
function listFields(origin: Origin): readonly Field[] {
  const named = fieldsOf(origin);
  const roots = named.map((field): Field => `${field.slice(0, field.indexOf(" "))} `);
  const inner = named.flatMap((field): Field[] => {
    const end = field.lastIndexOf("[]");
    const [operationId, path = ""] = field.slice(0, end).split(" ");
    return end === -1 ? [] : [`${operationId} ${path}`];
  });
  return [...named, ...roots, ...inner];
}

const notOwn = "The replay calls it the snippet's own text, and the check does not.";

function isGiven({ kind }: Claim): boolean {
  return kind === "literal" || kind === "parameter";
}

function mayHoldOwn(origin: Origin): boolean {
  return mayBeLiteral(origin) || origin.kind === "parameter";
}

/** A list of nothing but the snippet's own texts and the operator's input. */
function verifyGiven(texts: readonly Claim[], origin: Origin): CellEvidence {
  if (texts.every((one) => one.kind === "parameter")) return { kind: "parameter" };
  return mayHoldOwn(origin) ? { kind: "literal" } : { kind: "lost", why: notOwn };
}

function verifyTexts(witness: Witness, texts: readonly Claim[], origin: Origin, cell: Cell): CellEvidence {
  if (!Array.isArray(cell)) return { kind: "lost", why: "The replay speaks of a list where none stands." };
  const values: readonly unknown[] = cell;
  const named = fieldsOf(origin);
  const fields = [...named, ...named.map((field): Field => `${field}[]`)];
  if (texts.length > 0 && texts.length === values.length && texts.every(isGiven)) return verifyGiven(texts, origin);
  if (texts.some((one) => one.kind === "literal") && !mayHoldOwn(origin)) return { kind: "lost", why: notOwn };
  const places: Place[] = [];
  for (const [index, text] of texts.entries()) {
    if (isGiven(text)) continue;
    if (text.kind !== "place") return verifyMix(witness, texts, false, origin);
    const why = verifyPlace(witness, text.place, fields, { value: values[index] });
    if (why !== undefined) return refused(text.place, why);
    places.push(text.place);
  }
  if (texts.length < values.length)
    return { kind: "lost", why: "The list is too long to name the place of each text." };
  return { kind: "computed", places };
}

function flatten(claims: readonly Claim[]): readonly Claim[] {
  return claims.flatMap((one) =>
    one.kind === "mix" ? flatten(one.from) : one.kind === "texts" ? flatten(one.texts) : one,
  );
}

function aroundOf({ step, pointer }: Place): Place {
  return { step, pointer: pointer.slice(0, Math.max(0, pointer.lastIndexOf("/"))) };
}

// A property that the response leaves out is an input too: what stands there is the object that lacks it.
function present(witness: Witness, place: Place): Place | undefined {
  const around = resolve(witness, aroundOf(place));
  const isObject = typeof around?.value === "object" && around.value !== null && !Array.isArray(around.value);
  return isObject && resolve(witness, place) === undefined ? undefined : place;
}

/** One of the values that a cell was worked out from; undefined where it says nothing of the recording. */
function verifyInput(witness: Witness, claim: Claim, origin: Origin): CellEvidence | undefined {
  if (claim.kind === "items") return verifyItems(witness, claim.places, origin);
  if (claim.kind === "counted") return verifyCounted(witness, claim.places, origin);
  if (claim.kind !== "place") return undefined;
  const place = present(witness, claim.place);
  const why = place === undefined ? undefined : verifyPlace(witness, place, fieldsOf(origin));
  return why === undefined ? { kind: "value", place: place ?? aroundOf(claim.place) } : refused(claim.place, why);
}

function verifyMix(witness: Witness, from: readonly Claim[], isLost: boolean, origin: Origin): CellEvidence {
  const claims = flatten(from);
  const places: Place[] = [];
  for (const one of claims) {
    const input = verifyInput(witness, one, origin);
    if (input?.kind === "refused") return input;
    if (input?.kind === "value") places.push(input.place);
    if (input?.kind === "items") places.push(...input.places);
  }
  if (places.length > 0) return { kind: "computed", places };
  const why = isLost
    ? "Which values it was worked out from is not recorded."
    : "No single value stands behind it: it was worked out step by step.";
  return { kind: "lost", why };
}

function mayBeLiteral(origin: Origin): boolean {
  return origin.kind === "direct" ? origin.orLiteral : origin.kind !== "unknown" && origin.kind !== "parameter";
}

function ownText(origin: Origin): CellEvidence {
  return mayBeLiteral(origin) ? { kind: "literal" } : { kind: "lost", why: notOwn };
}

function isWorkedOut({ kind }: Origin): boolean {
  return kind === "count" || kind === "computed";
}

function verifyListed(witness: Witness, places: readonly Place[], origin: Origin, cell: Cell): CellEvidence {
  // `names.get(id) ?? []`: an empty list of the snippet's own, which holds no value of Okta.
  const isOwn = places.length === 0 && Array.isArray(cell) && cell.length === 0 && origin.kind !== "unknown";
  return isOwn ? { kind: "literal" } : verifyItems(witness, places, origin);
}

/** The evidence of one cell: what the replay claims of it, as far as the recording and the check bear it out. */
export function verifyClaim(witness: Witness, claim: Claim, origin: Origin, cell: Cell): CellEvidence {
  if (isUnknownCell(cell)) return { kind: "lost", why: "The read behind it failed; see the reads of the run." };
  switch (claim.kind) {
    case "lost":
      return { kind: "lost", why: "Which item it was read from is not recorded." };
    case "literal":
      return ownText(origin);
    case "parameter":
      return { kind: "parameter" };
    case "place":
      return verifyValue(witness, claim.place, origin, cell);
    case "items":
      return verifyListed(witness, claim.places, origin, cell);
    case "counted":
      return claim.isOwn && !isWorkedOut(origin) ? ownText(origin) : verifyCounted(witness, claim.places, origin);
    case "texts":
      return verifyTexts(witness, claim.texts, origin, cell);
    case "mix":
      return verifyMix(witness, claim.from, claim.lost, origin);
  }
}
