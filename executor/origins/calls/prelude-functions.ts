import { itemsOf, makeList, readProperty } from "../members.ts";
import { compare, workOut } from "../operators.ts";
import { putIn } from "../own-parts.ts";
import { chosenBy, fieldsOf, join, literalOf, type Value, valueOf } from "../value.ts";
import { argument, argumentsOf, type Call, callBack, type Method, positionIn } from "./call.ts";

const clock = valueOf({ parameters: new Set(["clock"]), worked: true });

function each(call: Call): Value {
  const items = itemsOf(call.machine, argument(call, 0));
  const element = callBack(call, items, [items.element, positionIn(items)], 1);
  return makeList(call.machine, call.node, { element, selection: items.selection });
}

function named(call: Call): Value {
  const { element, selection } = itemsOf(call.machine, argument(call, 0));
  const path = argument(call, 1);
  let text = element;
  const [constant] = path.constants;
  const names = constant === undefined ? [] : String(JSON.parse(constant)).split(".");
  for (const name of names) text = readProperty(call.machine, text, name, call.node);
  const status = statusOf(call, element);
  const fields = [...selection, ...fieldsOf(text), ...fieldsOf(status), ...fieldsOf(argument(call, 2))];
  return chosenBy(element, fields);
}

function statusOf(call: Call, element: Value): Value {
  const places = [...element.places].filter((place) => call.machine.responses.names(place)?.includes("status"));
  return readProperty(call.machine, valueOf({ places: new Set(places) }), "status", call.node);
}

function exactlyOne(call: Call): Value {
  const { element, selection } = itemsOf(call.machine, argument(call, 0));
  return chosenBy(element, selection);
}

function targetOf(call: Call): Value {
  const { element, selection } = itemsOf(
    call.machine,
    readProperty(call.machine, argument(call, 0), "target", call.node),
  );
  const type = readProperty(call.machine, element, "type", call.node);
  return chosenBy(element, [...selection, ...fieldsOf(type), ...fieldsOf(argument(call, 1))]);
}

function notKnown(call: Call): Value {
  const value = argument(call, 0);
  const { selection } = itemsOf(call.machine, value);
  return compare({ ...value, control: new Set([...value.control, ...selection]) });
}

function declined(call: Call): Value {
  for (const field of call.machine.conditions.since(-1).fields) call.machine.noted.endedBy.add(field);
  return literalOf(null);
}

function work(call: Call): Value {
  return workOut(...argumentsOf(call));
}

function made(call: Call): Value {
  return putIn(work(call), argumentsOf(call), "with");
}

function madeFromClock(call: Call): Value {
  return join(made(call), clock);
}

/** What `'okta'` gives beside the operations. */
export const preludeFunctions: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["each", each],
  ["named", named],
  ["exactlyOne", exactlyOne],
  ["declined", declined],
  ["same", work],
  ["targetOf", targetOf],
  ["notKnown", notKnown],
  ["now", () => clock],
  ["daysAgo", madeFromClock],
  ["hoursAgo", madeFromClock],
  ["daysSince", madeFromClock],
  ["isBefore", work],
  ["dayOf", made],
  ["startOfDay", made],
  ["note", () => literalOf(null)],
  // What it declares is handed to the function; the value itself is never read.
  ["inputTable", () => literalOf(null)],
]);
