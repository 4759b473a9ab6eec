import type ts from "typescript";
import type { Operation } from "../../registry/operation.ts";
import type { Field } from "../../terms/field.ts";
import type { Conditions } from "./conditions.ts";
import type { Heap } from "./heap.ts";
import type { ResponseTypes } from "./response-types.ts";
import type { FunctionValue, HeapObject, Scope, Value } from "./value.ts";

/** One argument of a call; `spread` for `...list`, whose items it stands for. */
export interface Argument {
  readonly value: Value;
  readonly spread: boolean;
  readonly node: ts.Expression | undefined;
}

/** A text of the snippet's that a field is compared with and never has. */
export interface ImpossibleValue {
  readonly field: Field;
  readonly text: string;
  /** The values that the field has. */
  readonly values: readonly string[];
  readonly node: ts.Node;
}

/** What the pass writes down beside the values. */
export interface Noted {
  readonly read: Set<Field>;
  readonly askedBy: Set<Field>;
  /** Okta's own words that the snippet gave to reads, as JSON, by parameter. */
  readonly askedFor: Map<string, Set<string>>;
  /** Comparisons that never hold, by place and text. */
  readonly impossible: Map<string, ImpossibleValue>;
  /** Fields by which the whole run ends without rows. */
  readonly endedBy: Set<Field>;
  /** Functions of the snippet that were called. */
  readonly called: Set<ts.Node>;
  /** Those that were given to something that may call them with what is not followed. */
  readonly handedOver: Set<ts.Node>;
  /** Those that call themselves deeper than they are followed, and are given other values there. */
  readonly tooDeep: Set<ts.Node>;
  /** What is written to and was not made by the snippet, by the expression that names it. */
  readonly foreignWrites: Map<ts.Expression, string>;
}

/** What every rule of the pass works with: the program, what was made so far, and the way back into the other rules. */
export interface Machine {
  readonly typeChecker: ts.TypeChecker;
  readonly sourceFile: ts.SourceFile;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly heap: Heap;
  readonly conditions: Conditions;
  readonly responses: ResponseTypes;
  readonly noted: Noted;
  /** Variables of the call being read. */
  scope: Scope;
  /** Where the call being read was made from: keeps apart what one helper makes for two callers. */
  path: string;
  depth: number;
  /** How often what repeats is read: a value moves on by one variable a round, so as often as the text writes to variables. */
  readonly rounds: number;
  readonly evaluate: (expression: ts.Expression) => Value;
  readonly execute: (statement: ts.Statement) => void;
  /** Calls every one of the functions and joins what they give. */
  readonly call: (functions: ReadonlySet<FunctionValue>, given: readonly Argument[], at: ts.Node) => Value;
}

/** 1-based line of a node. */
export function lineOf(machine: Pick<Machine, "sourceFile">, node: ts.Node): number {
  return machine.sourceFile.getLineAndCharacterOfPosition(node.getStart(machine.sourceFile)).line + 1;
}

/** Where a finding about a node stands. */
export function findingPlace(
  { sourceFile }: Pick<Machine, "sourceFile">,
  node: ts.Node,
): { readonly line: number; readonly column: number } {
  const { line, character } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
  return { line: line + 1, column: character + 1 };
}

/** The object that this place of the text makes on the present call path. */
export function makeObject(machine: Machine, kind: HeapObject["kind"], at: ts.Node, part = ""): HeapObject {
  return machine.heap.place(kind, `${at.pos}:${at.end}${part}@${machine.path}`, machine.conditions.now());
}
