import type ts from "typescript";
import { familyOf } from "./family.ts";
import type { Machine } from "./machine.ts";
import { readProperty, sizeOf, unfollowed } from "./members.ts";
import { workOut } from "./operators.ts";
import { putIn } from "./own-parts.ts";
import { join, literalOf, nothing, type Value, valueOf } from "./value.ts";

/** What the language itself has under a name, as `Math.PI` or the message of an error. */
function ownProperty({ functions, literal, worked, ownParts }: Value): Value {
  if (functions.size > 0) return literalOf();
  return literal && worked ? valueOf({ literal, worked, ownParts }) : nothing;
}

/** `base.name`: a property of a response or of an own object, or the size of a list or text. */
export function readMember(machine: Machine, node: ts.PropertyAccessExpression): Value {
  const base = machine.evaluate(node.expression);
  const name = node.name.text;
  const family = familyOf(machine, node.expression);
  if (family === "object") return join(readProperty(machine, base, name, node.name), ownProperty(base));
  const isSize = (family === "list" || family === "map" || family === "set") && (name === "length" || name === "size");
  if (isSize) return sizeOf(machine, base);
  if (family === "text" && name === "length") return putIn(workOut(base), [base]);
  return unfollowed(machine, `.${name} of a ${family}`, node, base);
}
