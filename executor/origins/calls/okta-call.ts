import type ts from "typescript";
import type { Operation } from "../../../registry/operation.ts";
import { resolveShape } from "../../../registry/shape-path.ts";
import type { Field } from "../../../terms/field.ts";
import { joinElement, reachable, select } from "../heap.ts";
import { type Argument, type Machine, makeObject } from "../machine.ts";
import { makeList, unfollowed } from "../members.ts";
import { membersOf } from "../response-types.ts";
import { chosenBy, nothing, type Value, valueOf } from "../value.ts";
import { argument, argumentFields, argumentsOf, type Call, type Method, receivedItems, selectedBy } from "./call.ts";
import { handOver } from "./hand-over.ts";

function isReference(type: ts.Type): type is ts.TypeReference {
  return "target" in type;
}

/** The type of an operation's item or object, from the type of one call of it. */
function itemType(machine: Machine, node: ts.Expression): ts.Type | undefined {
  const [type] = membersOf(machine.typeChecker, machine.typeChecker.getTypeAtLocation(node));
  if (type === undefined || !isReference(type)) return undefined;
  return machine.typeChecker.getTypeArguments(type)[0];
}

/** Only Okta's own words count: a snippet's free text belongs into its parameters. */
function noteAskedFor({ noted: { askedFor } }: Machine, operation: Operation, parameters: Value): void {
  const closed = operation.parameters.filter(({ shape }) => {
    const resolved = resolveShape(shape);
    return resolved.kind === "string" && resolved.values !== undefined;
  });
  for (const { properties } of parameters.objects)
    for (const { name } of closed)
      askedFor.set(name, new Set([...(askedFor.get(name) ?? []), ...(properties.get(name)?.constants ?? [])]));
}

/** `okta.listUsers({…})`: the items of a list, or one object. What its parameters lean on is what lists are joined by. */
export function readOktaCall(
  machine: Machine,
  node: ts.CallExpression,
  operationId: string,
  given: readonly Argument[],
): Value {
  const operation = machine.operations.get(operationId);
  const root: Field = `${operationId} `;
  const call: Call = { machine, node, receiver: nothing, given };
  const asked = argumentFields(call);
  for (const field of asked) machine.noted.askedBy.add(field);
  machine.noted.read.add(root);
  if (operation === undefined) return unfollowed(machine, `the operation ${operationId}`, node);
  for (const { value } of given) noteAskedFor(machine, operation, value);
  const unknown = given.map(({ value }) => reachable(value).unknown).find((one) => one !== undefined);
  const type = itemType(machine, node);
  if (type !== undefined) machine.responses.addRoot(root, type);
  const body = valueOf({ places: new Set([root]), unknown });
  if (operation.items === undefined) return body;
  const list = makeObject(machine, "list", node);
  joinElement(list, body);
  select(list, [root]);
  return valueOf({ objects: new Set([list]) });
}

function first(call: Call): Value {
  return makeList(call.machine, call.node, selectedBy(receivedItems(call), argument(call, 0)));
}

function pages(call: Call): Value {
  const items = receivedItems(call);
  return makeList(call.machine, call.node, { element: call.receiver, selection: items.selection });
}

function same(call: Call): Value {
  return call.receiver;
}

/** A failed read is awaited like any other; what it gives instead is asked for with `notKnown`. */
function orUnknown(call: Call): Value {
  return { ...call.receiver, notKnown: true };
}

function then(call: Call): Value {
  const { machine, node, receiver } = call;
  const given = [{ value: receiver, spread: false, node: undefined }];
  if (call.given.length !== 1) {
    handOver(machine, argumentsOf(call));
    return unfollowed(machine, "then with two functions", node, receiver);
  }
  return chosenBy(machine.call(argument(call, 0).functions, given, node), argument(call, 0).control);
}

/** Methods of a list operation that is not read yet. */
export const listingMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["all", same],
  ["first", first],
  ["pages", pages],
]);

/** Methods of a read that is under way. */
export const readMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["orUnknown", orUnknown],
  ["then", then],
]);
