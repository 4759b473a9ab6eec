import type ts from "typescript";
import type { Field } from "../../../terms/field.ts";
import { type Argument, lineOf, type Machine } from "../machine.ts";
import { asWalked } from "../characters.ts";
import { repeat } from "../growth.ts";
import { reachable } from "../heap.ts";
import { itemsOf, type Items } from "../members.ts";
import { fieldsOf, join, nothing, type Value, valueOf } from "../value.ts";

/** One call of a method or function that the snippet did not write. */
export interface Call {
  readonly machine: Machine;
  readonly node: ts.CallExpression | ts.NewExpression;
  /** What the method is called on; `nothing` for a function. */
  readonly receiver: Value;
  readonly given: readonly Argument[];
}

/** What one method gives. */
export type Method = (call: Call) => Value;

/** The value of an argument; `nothing` where it is not given. */
export function argument(call: Call, position: number): Value {
  return call.given[position]?.value ?? nothing;
}

/** An argument whose items are met: of a text its characters. */
export function walkedArgument(call: Call, position: number): Value {
  const node = call.given[position]?.node;
  const value = argument(call, position);
  return node === undefined ? value : asWalked(call.machine, node, value);
}

/** All arguments as values, the items of a spread list among them. */
export function argumentsOf(call: Call): readonly Value[] {
  return call.given.map((one) => (one.spread ? itemsOf(call.machine, one.value).element : one.value));
}

/** The fields that all arguments lean on. */
export function argumentFields(call: Call): ReadonlySet<Field> {
  return new Set(argumentsOf(call).flatMap((one) => [...reachable(one).fields]));
}

/** The items of what a method is called on. */
export function receivedItems(call: Call): Items {
  return itemsOf(call.machine, call.receiver);
}

/** Calls a function argument under the condition that there are such items; again and again, so that what one call writes another reads. */
export function callBack(call: Call, items: Items, given: readonly Value[], position = 0): Value {
  const { machine, node } = call;
  const callback = argument(call, position);
  const values = given.map((value) => ({ value, spread: false, node: undefined }));
  const condition = { fields: items.selection, unknown: undefined };
  let result = nothing;
  repeat(machine, Math.max(2, machine.rounds - 1), () => {
    result = machine.conditions.under(condition, () => machine.call(callback.functions, values, node));
  });
  if (callback.functions.size > 0) return join(result, valueOf({ control: callback.control }));
  return valueOf({ unknown: { why: "a function that is not known here", line: lineOf(machine, node) } });
}

/** A position in a list, as callbacks are given it. */
export function positionIn(items: Items): Value {
  return valueOf({ counted: items.selection, worked: true });
}

/** The same items, chosen by a value too. What could not be followed in the choice is not followed in the items. */
export function selectedBy(items: Items, ...choices: readonly Value[]): Items {
  const selection = new Set(items.selection);
  for (const choice of choices) for (const field of fieldsOf(choice)) selection.add(field);
  const unknown = choices.find((one) => one.unknown !== undefined)?.unknown;
  return { element: unknown === undefined ? items.element : { ...items.element, unknown }, selection };
}
