import type ts from "typescript";
import { familyOf } from "./family.ts";
import type { Machine } from "./machine.ts";
import { readProperty, sizeOf, unfollowed } from "./members.ts";
import { workOut } from "./operators.ts";
import type { Value } from "./value.ts";

/** `base.name`: a property of a response or of an own object, or the size of a list or text. */
export function readMember(machine: Machine, node: ts.PropertyAccessExpression): Value {
  const base = machine.evaluate(node.expression);
  const name = node.name.text;
  const family = familyOf(machine, node.expression);
  if (family === "object") return readProperty(machine, base, name, node.name);
  const isSize = (family === "list" || family === "map" || family === "set") && (name === "length" || name === "size");
  if (isSize) return sizeOf(machine, base);
  if (family === "text" && name === "length") return workOut(base);
  return unfollowed(machine, `.${name} of a ${family}`, node, base);
}
