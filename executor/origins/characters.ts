import type ts from "typescript";
import { familyOf } from "./family.ts";
import type { Machine } from "./machine.ts";
import { makeList } from "./members.ts";
import { workOut } from "./operators.ts";
import { putIn } from "./own-parts.ts";
import { fieldsOf, type Value } from "./value.ts";

/** What is walked, spread or asked for its places: of a text the list of its characters, and what it is of anything else. */
export function asWalked(machine: Machine, node: ts.Node, value: Value): Value {
  if (familyOf(machine, node) !== "text") return value;
  const element = putIn(workOut(value), [value]);
  return makeList(machine, node, { element, selection: fieldsOf(value) }, "characters");
}

/** An expression that is walked, spread or asked for its places. */
export function readWalked(machine: Machine, node: ts.Expression): Value {
  return asWalked(machine, node, machine.evaluate(node));
}
