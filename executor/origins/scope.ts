import type ts from "typescript";
import type { Machine } from "./machine.ts";
import { chosenBy, fieldsOf, join, nothing, type Scope, type Value, type Variable } from "./value.ts";

/** Variables of a new call, inside those of the function's own place. */
export function createScope(around: Scope | undefined): Scope {
  return { variables: new Map(), around, returned: nothing, started: { call: 0, loop: 0, round: 0 }, breaks: "loop" };
}

/** The symbol of a name in the text; for `{ name }` that of the variable. */
export function symbolOf(machine: Machine, name: ts.Identifier): ts.Symbol | undefined {
  const { typeChecker } = machine;
  const shorthand =
    name.parent !== undefined && "name" in name.parent && name.parent.name === name
      ? typeChecker.getShorthandAssignmentValueSymbol(name.parent)
      : undefined;
  return shorthand ?? typeChecker.getSymbolAtLocation(name);
}

/** The variable of a symbol, from inside out. */
export function findVariable(machine: Machine, symbol: ts.Symbol): Variable | undefined {
  for (let scope: Scope | undefined = machine.scope; scope !== undefined; scope = scope.around) {
    const variable = scope.variables.get(symbol);
    if (variable !== undefined) return variable;
  }
  return undefined;
}

/** Declares a variable. Read again in a later round of a loop, it is a new one with the same name. */
export function declareVariable(machine: Machine, name: ts.Identifier, value: Value): void {
  const symbol = symbolOf(machine, name);
  if (symbol === undefined) return;
  const { variables } = machine.scope;
  variables.set(symbol, { value, born: machine.conditions.now() });
}

/** Adds to what a variable may be, with the conditions that were met since it was declared. */
export function assignVariable(machine: Machine, variable: Variable, value: Value): void {
  const met = machine.conditions.since(variable.born);
  const written = chosenBy(value, met.fields);
  variable.value = join(variable.value, met.unknown === undefined ? written : { ...written, unknown: met.unknown });
  bornWith(value, variable.born);
}

/** An object that something older holds is written to from wherever that is held: it counts as old as its holder. */
export function bornWith(value: Value, born: number): void {
  for (const object of value.objects) object.born = Math.min(object.born, born);
}

/** A value under the conditions that were met since `born`, for what is written to something of that age. */
export function asWritten(machine: Machine, value: Value, born: number): Value {
  const met = machine.conditions.since(born);
  const written = chosenBy(value, met.fields);
  return met.unknown === undefined ? written : { ...written, unknown: met.unknown };
}

/** A value as a condition: the fields that decide whether it holds. */
export function conditionOf(value: Value): {
  readonly fields: ReturnType<typeof fieldsOf>;
  readonly unknown: Value["unknown"];
} {
  return { fields: fieldsOf(value), unknown: value.unknown };
}
