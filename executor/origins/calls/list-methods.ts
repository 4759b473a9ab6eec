import { noteImpossibleValues } from "../impossible-values.ts";
import { forgetPositions, select } from "../heap.ts";
import { addItem, type Items, itemsOf, makeList, readIndex } from "../members.ts";
import { countOf, workOut } from "../operators.ts";
import { asStart, putIn } from "../own-parts.ts";
import { chosenBy, fieldsOf, join, joinAll, literalOf, nothing, type Value } from "../value.ts";
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
  const bare = {
    ...result,
    objects: nothing.objects,
    places: new Set([...result.places].filter((one) => !call.machine.responses.isList(one))),
  };
  const selection = new Set([...items.selection, ...inner.selection]);
  return makeList(call.machine, call.node, { element: join(inner.element, bare), selection });
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
    const isList = value.objects.size > 0 || inner.element !== nothing;
    return isList ? inner : { element: value, selection: inner.selection };
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

function flat(call: Call): Value {
  const items = receivedItems(call);
  const inner = itemsOf(call.machine, items.element);
  const selection = new Set([...items.selection, ...inner.selection]);
  const bare = { ...items.element, objects: nothing.objects };
  return makeList(call.machine, call.node, { element: join(inner.element, bare), selection });
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
]);
