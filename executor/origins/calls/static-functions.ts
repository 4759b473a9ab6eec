import type { Field } from "../../../terms/field.ts";
import { noteForeignWrite } from "../foreign-writes.ts";
import { joinElement, joinProperty, select } from "../heap.ts";
import { lineOf, makeObject } from "../machine.ts";
import { addItem, anyProperty, anyValueOf, type Items, itemsOf, makeList, readIndex, writeIndex } from "../members.ts";
import { compare, countOf, workOut } from "../operators.ts";
import { type NumberWay, putIn } from "../own-parts.ts";
import { namesOfResponse } from "../missing-keys.ts";
import { bornWith } from "../scope.ts";
import {
  chosenBy,
  fieldsOf,
  type HeapObject,
  join,
  joinAll,
  literalOf,
  nothing,
  type Value,
  valueOf,
} from "../value.ts";
import {
  argument,
  argumentFields,
  argumentsOf,
  type Call,
  callBack,
  type Method,
  positionIn,
  walkedArgument,
} from "./call.ts";
import { handOver } from "./hand-over.ts";

const clock = valueOf({ parameters: new Set(["clock"]), worked: true });

function namesOfObject(call: Call, object: HeapObject, seen: Set<HeapObject> = new Set()): Value {
  if (seen.has(object)) return nothing;
  seen.add(object);
  const spread = object.spread.map(({ from }) => namesOfSpread(call, from, seen));
  return joinAll([object.keys, ...[...object.properties.keys()].map(literalOf), ...spread]);
}

function namesOfSpread(call: Call, from: Value, seen: Set<HeapObject>): Value {
  const known = joinAll([...from.places].map((place) => namesOfResponse(call.machine, place)));
  const own = joinAll([...from.objects].map((one) => namesOfObject(call, one, seen)));
  const isKnown = from.places.size + from.objects.size > 0;
  return isKnown ? join(known, own) : join(known, literalOf());
}

interface Entries {
  readonly keys: Value;
  readonly values: Value;
  readonly selection: Set<`${string} ${string}`>;
}

function entriesOf(call: Call): Entries {
  const source = walkedArgument(call, 0);
  const selection = new Set([...source.control, ...source.places]);
  let keys = valueOf({ unknown: source.unknown });
  let values = keys;
  for (const object of source.objects) {
    for (const field of object.selection) selection.add(field);
    keys = join(keys, namesOfObject(call, object));
    values = joinAll([values, object.element, ...object.properties.values()]);
    for (const { from } of object.spread) {
      for (const place of from.places) values = join(values, anyProperty(call.machine, place, call.node));
      for (const one of from.objects) values = join(values, anyValueOf(one));
      for (const field of spreadSelection(from)) selection.add(field);
    }
  }
  for (const place of source.places) {
    keys = join(keys, namesOfResponse(call.machine, place));
    values = join(values, anyProperty(call.machine, place, call.node));
  }
  // What the object was chosen by decides its values as much as its names, as where a property of it is read.
  return { keys, values: chosenBy(values, source.control), selection };
}

/** What decides which names an object has that was spread. */
function spreadSelection({ control, objects }: Value): readonly Field[] {
  return [...control, ...[...objects].flatMap((one) => [...one.selection])];
}

function objectKeys(call: Call): Value {
  const { keys, selection } = entriesOf(call);
  return makeList(call.machine, call.node, { element: keys, selection });
}

function objectValues(call: Call): Value {
  const { values, selection } = entriesOf(call);
  return makeList(call.machine, call.node, { element: values, selection });
}

function objectEntries(call: Call): Value {
  const { keys, values, selection } = entriesOf(call);
  const pair = makeObject(call.machine, "list", call.node, "pair");
  joinProperty(pair, "0", keys);
  joinProperty(pair, "1", values);
  return makeList(call.machine, call.node, { element: valueOf({ objects: new Set([pair]) }), selection });
}

function fromEntries(call: Call): Value {
  const made = makeObject(call.machine, "object", call.node);
  const { element, selection } = itemsOf(call.machine, argument(call, 0));
  const at = (position: number): Value => readIndex(call.machine, element, literalOf(position), call.node);
  select(made, selection);
  writeIndex(call.machine, valueOf({ objects: new Set([made]) }), at(0), at(1));
  return valueOf({ objects: new Set([made]), unknown: element.unknown });
}

function assign(call: Call): Value {
  const target = argument(call, 0);
  const [holder] = call.node.arguments ?? [];
  // Onto a list it writes items, whose places cannot be told apart from the names of properties.
  if (holder !== undefined) noteForeignWrite(call.machine, target, holder, "assign");
  for (const object of target.objects)
    for (const { value } of call.given.slice(1)) {
      const met = call.machine.conditions.since(object.born);
      object.spread.push({
        from: { ...value, control: new Set([...value.control, ...met.fields]) },
        except: new Set(),
      });
      bornWith(value, object.born);
    }
  return target;
}

function groupBy(kind: "object" | "map"): Method {
  return (call) => {
    const items = itemsOf(call.machine, walkedArgument(call, 0));
    const key = callBack(call, items, [items.element, positionIn(items)], 1);
    const made = makeObject(call.machine, kind, call.node);
    const group = makeList(
      call.machine,
      call.node,
      { element: items.element, selection: new Set([...items.selection, ...fieldsOf(key)]) },
      "group",
    );
    const result = valueOf({ objects: new Set([made]), unknown: key.unknown });
    select(made, items.selection);
    if (kind === "map") addItem(call.machine, result, group, key);
    else {
      joinElement(made, group);
      made.keys = join(made.keys, key);
      select(made, fieldsOf(key));
    }
    return result;
  };
}

function arrayFrom(call: Call): Value {
  const source = walkedArgument(call, 0);
  const items = itemsFrom(call, source);
  if (call.given.length < 2) return makeList(call.machine, call.node, items);
  const element = callBack(call, items, [items.element, positionIn(items)], 1);
  return makeList(call.machine, call.node, {
    element,
    selection: new Set([...items.selection, ...argumentFields({ ...call, given: call.given.slice(0, 1) })]),
  });
}

/** What `Array.from` walks: also an object with a length, by its positions. */
function itemsFrom({ machine }: Call, source: Value): Items {
  const { element, selection } = itemsOf(machine, source);
  const numbered = [...source.objects].filter((one) => one.kind === "object").map((one) => positionsOf(one));
  return { element: joinAll([element, ...numbered]), selection };
}

function positionsOf(object: HeapObject): Value {
  const isLengthAlone = [...object.properties.keys()].every((name) => name === "length");
  const isBare = isLengthAlone && object.spread.length === 0 && object.element === nothing;
  return isBare ? nothing : anyValueOf(object);
}

function arrayOf(call: Call): Value {
  return makeList(call.machine, call.node, { element: joinAll(argumentsOf(call)), selection: new Set() });
}

function work(call: Call): Value {
  handOver(call.machine, argumentsOf(call));
  return workOut(...argumentsOf(call));
}

/** What a function makes of what it is given; what a later argument says is how. */
function made(way: NumberWay = "with", count?: number): Method {
  return (call) => putIn(work(call), argumentsOf(call).slice(0, count), way);
}

function date(call: Call): Value {
  return call.given.length === 0 ? clock : made()(call);
}

function notFollowed(what: string): Method {
  return (call) =>
    valueOf({ inputs: argumentFields(call), unknown: { why: what, line: lineOf(call.machine, call.node) } });
}

const mathNames = ["abs", "ceil", "floor", "round", "trunc", "sign", "sqrt", "pow", "log", "log2", "log10"];

/** Functions of the language by name. What is not here is not followed. */
export const staticFunctions: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["Object.keys", objectKeys],
  ["Object.values", objectValues],
  ["Object.entries", objectEntries],
  ["Object.fromEntries", fromEntries],
  ["Object.assign", assign],
  ["Object.freeze", (call) => argument(call, 0)],
  ["Object.groupBy", groupBy("object")],
  ["Map.groupBy", groupBy("map")],
  ["Object.is", (call) => compare(...argumentsOf(call))],
  [
    "Object.hasOwn",
    (call) =>
      countOf(
        entriesOf(call).selection,
        fieldsOf(entriesOf(call).keys),
        argumentFields({ ...call, given: call.given.slice(1) }),
      ),
  ],
  ["Array.from", arrayFrom],
  ["Array.of", arrayOf],
  ["Array.isArray", (call) => compare(...argumentsOf(call))],
  ["Promise.all", (call) => walkedArgument(call, 0)],
  ["Promise.resolve", (call) => argument(call, 0)],
  ["JSON.stringify", made()],
  ["JSON.parse", notFollowed("JSON.parse")],
  ["String", made("in")],
  ["Number", made()],
  ["Boolean", work],
  ["parseInt", made("in", 1)],
  ["parseFloat", made("in", 1)],
  ["isNaN", work],
  ["isFinite", work],
  ["encodeURIComponent", made()],
  ["decodeURIComponent", made()],
  ["Date.now", () => clock],
  ["Date.parse", made()],
  ["Date.UTC", made()],
  ["Date", date],
  ["Number.isInteger", work],
  ["Number.isFinite", work],
  ["Number.isNaN", work],
  ["Number.parseInt", made("in", 1)],
  ["Number.parseFloat", made("in", 1)],
  ["RegExp", work],
  ["Error", made()],
  ["TypeError", made()],
  ["RangeError", made()],
  ["Math.min", made("most")],
  ["Math.max", made("least")],
  ...mathNames.map((name): [string, Method] => [`Math.${name}`, made()]),
]);
