import { noteImpossibleValues } from "../impossible-values.ts";
import { select } from "../heap.ts";
import { addItem, itemsOf, makeList, readIndex } from "../members.ts";
import { noteMissingKey } from "../missing-keys.ts";
import { countOf } from "../operators.ts";
import { makeObject } from "../machine.ts";
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
