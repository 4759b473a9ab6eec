import type { Field } from "../../../terms/field.ts";
import { noteImpossibleValues } from "../impossible-values.ts";
import { select } from "../heap.ts";
import { addItem, type Items, itemsOf, makeList, readIndex } from "../members.ts";
import { noteMissingKey } from "../missing-keys.ts";
import { countOf } from "../operators.ts";
import { lineOf, makeObject } from "../machine.ts";
import { chosenBy, fieldsOf, join, joinAll, literalOf, nothing, type Value, valueOf } from "../value.ts";
import { argument, type Call, callBack, type Method, receivedItems, walkedArgument } from "./call.ts";

function fieldsOfKeys(call: Call): readonly Value[] {
  return [...call.receiver.objects].map((object) => object.keys);
}

function selectionOf(call: Call): ReadonlySet<`${string} ${string}`> {
  return new Set([...call.receiver.control, ...[...call.receiver.objects].flatMap((object) => [...object.selection])]);
}

function get(call: Call): Value {
  const values = [...call.receiver.objects].map((object) => join(object.element, joinAll(object.properties.values())));
  const key = argument(call, 0);
  for (const keys of fieldsOfKeys(call)) noteMissingKey(call.machine, keys, key, call.node);
  const fields = [...selectionOf(call), ...fieldsOf(key), ...fieldsOfKeys(call).flatMap((one) => [...fieldsOf(one)])];
  const unknown = call.receiver.unknown ?? key.unknown;
  return join(chosenBy(joinAll(values), fields), valueOf({ unknown }));
}

function set(call: Call): Value {
  addItem(call.machine, call.receiver, argument(call, 1), argument(call, 0));
  return call.receiver;
}

function has(call: Call): Value {
  const contents = [...call.receiver.objects].map((object) => (object.kind === "map" ? object.keys : object.element));
  const key = argument(call, 0);
  for (const content of contents) noteImpossibleValues(call.machine, key, content, call.node);
  const unknown = call.receiver.unknown ?? key.unknown;
  return { ...countOf(selectionOf(call), fieldsOf(key), ...contents.map(fieldsOf)), unknown };
}

function add(call: Call): Value {
  addItem(call.machine, call.receiver, argument(call, 0));
  return call.receiver;
}

function remove(call: Call): Value {
  const key = argument(call, 0);
  for (const object of call.receiver.objects)
    select(object, [...fieldsOf(key), ...call.machine.conditions.since(object.born).fields]);
  return has(call);
}

function keysOfMap(call: Call): Value {
  return makeList(call.machine, call.node, { element: joinAll(fieldsOfKeys(call)), selection: selectionOf(call) });
}

function valuesOfMap(call: Call): Value {
  const element = joinAll([...call.receiver.objects].map((object) => object.element));
  return makeList(call.machine, call.node, { element, selection: selectionOf(call) });
}

function items(call: Call): Value {
  return makeList(call.machine, call.node, receivedItems(call));
}

function forEachOfMap(call: Call): Value {
  const element = joinAll([...call.receiver.objects].map((object) => object.element));
  callBack(call, { element, selection: selectionOf(call) }, [element, joinAll(fieldsOfKeys(call)), call.receiver]);
  return literalOf(null);
}

function forEachOfSet(call: Call): Value {
  const walked = receivedItems(call);
  callBack(call, walked, [walked.element, walked.element, call.receiver]);
  return literalOf(null);
}

/** What a method of Sets is given: of a Map its keys. */
function otherItems(call: Call): Items {
  const other = argument(call, 0);
  const maps = [...other.objects].filter((object) => object.kind === "map");
  const isOwn = [...other.objects].some((object) => object.kind === "object");
  if (isOwn) {
    const unknown = { why: "a set that the snippet writes itself", line: lineOf(call.machine, call.node) };
    return { element: valueOf({ unknown }), selection: new Set() };
  }
  if (maps.length === 0) return itemsOf(call.machine, other);
  const selection = new Set([...other.control, ...maps.flatMap((object) => [...object.selection])]);
  return { element: joinAll(maps.map((object) => object.keys)), selection };
}

function comparedFields(own: Items, other: Items): Set<Field> {
  return new Set([...own.selection, ...fieldsOf(own.element), ...other.selection, ...fieldsOf(other.element)]);
}

/** A Set of the members of one, or of both, of which comparing them decides which there are. */
function combined(isOfBoth: boolean): Method {
  return (call) => {
    const [own, other] = [receivedItems(call), otherItems(call)];
    if (!isOfBoth) noteImpossibleValues(call.machine, other.element, own.element, call.node);
    const made = makeObject(call.machine, "set", call.node);
    const result = valueOf({ objects: new Set([made]) });
    select(made, comparedFields(own, other));
    addItem(call.machine, result, isOfBoth ? join(own.element, other.element) : own.element);
    return join(result, valueOf({ unknown: other.element.unknown ?? argument(call, 0).unknown }));
  };
}

function compareSets(call: Call): Value {
  const [own, other] = [receivedItems(call), otherItems(call)];
  const unknown = own.element.unknown ?? other.element.unknown ?? argument(call, 0).unknown;
  return { ...countOf(comparedFields(own, other)), unknown };
}

/** Methods of Maps. */
export const mapMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["get", get],
  ["set", set],
  ["has", has],
  ["delete", remove],
  ["keys", keysOfMap],
  ["values", valuesOfMap],
  ["entries", items],
  ["forEach", forEachOfMap],
]);

/** Methods of Sets. */
export const setMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["add", add],
  ["has", has],
  ["delete", remove],
  ["keys", items],
  ["values", items],
  ["forEach", forEachOfSet],
  ["union", combined(true)],
  ["symmetricDifference", combined(true)],
  ["intersection", combined(false)],
  ["difference", combined(false)],
  ["isSubsetOf", compareSets],
  ["isSupersetOf", compareSets],
  ["isDisjointFrom", compareSets],
]);

/** `new Map(pairs)` and `new Set(items)`. */
export function makeCollection(call: Call, kind: "map" | "set"): Value {
  const made = makeObject(call.machine, kind, call.node);
  const result = valueOf({ objects: new Set([made]) });
  if (call.given.length === 0) return result;
  const source = walkedArgument(call, 0);
  const { element, selection } = itemsOf(call.machine, source);
  select(made, selection);
  if (kind === "set") addItem(call.machine, result, element);
  else {
    const at = (position: number): Value => readIndex(call.machine, element, literalOf(position), call.node);
    addItem(call.machine, result, at(1), at(0));
  }
  return join(result, valueOf({ unknown: element === nothing ? source.unknown : element.unknown }));
}
