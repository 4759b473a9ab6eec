import ts from "typescript";
import { asWalked } from "./characters.ts";
import { noteForeignName, noteForeignWrite } from "./foreign-writes.ts";
import type { Machine } from "./machine.ts";
import { makeObject } from "./machine.ts";
import { itemsOf, makeList, readIndex, readProperty, unfollowed, writeIndex, writeProperty } from "./members.ts";
import { assignVariable, declareVariable, findVariable, symbolOf } from "./scope.ts";
import { chosenBy, fieldsOf, join, literalOf, type Value, valueOf } from "./value.ts";

function orDefault(machine: Machine, value: Value, initializer: ts.Expression | undefined): Value {
  if (initializer === undefined) return value;
  const given = machine.conditions.under({ fields: fieldsOf(value), unknown: value.unknown }, () =>
    machine.evaluate(initializer),
  );
  return chosenBy(join(value, given), value.places);
}

function restOfObject(machine: Machine, value: Value, except: ReadonlySet<string>, at: ts.Node): Value {
  const object = makeObject(machine, "object", at);
  object.spread.push({ from: value, except: new Set(except) });
  return valueOf({ objects: new Set([object]) });
}

function nameOf(machine: Machine, name: ts.PropertyName): { readonly fixed: string } | { readonly key: Value } {
  if (ts.isComputedPropertyName(name)) return { key: machine.evaluate(name.expression) };
  return { fixed: name.text };
}

function readNamed(machine: Machine, value: Value, name: ts.PropertyName): Value {
  const found = nameOf(machine, name);
  return "fixed" in found
    ? readProperty(machine, value, found.fixed, name)
    : readIndex(machine, value, found.key, name);
}

/** Declares the variables of a pattern with what they take out of a value. */
export function bindPattern(machine: Machine, pattern: ts.BindingName, value: Value): void {
  if (ts.isIdentifier(pattern)) declareVariable(machine, pattern, value);
  else if (ts.isArrayBindingPattern(pattern)) bindPositions(machine, pattern, value);
  else bindProperties(machine, pattern, value);
}

function bindPositions(machine: Machine, pattern: ts.ArrayBindingPattern, taken: Value): void {
  const value = asWalked(machine, pattern, taken);
  for (const [position, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    const read =
      element.dotDotDotToken === undefined
        ? readIndex(machine, value, literalOf(position), element)
        : makeList(machine, element, itemsOf(machine, value));
    bindPattern(machine, element.name, orDefault(machine, read, element.initializer));
  }
}

function bindProperties(machine: Machine, pattern: ts.ObjectBindingPattern, value: Value): void {
  const taken = new Set<string>();
  for (const element of pattern.elements) {
    if (element.dotDotDotToken !== undefined) {
      bindPattern(machine, element.name, restOfObject(machine, value, taken, element));
      continue;
    }
    const name = element.propertyName ?? element.name;
    if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) continue;
    if (ts.isIdentifier(name) || ts.isStringLiteral(name)) taken.add(name.text);
    bindPattern(machine, element.name, orDefault(machine, readNamed(machine, value, name), element.initializer));
  }
}

/** Assigns to a variable, a property, or the targets of a pattern. */
export function assignTo(machine: Machine, target: ts.Expression, value: Value): void {
  if (ts.isParenthesizedExpression(target)) assignTo(machine, target.expression, value);
  else if (ts.isIdentifier(target)) assignName(machine, target, value);
  else if (ts.isPropertyAccessExpression(target)) {
    const base = machine.evaluate(target.expression);
    noteForeignWrite(machine, base, target.expression, target.name.text);
    writeProperty(machine, base, target.name.text, value);
  } else if (ts.isElementAccessExpression(target)) {
    const base = machine.evaluate(target.expression);
    noteForeignWrite(machine, base, target.expression);
    writeIndex(machine, base, machine.evaluate(target.argumentExpression), value);
  } else if (ts.isArrayLiteralExpression(target)) assignPositions(machine, target, value);
  else if (ts.isObjectLiteralExpression(target)) assignProperties(machine, target, value);
}

function assignName(machine: Machine, target: ts.Identifier, value: Value): void {
  const symbol = symbolOf(machine, target);
  const variable = symbol === undefined ? undefined : findVariable(machine, symbol);
  if (variable === undefined) noteForeignName(machine, target);
  else assignVariable(machine, variable, value);
}

function assignPositions(machine: Machine, target: ts.ArrayLiteralExpression, value: Value): void {
  for (const [position, element] of target.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    if (ts.isSpreadElement(element))
      assignTo(machine, element.expression, makeList(machine, element, itemsOf(machine, value)));
    else assignWithDefault(machine, element, readIndex(machine, value, literalOf(position), element));
  }
}

function assignWithDefault(machine: Machine, target: ts.Expression, value: Value): void {
  if (ts.isBinaryExpression(target) && target.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    assignTo(machine, target.left, orDefault(machine, value, target.right));
  else assignTo(machine, target, value);
}

function assignProperties(machine: Machine, target: ts.ObjectLiteralExpression, value: Value): void {
  const taken = new Set<string>();
  for (const property of target.properties) {
    if (ts.isSpreadAssignment(property)) {
      assignTo(machine, property.expression, restOfObject(machine, value, taken, property));
    } else if (ts.isShorthandPropertyAssignment(property)) {
      taken.add(property.name.text);
      const read = readProperty(machine, value, property.name.text, property.name);
      assignTo(machine, property.name, orDefault(machine, read, property.objectAssignmentInitializer));
    } else if (ts.isPropertyAssignment(property)) {
      if (!ts.isComputedPropertyName(property.name)) taken.add(property.name.text);
      assignWithDefault(machine, property.initializer, readNamed(machine, value, property.name));
    } else {
      assignTo(machine, target, unfollowed(machine, ts.SyntaxKind[property.kind], property));
    }
  }
}
