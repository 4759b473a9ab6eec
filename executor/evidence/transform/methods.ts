import ts from "typescript";
import { type Family, familyOf } from "../../origins/family.ts";
import { lost, markOfMix, type Pair, type Transformer } from "./transformer.ts";
import { declarationOf } from "./types.ts";

/** The arguments of a call: what gives the list of their values, and the list of their marks. */
export interface WrittenArguments {
  readonly codes: string;
  readonly marks: string;
  readonly parts: readonly Pair[];
}

/** Writes the arguments of a call. */
export function writeArguments(transformer: Transformer, given: readonly ts.Expression[]): WrittenArguments {
  const parts = given.map((one) => {
    if (!ts.isSpreadElement(one)) return transformer.pair(one);
    const list = transformer.temporary();
    return { code: `...(${list} = ${transformer.code(one.expression)})`, mark: `...$.marks(${list})` };
  });
  return { codes: parts.map((one) => one.code).join(", "), marks: parts.map((one) => one.mark).join(", "), parts };
}

/** A written method call, with the variables that must be empty where it is skipped. */
export interface WrittenMethod extends Pair {
  readonly temporaries: readonly string[];
}

const tests: ReadonlySet<string> = new Set(
  "has some every includes indexOf lastIndexOf findIndex findLastIndex".split(" "),
);
const lookups: ReadonlySet<string> = new Set(["get", "find", "findLast"]);

/** Whether that is a method of lists or Maps that looks for one of its items. */
export function isLookup(family: Family, name: string): boolean {
  return (family === "list" || family === "map") && lookups.has(name);
}

function helped(
  transformer: Transformer,
  helper: string,
  receiver: Pair,
  name: string,
  given: WrittenArguments,
): WrittenMethod {
  const result = transformer.temporary();
  const turn = helper === "collection" && name === "set" ? transformer.turn() : undefined;
  const rest = turn === undefined ? "" : `, ${turn}`;
  const call = `$.${helper}(${receiver.code}, ${JSON.stringify(name)}, [${given.codes}], [${given.marks}]${rest})`;
  const code = `(${result} = ${call}).v`;
  if (tests.has(name)) return { code, mark: `$.decided(${result})`, temporaries: [result] };
  const chosen = lookups.has(name) ? { chosen: `$.decided(${result})` } : {};
  return { code, mark: `${result}?.o`, ...chosen, temporaries: [result] };
}

function workedOut(
  transformer: Transformer,
  node: ts.CallExpression,
  receiver: Pair,
  name: string,
  family: Family,
): WrittenMethod {
  const given = writeArguments(transformer, node.arguments);
  const base = transformer.temporary();
  const own = family === "date" ? { code: base, mark: `$.whole(${base})` } : receiver;
  const marks = markOfMix([own, ...given.parts]);
  const call = `(${base} = ${receiver.code}).${name}(${given.codes})`;
  const { typeChecker } = transformer;
  const result = typeChecker.getNonNullableType(typeChecker.getTypeAtLocation(node));
  const isList = typeChecker.isArrayLikeType(result) || result.symbol?.name.endsWith("Iterator") === true;
  return { code: isList ? `$.fill(${call}, ${marks})` : call, mark: marks, temporaries: [base] };
}

const totals: ReadonlySet<string> = new Set(["reduce", "reduceRight"]);
const fillings: ReadonlySet<string> = new Set(["push", "unshift", "add", "set"]);

/** Notes a total, and a list, Set or Map that a variable holds from when the snippet made it, where something is put into it. */
function noteMethod(transformer: Transformer, { expression, name }: ts.PropertyAccessExpression): void {
  if (totals.has(name.text)) transformer.total();
  if (!fillings.has(name.text) || !ts.isIdentifier(expression)) return;
  const declared = declarationOf(transformer, expression);
  if (declared === undefined || !ts.isVariableDeclaration(declared) || declared.initializer === undefined) return;
  const isMade = ts.isArrayLiteralExpression(declared.initializer) || ts.isNewExpression(declared.initializer);
  if (isMade) transformer.fill(expression.text, declared);
}

/** `receiver.name(…)` for a receiver that is written already. */
export function pairMethod(
  transformer: Transformer,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  receiver: Pair,
): WrittenMethod {
  const name = callee.name.text;
  noteMethod(transformer, callee);
  const family = familyOf(transformer, callee.expression);
  switch (family) {
    case "list":
      return helped(transformer, "list", receiver, name, writeArguments(transformer, node.arguments));
    case "map":
    case "set":
      return helped(transformer, "collection", receiver, name, writeArguments(transformer, node.arguments));
    case "text":
    case "number":
    case "boolean":
    case "date":
    case "pattern":
      return workedOut(transformer, node, receiver, name, family);
    case "read":
    case "listing":
      return onRead(transformer, node, receiver, name);
    case "object":
      return onObject(transformer, node, receiver, name);
  }
}

function onRead(transformer: Transformer, node: ts.CallExpression, receiver: Pair, name: string): WrittenMethod {
  const codes = node.arguments.map((one) => transformer.code(one));
  const given = name === "then" ? codes.map((one) => `$.opening(${one})`) : codes;
  return { code: `${receiver.code}.${name}(${given.join(", ")})`, mark: lost, temporaries: [] };
}

function onObject(transformer: Transformer, node: ts.CallExpression, receiver: Pair, name: string): WrittenMethod {
  const [self, result] = [transformer.temporary(), transformer.temporary()];
  const { codes, marks } = writeArguments(transformer, node.arguments);
  const call = `$.call((${self} = ${receiver.code}).${name}, ${self}, [${codes}], [${marks}])`;
  return { code: `(${result} = ${call}).v`, mark: `${result}?.o`, temporaries: [result] };
}
