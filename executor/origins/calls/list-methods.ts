import ts from "typescript";
import { noteImpossibleValues } from "../impossible-values.ts";
import { forgetPositions, joinProperty, select } from "../heap.ts";
import { lineOf, makeObject } from "../machine.ts";
import { addItem, type Items, itemsOf, makeList, readIndex } from "../members.ts";
import { countOf, workOut } from "../operators.ts";
import { asStart, putIn } from "../own-parts.ts";
import { chosenBy, fieldsOf, join, joinAll, literalOf, nothing, type Value, valueOf } from "../value.ts";
import {
  argument,
  argumentFields,
  argumentsOf,
  type Call,
  callBack,
  type Method,
  positionIn,
  receivedItems,
  selectedBy,
} from "./call.ts";

function tested(call: Call, items: Items): Value {
  return callBack(call, items, [items.element, positionIn(items), call.receiver]);
}

function map(call: Call): Value {
  const items = receivedItems(call);
  return makeList(call.machine, call.node, { element: tested(call, items), selection: items.selection });
}

function flatMap(call: Call): Value {
  const items = receivedItems(call);
  const result = tested(call, items);
  const inner = itemsOf(call.machine, result);
  const selection = new Set([...items.selection, ...inner.selection]);
  const element = joinAll([inner.element, notListed(call, result), ownIterator(call, result)]);
  return makeList(call.machine, call.node, { element, selection });
}

/** What of a value is no list, and stays as it is where lists are made flat. */
function notListed({ machine }: Call, value: Value): Value {
  return {
    ...value,
    objects: new Set([...value.objects].filter((one) => one.kind !== "list")),
    places: new Set([...value.places].filter((one) => !machine.responses.isList(one))),
  };
}

/** What the engine asks an object of the snippet for that it takes for an iterator: the `flatMap` of lists takes it for an item. */
function ownIterator({ machine, node }: Call, { objects }: Value): Value {
  const receiver = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node;
  const { typeChecker } = machine;
  const isOfList = typeChecker.isArrayLikeType(typeChecker.getTypeAtLocation(receiver));
  if (isOfList || [...objects].every((one) => one.kind !== "object")) return nothing;
  return valueOf({ unknown: { why: "an iterator that the snippet writes itself", line: lineOf(machine, node) } });
}

function filter(call: Call): Value {
  const items = receivedItems(call);
  return makeList(call.machine, call.node, selectedBy(items, tested(call, items)));
}

function find(call: Call): Value {
  const items = receivedItems(call);
  const found = selectedBy(items, tested(call, items));
  return chosenBy(found.element, found.selection);
}

function some(call: Call): Value {
  const items = receivedItems(call);
  const condition = tested(call, items);
  return { ...countOf(items.selection, fieldsOf(condition)), unknown: condition.unknown };
}

function includes(call: Call): Value {
  const { element, selection } = receivedItems(call);
  noteImpossibleValues(call.machine, argument(call, 0), element, call.node);
  noteImpossibleValues(call.machine, element, argument(call, 0), call.node);
  return { ...countOf(selection, fieldsOf(element), argumentFields(call)), unknown: element.unknown };
}

function reduce(call: Call): Value {
  const items = receivedItems(call);
  let total = call.given.length > 1 ? asStart(argument(call, 1)) : items.element;
  for (let round = 0; round < call.machine.rounds; round += 1)
    total = join(total, callBack(call, items, [total, items.element, positionIn(items), call.receiver]));
  return chosenBy(total, items.selection);
}

function sorted(call: Call): Items {
  const items = receivedItems(call);
  const order = call.given.length === 0 ? items.element : callBack(call, items, [items.element, items.element]);
  return selectedBy(items, order);
}

function sortInPlace(call: Call): Value {
  const items = sorted(call);
  return reorder(call, items);
}

function reorder(call: Call, items: Items): Value {
  if (call.receiver.objects.size === 0) return makeList(call.machine, call.node, items);
  for (const object of call.receiver.objects) {
    forgetPositions(object);
    select(object, items.selection);
    if (items.element.unknown !== undefined) object.element = join(object.element, items.element);
  }
  return call.receiver;
}

function copy(call: Call): Value {
  return makeList(call.machine, call.node, selectedBy(receivedItems(call), ...argumentsOf(call)));
}

function concat(call: Call): Value {
  const items = receivedItems(call);
  const added = call.given.map(({ value }) => {
    const inner = itemsOf(call.machine, value);
    const item = notListed(call, value);
    const isItem = item.objects.size + item.places.size > 0 || item.literal || inner.element === nothing;
    return { element: isItem ? join(inner.element, item) : inner.element, selection: inner.selection };
  });
  const element = joinAll([items.element, ...added.map((one) => one.element)]);
  const selection = new Set([...items.selection, ...added.flatMap((one) => [...one.selection])]);
  return makeList(call.machine, call.node, { element, selection });
}

function push(call: Call): Value {
  for (const object of call.receiver.objects) forgetPositions(object);
  for (const one of call.given) {
    const items = one.spread ? itemsOf(call.machine, one.value) : undefined;
    addItem(call.machine, call.receiver, items?.element ?? one.value);
    if (items !== undefined) for (const object of call.receiver.objects) select(object, items.selection);
  }
  return countOf(receivedItems(call).selection);
}

function takeOut(call: Call): Value {
  const items = receivedItems(call);
  for (const object of call.receiver.objects) {
    forgetPositions(object);
    select(object, call.machine.conditions.since(object.born).fields);
  }
  return chosenBy(items.element, items.selection);
}

function splice(call: Call): Value {
  const items = receivedItems(call);
  for (const object of call.receiver.objects) {
    forgetPositions(object);
    select(object, [...argumentFields(call), ...call.machine.conditions.since(object.born).fields]);
  }
  for (const { value } of call.given.slice(2)) addItem(call.machine, call.receiver, value);
  return makeList(call.machine, call.node, items);
}

function textOfItems(call: Call): Value {
  const { element, selection } = receivedItems(call);
  const given = argumentsOf(call);
  return chosenBy(putIn(join(workOut(element), workOut(...given)), [element, ...given]), selection);
}

function forEach(call: Call): Value {
  const items = receivedItems(call);
  tested(call, items);
  return literalOf(null);
}

// Rows are flat: lists in lists in lists are as deep as a question goes.
const MOST_DEPTH = 4;

function depthOf(call: Call): number {
  if (call.given.length === 0) return 1;
  const [constant] = argument(call, 0).constants;
  const depth = constant === undefined ? MOST_DEPTH : Number(constant);
  return depth >= 0 ? Math.min(depth, MOST_DEPTH) : 0;
}

function flat(call: Call): Value {
  let { element, selection } = receivedItems(call);
  for (let depth = depthOf(call); depth > 0; depth -= 1) {
    const inner = itemsOf(call.machine, element);
    selection = new Set([...selection, ...inner.selection]);
    element = join(inner.element, notListed(call, element));
  }
  return makeList(call.machine, call.node, { element, selection });
}

function at(call: Call): Value {
  return readIndex(
    call.machine,
    call.receiver,
    { ...argument(call, 0), constants: nothing.constants, worked: true },
    call.node,
  );
}

function entries(call: Call): Value {
  const items = receivedItems(call);
  const pair = makeList(call.machine, call.node, { element: nothing, selection: new Set() }, "pair");
  for (const object of pair.objects) object.properties.set("0", positionIn(items)).set("1", items.element);
  return makeList(call.machine, call.node, { element: pair, selection: items.selection });
}

function keys(call: Call): Value {
  const items = receivedItems(call);
  return makeList(call.machine, call.node, { element: positionIn(items), selection: items.selection });
}

/** What an iterator gives when it is asked by hand. */
function next(call: Call): Value {
  const items = receivedItems(call);
  const result = makeObject(call.machine, "object", call.node);
  joinProperty(result, "value", chosenBy(items.element, items.selection));
  joinProperty(result, "done", countOf(items.selection));
  return valueOf({ objects: new Set([result]) });
}

function fill(call: Call): Value {
  addItem(call.machine, call.receiver, argument(call, 0));
  return call.receiver;
}

/** Methods of lists. What is not here is not followed. */
export const listMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["map", map],
  ["flatMap", flatMap],
  ["filter", filter],
  ["find", find],
  ["findLast", find],
  ["findIndex", some],
  ["findLastIndex", some],
  ["some", some],
  ["every", some],
  ["includes", includes],
  ["indexOf", includes],
  ["lastIndexOf", includes],
  ["reduce", reduce],
  ["reduceRight", reduce],
  ["sort", sortInPlace],
  ["toSorted", (call) => makeList(call.machine, call.node, sorted(call))],
  ["reverse", (call) => reorder(call, receivedItems(call))],
  ["toReversed", copy],
  ["slice", copy],
  ["concat", concat],
  ["push", push],
  ["unshift", push],
  ["pop", takeOut],
  ["shift", takeOut],
  ["splice", splice],
  ["join", textOfItems],
  ["toString", textOfItems],
  ["forEach", forEach],
  ["flat", flat],
  ["at", at],
  ["entries", entries],
  ["keys", keys],
  ["values", copy],
  ["fill", fill],
  ["take", copy],
  ["drop", copy],
  ["toArray", copy],
  ["next", next],
]);
