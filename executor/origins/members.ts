import type ts from "typescript";
import type { Field } from "../../terms/field.ts";
import { joinElement, joinProperty, reachable, select } from "./heap.ts";
import { lineOf, type Machine, makeObject } from "./machine.ts";
import { noteMissingKey } from "./missing-keys.ts";
import { countOf, workOut } from "./operators.ts";
import { putIn } from "./own-parts.ts";
import { asWritten, bornWith } from "./scope.ts";
import {
  chosenBy,
  fieldsOf,
  type HeapObject,
  join,
  joinAll,
  nothing,
  type Value,
  valueOf,
  literalOf,
} from "./value.ts";

/** What is met when a value is walked: what each item may be, and what decides which items there are. */
export interface Items {
  readonly element: Value;
  readonly selection: ReadonlySet<Field>;
}

function propertyOfObject(
  machine: Machine,
  object: HeapObject,
  name: string,
  at: ts.Node,
  seen: Set<HeapObject>,
): Value {
  if (seen.has(object)) return nothing;
  seen.add(object);
  let value = object.properties.get(name) ?? nothing;
  if (object.kind === "object") {
    if (object.element !== nothing) {
      if (value === nothing) noteMissingKey(machine, object.keys, literalOf(name), at);
      value = chosenBy(join(value, object.element), [...fieldsOf(object.keys), ...object.selection]);
    }
    for (const from of spreadOf(machine, object, name))
      value = join(value, propertyWithin(machine, from, name, at, seen));
  }
  if (object.kind === "list" && value === nothing) value = chosenBy(object.element, object.selection);
  return value;
}

/** What was spread into an object and may give a name: all of it where none has that name, so that the name is seen to be missing. */
function spreadOf(machine: Machine, { spread }: HeapObject, name: string): readonly Value[] {
  const sources = spread.filter(({ except }) => !except.has(name)).map(({ from }) => from);
  const holding = sources.filter((from) => mayHold(machine, from, name));
  return holding.length === 0 ? sources : holding;
}

function mayHold(machine: Machine, { places, objects, inputs }: Value, name: string): boolean {
  const isOpen = (one: HeapObject): boolean => one.spread.length > 0 || one.element !== nothing;
  return (
    inputs.size > 0 ||
    [...places].some((place) => machine.responses.mayHave(place, name)) ||
    [...objects].some((one) => one.properties.has(name) || isOpen(one))
  );
}

function propertyWithin(machine: Machine, base: Value, name: string, at: ts.Node, seen: Set<HeapObject>): Value {
  const places = new Set<Field>();
  let texts = nothing;
  for (const place of base.places) {
    if (machine.responses.isText(place)) {
      texts = join(texts, partOfText(place));
      continue;
    }
    const field = machine.responses.property(place, name, at);
    places.add(field);
    machine.noted.read.add(field);
  }
  const own = joinAll([...base.objects].map((object) => propertyOfObject(machine, object, name, at, seen)));
  return joinAll([own, texts, ownText(base), { ...passedOn(base), places }]);
}

/** What is looked up in a text, a function or a failure of the snippet's own: its length, its name, its message. */
function ownText({ literal, constants, worked, functions }: Value): Value {
  const isText = literal && (worked || [...constants].some((one) => one.startsWith('"') && one !== '""'));
  if (functions.size > 0) return valueOf({ literal: true, worked: true, ownParts: new Set(["unnamed"]) });
  return isText ? valueOf({ literal: true, worked: true }) : nothing;
}

/** The length of a text: no field of a response, but worked out from one. */
function partOfText(place: Field): Value {
  return workOut(valueOf({ places: new Set([place]) }));
}

/** How many items a list, Map or Set holds. */
export function sizeOf(machine: Machine, base: Value): Value {
  const { control, parameters, unknown } = base;
  const size = join(countOf(itemsOf(machine, base).selection), valueOf({ control, parameters, unknown }));
  return putIn(
    size,
    [...base.objects].filter(isWrittenOut).map(({ properties }) => literalOf(properties.size)),
    "plus",
  );
}

/** A list whose items stand in the text one by one, so that their number is the snippet's own. */
function isWrittenOut({ kind, element, properties, selection }: HeapObject): boolean {
  return kind === "list" && element === nothing && properties.size > 0 && selection.size === 0;
}

// A type says it where the text names a property; a pattern, or a name in brackets, has the value alone.
function isSize(machine: Machine, { objects, places }: Value, name: string): boolean {
  return (
    (name === "length" || name === "size") &&
    objects.size + places.size > 0 &&
    [...objects].every((one) => one.kind !== "object") &&
    [...places].every((place) => machine.responses.isList(place))
  );
}

/** The value of a property by its fixed name. */
export function readProperty(machine: Machine, base: Value, name: string, at: ts.Node): Value {
  return isSize(machine, base, name) ? sizeOf(machine, base) : propertyWithin(machine, base, name, at, new Set());
}

function constantNames(key: Value): readonly string[] | undefined {
  const mayBeField = key.places.size + key.inputs.size + key.counted.size > 0;
  if (key.constants.size === 0 || mayBeField || key.worked || key.parameters.size > 0) return undefined;
  return [...key.constants].map((text) => String(JSON.parse(text)));
}

/** The value under a key that is worked out: `index[user.id]`, `pair[0]`, `profile[name]`. */
export function readIndex(machine: Machine, base: Value, key: Value, at: ts.Node): Value {
  const names = constantNames(key);
  const listed = itemsOf(machine, base);
  const byName = (names ?? []).map((name) =>
    /^\d+$/.test(name) && isOnlyList(machine, base)
      ? positionOf(base, name, listed)
      : readProperty(machine, base, name, at),
  );
  if (names !== undefined) return chosenBy(joinAll(byName), key.control);
  const objects = [...base.objects].filter((one) => one.kind === "object");
  const dynamic = objects.map((one) => anyValueOf(one));
  const responses = [...base.places].filter((place) => !machine.responses.isList(place));
  const named = responses.map((place) => anyProperty(machine, place, at));
  const inLists = chosenBy(listed.element, listed.selection);
  return chosenBy(joinAll([...dynamic, ...named, inLists, passedOn(base)]), fieldsOf(key));
}

/** What may stand under any key of an object that the snippet made, and of those that were spread into it. */
export function anyValueOf(object: HeapObject, seen: Set<HeapObject> = new Set()): Value {
  if (seen.has(object)) return nothing;
  seen.add(object);
  const spread = object.spread.map(({ from }) => {
    // Of a response, or what is no plain object, it is not known which of its values is met.
    const isOwn = from.places.size === 0 && [...from.objects].every((one) => one.kind === "object");
    if (!isOwn) return valueOf({ inputs: reachable(from).fields, unknown: reachable(from).unknown });
    return join(joinAll([...from.objects].map((one) => anyValueOf(one, seen))), passedOn(from));
  });
  const values = [object.element, ...object.properties.values(), ...spread];
  return chosenBy(joinAll(values), [...fieldsOf(object.keys), ...object.selection]);
}

function passedOn({ inputs, counted, control, parameters, ownParts, unknown }: Value): Value {
  return valueOf({ inputs, counted, control, parameters, ownParts, unknown });
}

function isOnlyList(machine: Machine, base: Value): boolean {
  return (
    [...base.objects].every((one) => one.kind === "list") &&
    [...base.places].every((place) => machine.responses.isList(place))
  );
}

function positionOf(base: Value, name: string, listed: Items): Value {
  const fixed = [...base.objects].map((one) => one.properties.get(name));
  if (base.places.size === 0 && fixed.every((one) => one !== undefined))
    return join(joinAll(fixed.filter((one) => one !== undefined)), passedOn(base));
  return join(chosenBy(listed.element, listed.selection), passedOn(base));
}

/** The values of a response object whose names are not fixed in the snippet. */
export function anyProperty(machine: Machine, place: Field, at: ts.Node): Value {
  const names = machine.responses.names(place);
  if (names !== undefined && names.length > 0 && names.length <= 60)
    return joinAll(names.map((name) => readProperty(machine, valueOf({ places: new Set([place]) }), name, at)));
  const field = machine.responses.anyProperty(place);
  machine.noted.read.add(field);
  return valueOf({ places: new Set([field]) });
}

/** What is met when a value is walked with `for`, a spread or a method of lists. */
export function itemsOf(machine: Machine, value: Value): Items {
  const selection = new Set<Field>(value.control);
  const elements: Value[] = [];
  for (const object of value.objects) {
    if (object.kind === "object") continue;
    for (const field of object.selection) selection.add(field);
    elements.push(
      object.kind === "map" ? pairOf(machine, object) : join(object.element, joinAll(object.properties.values())),
    );
  }
  for (const place of value.places) {
    if (!machine.responses.isList(place)) continue;
    selection.add(place);
    machine.noted.read.add(place);
    elements.push(valueOf({ places: new Set([machine.responses.items(place)]) }));
  }
  for (const field of [...value.inputs, ...value.counted]) selection.add(field);
  if (value.inputs.size > 0 || value.parameters.size > 0)
    elements.push(valueOf({ inputs: value.inputs, parameters: value.parameters, ownParts: value.ownParts }));
  const element = joinAll(elements);
  return { element: value.unknown === undefined ? element : { ...element, unknown: value.unknown }, selection };
}

function pairOf(machine: Machine, map: HeapObject): Value {
  const pair = machine.heap.place("list", `pair of ${identify(map)}`, machine.conditions.now());
  joinProperty(pair, "0", map.keys);
  joinProperty(pair, "1", map.element);
  return valueOf({ objects: new Set([pair]) });
}

const identities = new WeakMap<HeapObject, number>();
let identified = 0;

function identify(object: HeapObject): number {
  const known = identities.get(object);
  if (known !== undefined) return known;
  identified += 1;
  identities.set(object, identified);
  return identified;
}

/** A new list of these items. */
export function makeList(machine: Machine, at: ts.Node, items: Items, part = ""): Value {
  const list = makeObject(machine, "list", at, part);
  joinElement(list, items.element);
  select(list, items.selection);
  return valueOf({ objects: new Set([list]), unknown: items.element.unknown });
}

/** Writes a property by its fixed name, under the conditions of the place. */
export function writeProperty(machine: Machine, base: Value, name: string, value: Value): void {
  for (const object of base.objects) {
    // Which of several objects is written to is a choice too.
    joinProperty(object, name, asWritten(machine, chosenBy(value, base.control), object.born));
    bornWith(value, object.born);
  }
}

/** Adds an item to lists and Sets, or a value under a key to Maps and objects. */
export function addItem(machine: Machine, base: Value, value: Value, key: Value = nothing): void {
  for (const object of base.objects) {
    const met = machine.conditions.since(object.born);
    joinElement(object, met.unknown === undefined ? value : { ...value, unknown: met.unknown });
    object.keys = join(object.keys, key);
    select(object, [...met.fields, ...base.control]);
    if (object.kind === "set") select(object, fieldsOf(value));
    if (object.kind === "map") select(object, fieldsOf(key));
    bornWith(value, object.born);
  }
}

/** Writes under a key that is worked out. */
export function writeIndex(machine: Machine, base: Value, key: Value, value: Value): void {
  const names = constantNames(key);
  if (names === undefined) {
    const keyFields = fieldsOf(key);
    for (const object of base.objects) {
      joinElement(object, asWritten(machine, chosenBy(value, [...keyFields, ...base.control]), object.born));
      object.keys = join(object.keys, key);
      select(object, [...keyFields, ...base.control, ...machine.conditions.since(object.born).fields]);
      bornWith(value, object.born);
    }
    return;
  }
  for (const name of names) writeProperty(machine, base, name, value);
}

/** What could not be followed, with what was seen of it. */
export function unfollowed(machine: Machine, why: string, at: ts.Node, ...seen: readonly Value[]): Value {
  const inputs = new Set<Field>();
  for (const value of seen) for (const field of reachable(value).fields) inputs.add(field);
  return valueOf({ inputs, unknown: { why, line: lineOf(machine, at) } });
}
