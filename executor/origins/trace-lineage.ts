import ts from "typescript";
import { isAssignment } from "../check/is-assignment.ts";
import type { Operation } from "../../registry/operation.ts";
import type { Field } from "../../terms/field.ts";
import type { Finding } from "../../terms/finding.ts";
import { tableRoot } from "../../terms/input-table.ts";
import type { Lineage } from "../../terms/origin.ts";
import { declaredTable } from "../check/gate/declared-table.ts";
import { callAll } from "./calls/read-call.ts";
import { type CellFacts, cellFacts } from "./cell-facts.ts";
import { classify } from "./classify.ts";
import { createConditions } from "./conditions.ts";
import { readExpression } from "./expressions.ts";
import { findColumns, findMissingFields, programMissing } from "./findings.ts";
import { createOwnCall } from "./functions.ts";
import { findForeignWrites } from "./foreign-writes.ts";
import { findImpossibleValues } from "./impossible-values.ts";
import { createHeap, joinElement, joinProperty, select } from "./heap.ts";
import type { Machine } from "./machine.ts";
import { makeObject } from "./machine.ts";
import { itemsOf, readProperty } from "./members.ts";
import { createResponseTypes } from "./response-types.ts";
import { rowColumns } from "./row-columns.ts";
import { createScope } from "./scope.ts";
import { readStatement, readStatements } from "./statements.ts";
import { findUnseenEffects } from "./unseen-effects.ts";
import { join, nothing, type Value, valueOf } from "./value.ts";

/** A checked snippet, as the compiler sees it. */
export interface Traceable {
  readonly sourceFile: ts.SourceFile;
  readonly typeChecker: ts.TypeChecker;
  /** The operations that the snippet may name. */
  readonly operations: readonly Operation[];
  /** Expressions of which it is to be told what they may be. */
  readonly watched?: readonly ts.Expression[];
}

/** Where every column comes from, and what the origins pass has against the snippet. */
export interface Traced {
  readonly lineage: Lineage;
  readonly findings: readonly Finding[];
  /** What the watched expressions may be; one that was never met is not in it. */
  readonly seen: ReadonlyMap<ts.Expression, Value>;
  /** What a row may be. */
  readonly row: Value;
  readonly facts: CellFacts;
}

// A value needs one round to be written, one to be read, one to be passed on.
const leastRounds = 3;

/** The places that write to what was declared before: names and properties on the left of a `=`. */
function countWrites(sourceFile: ts.SourceFile): number {
  let count = 0;
  const targets = (node: ts.Node): number => {
    if (ts.isArrayLiteralExpression(node)) return node.elements.reduce((sum, one) => sum + targets(one), 0);
    if (ts.isObjectLiteralExpression(node)) return node.properties.reduce((sum, one) => sum + targets(one), 0);
    return ts.isPropertyAssignment(node) ? targets(node.initializer) : 1;
  };
  const visit = (node: ts.Node): void => {
    if (isAssignment(node)) count += targets(node.left);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return count;
}

function createMachine(
  { sourceFile, typeChecker, operations, watched = [] }: Traceable,
  seen: Map<ts.Expression, Value>,
): Machine {
  const isWatched = new Set(watched);
  const machine: Machine = {
    sourceFile,
    typeChecker,
    operations: new Map(operations.map((one) => [one.operationId, one])),
    heap: createHeap(),
    conditions: createConditions(),
    responses: createResponseTypes(typeChecker, sourceFile),
    noted: {
      read: new Set(),
      askedBy: new Set(),
      askedFor: new Map(),
      impossible: new Map(),
      endedBy: new Set(),
      called: new Set(),
      handedOver: new Set(),
      tooDeep: new Set(),
      foreignWrites: new Map(),
    },
    scope: createScope(undefined),
    path: "",
    depth: 0,
    rounds: countWrites(sourceFile) + leastRounds,
    evaluate: (expression) => {
      const value = readExpression(machine, expression);
      if (isWatched.has(expression)) seen.set(expression, join(seen.get(expression) ?? nothing, value));
      return value;
    },
    execute: (statement) => readStatement(machine, statement),
    call: (functions, given, at) => callEach(functions, given, at),
  };
  const callEach = callAll(machine, createOwnCall(machine));
  return machine;
}

function findProgram(sourceFile: ts.SourceFile): ts.FunctionDeclaration | undefined {
  return sourceFile.statements
    .filter(ts.isFunctionDeclaration)
    .find((one) => one.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) === true);
}

function findParameters(sourceFile: ts.SourceFile): ts.VariableDeclaration | undefined {
  return sourceFile.statements
    .filter(ts.isVariableStatement)
    .flatMap((one) => one.declarationList.declarations)
    .find((one) => ts.isIdentifier(one.name) && one.name.text === "params");
}

function bareExpression(node: ts.Expression): ts.Expression {
  const wrapped = ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node);
  return wrapped ? bareExpression(node.expression) : node;
}

/** The rows of a file that the operator gives; undefined for any other parameter. */
function tableValue(machine: Machine, name: string, node: ts.Expression): Value | undefined {
  if (declaredTable(node) === undefined) return undefined;
  const root: Field = `${tableRoot(name)} `;
  const rows = machine.typeChecker.getTypeAtLocation(node);
  const row = machine.typeChecker.getIndexTypeOfType(rows, ts.IndexKind.Number);
  if (row !== undefined) machine.responses.addRoot(root, row);
  machine.noted.read.add(root);
  const list = makeObject(machine, "list", node);
  joinElement(list, valueOf({ places: new Set([root]) }));
  select(list, [root]);
  return valueOf({ objects: new Set([list]) });
}

/** The operator's input: one value for each name that `params` has. */
function parametersValue(machine: Machine): Value {
  const declaration = findParameters(machine.sourceFile);
  const initializer = declaration?.initializer === undefined ? undefined : bareExpression(declaration.initializer);
  const object = makeObject(machine, "object", machine.sourceFile, "params");
  const properties =
    initializer !== undefined && ts.isObjectLiteralExpression(initializer) ? initializer.properties : [];
  for (const property of properties) {
    if (property.name === undefined || ts.isComputedPropertyName(property.name)) continue;
    const name = property.name.text;
    const given = valueOf({ parameters: new Set([name]) });
    const table = ts.isPropertyAssignment(property) ? tableValue(machine, name, property.initializer) : undefined;
    if (table !== undefined) {
      joinProperty(object, name, table);
      continue;
    }
    const isList =
      ts.isPropertyAssignment(property) && ts.isArrayLiteralExpression(bareExpression(property.initializer));
    if (!isList) joinProperty(object, name, given);
    else {
      const list = makeObject(machine, "list", property);
      joinElement(list, given);
      joinProperty(object, name, valueOf({ objects: new Set([list]) }));
    }
  }
  return valueOf({ objects: new Set([object]) });
}

function runProgram(machine: Machine, program: ts.FunctionDeclaration): Value {
  readStatements(machine, machine.sourceFile.statements);
  const given = [{ value: parametersValue(machine), spread: false, node: undefined }];
  return machine.call(new Set([{ kind: "own", node: program, scope: machine.scope }]), given, program);
}

function withoutPassedThrough(fields: ReadonlySet<`${string} ${string}`>): readonly `${string} ${string}`[] {
  const all = [...fields];
  const isPassedThrough = (field: string): boolean =>
    !field.endsWith(" ") &&
    all.some((other) => other !== field && /^[.[]/.test(other.startsWith(field) ? other.slice(field.length) : ""));
  return all.filter((field) => !isPassedThrough(field)).toSorted();
}

/**
 * Works out from the text alone where every column of a snippet's rows comes from: the snippet is run with sets of response
 * fields in place of values. What cannot be followed is `unknown`, with a finding; it is never guessed.
 */
export function traceLineage(traceable: Traceable): Traced {
  const seen = new Map<ts.Expression, Value>();
  const machine = createMachine(traceable, seen);
  const program = findProgram(traceable.sourceFile);
  if (program === undefined)
    return {
      lineage: { columns: [], selectedBy: [], askedBy: [], read: [] },
      findings: [programMissing],
      seen,
      row: nothing,
      facts: cellFacts([]),
    };
  const { noted } = machine;
  const rows = runProgram(machine, program);
  const { element, selection } = itemsOf(machine, rows);
  const names = rowColumns(traceable.typeChecker, program);
  const cells = (names ?? []).map((name) => [name, readProperty(machine, element, name, program)] as const);
  const columns = cells.map(([name, cell]) => {
    const known = rows.unknown ?? element.unknown;
    return {
      name,
      origin: classify(known === undefined ? cell : { ...cell, unknown: known }, {
        selection,
        askedFor: noted.askedFor,
      }),
    };
  });
  const selectedBy = [...new Set([...selection, ...element.control, ...noted.endedBy])].toSorted();
  const lineage = {
    columns,
    selectedBy,
    askedBy: [...noted.askedBy].toSorted(),
    read: withoutPassedThrough(noted.read),
  };
  return {
    lineage,
    seen,
    row: element,
    facts: cellFacts(cells),
    findings: [
      ...findMissingFields(machine),
      ...findImpossibleValues(machine),
      ...findForeignWrites(machine),
      ...findUnseenEffects(machine),
      ...findColumns(machine, program, names === undefined, columns),
    ],
  };
}
