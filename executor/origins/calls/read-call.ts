import ts from "typescript";
import { readWalked } from "../characters.ts";
import { type Family, familyOf } from "../family.ts";
import type { Argument, Machine } from "../machine.ts";
import { itemsOf, readProperty, unfollowed } from "../members.ts";
import { findVariable, symbolOf } from "../scope.ts";
import { fieldsOf, type FunctionValue, join, joinAll, nothing, type Value, valueOf } from "../value.ts";
import { argumentsOf, type Call, type Method } from "./call.ts";
import { handOver } from "./hand-over.ts";
import { listMethods } from "./list-methods.ts";
import { makeCollection, mapMethods, setMethods } from "./map-set-methods.ts";
import { listingMethods, readMethods, readOktaCall } from "./okta-call.ts";
import { preludeFunctions } from "./prelude-functions.ts";
import { staticFunctions } from "./static-functions.ts";
import { dateMethods, numberMethods, patternMethods, textMethods } from "./text-methods.ts";

const methodsOf: Readonly<Record<Family, ReadonlyMap<string, Method>>> = {
  text: textMethods,
  number: numberMethods,
  boolean: numberMethods,
  list: listMethods,
  map: mapMethods,
  set: setMethods,
  date: dateMethods,
  pattern: patternMethods,
  read: readMethods,
  listing: listingMethods,
  object: new Map(),
};

/** The name under which a name of the text is imported or known to the language; undefined for the snippet's own. */
function foreignName(machine: Machine, node: ts.Expression): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const symbol = symbolOf(machine, node);
  if (symbol === undefined || findVariable(machine, symbol) !== undefined) return undefined;
  const [declaration] = symbol.declarations ?? [];
  if (declaration !== undefined && ts.isImportSpecifier(declaration))
    return (declaration.propertyName ?? declaration.name).text;
  return declaration?.getSourceFile() === machine.sourceFile ? undefined : node.text;
}

function readArguments(machine: Machine, given: readonly ts.Expression[]): readonly Argument[] {
  return given.map((node) =>
    ts.isSpreadElement(node)
      ? { value: readWalked(machine, node.expression), spread: true, node }
      : { value: machine.evaluate(node), spread: false, node },
  );
}

/** What a call gives. */
export function readCall(machine: Machine, node: ts.CallExpression): Value {
  const callee = bare(node.expression);
  if (ts.isPropertyAccessExpression(callee)) return readMethodCall(machine, node, callee);
  const target = machine.evaluate(callee);
  const given = readArguments(machine, node.arguments);
  if (target.functions.size === 0) {
    const seen = given.map((one) => one.value);
    handOver(machine, seen);
    return unfollowed(machine, "a call of what is no known function", node, target, ...seen);
  }
  const result = machine.call(target.functions, given, node);
  return join(result, valueOf({ control: fieldsOf(target), unknown: target.unknown }));
}

function bare(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? bare(node.expression) : node;
}

function readMethodCall(machine: Machine, node: ts.CallExpression, callee: ts.PropertyAccessExpression): Value {
  const name = callee.name.text;
  const owner = foreignName(machine, callee.expression);
  if (owner === "okta") return readOktaCall(machine, node, name, readArguments(machine, node.arguments));
  if (owner !== undefined) {
    const given = readArguments(machine, node.arguments);
    return callNamed(machine, `${owner}.${name}`, given, node);
  }
  const receiver = machine.evaluate(callee.expression);
  const given = readArguments(machine, node.arguments);
  const method = methodsOf[familyOf(machine, callee.expression)].get(name);
  if (method !== undefined) return withUnknown(method({ machine, node, receiver, given }), receiver);
  const own = receiver.objects.size > 0 ? readProperty(machine, receiver, name, callee.name) : nothing;
  if (own.functions.size > 0)
    return join(machine.call(own.functions, given, node), valueOf({ control: own.control, unknown: own.unknown }));
  const seen = given.map((one) => one.value);
  handOver(machine, seen);
  for (const object of receiver.objects)
    object.element = join(object.element, unfollowed(machine, `.${name}()`, node, ...seen));
  return unfollowed(machine, `.${name}() of a ${familyOf(machine, callee.expression)}`, node, receiver, ...seen);
}

function withUnknown(value: Value, receiver: Value): Value {
  return receiver.unknown === undefined ? value : join(value, valueOf({ unknown: receiver.unknown }));
}

/** `new Map(pairs)` and the like. */
export function readNew(machine: Machine, node: ts.NewExpression): Value {
  const name = foreignName(machine, node.expression);
  const given = readArguments(machine, node.arguments ?? []);
  const call: Call = { machine, node, receiver: nothing, given };
  if (name === "Map" || name === "Set") return makeCollection(call, name === "Map" ? "map" : "set");
  const method = name === undefined ? undefined : constructors.get(name);
  if (method !== undefined) return method(call);
  const seen = argumentsOf(call);
  handOver(machine, seen);
  return unfollowed(machine, `new ${name ?? "of the snippet's own"}`, node, ...seen);
}

const constructors: ReadonlyMap<string, Method | undefined> = new Map(
  ["Date", "RegExp", "Error", "TypeError", "RangeError"].map((name) => [name, staticFunctions.get(name)]),
);

/** Calls one of our functions or one of the language by its name. */
function callNamed(machine: Machine, name: string, given: readonly Argument[], at: ts.Node): Value {
  const method = preludeFunctions.get(name) ?? staticFunctions.get(name);
  if (method !== undefined && (ts.isCallExpression(at) || ts.isNewExpression(at)))
    return method({ machine, node: at, receiver: nothing, given });
  const seen = given.map((one) => (one.spread ? itemsOf(machine, one.value).element : one.value));
  handOver(machine, seen);
  return unfollowed(machine, `${name}()`, at, ...seen);
}

/** Calls every one of several functions and joins what they give. */
export function callAll(
  machine: Machine,
  callOwn: (own: FunctionValue & { kind: "own" }, given: readonly Argument[], at: ts.Node) => Value,
): Machine["call"] {
  return (functions, given, at) =>
    joinAll(
      [...functions].map((one) =>
        one.kind === "own" ? callOwn(one, given, at) : callNamed(machine, one.name, given, at),
      ),
    );
}
