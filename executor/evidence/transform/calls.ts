import ts from "typescript";
import { pairMethod, writeArguments } from "./methods.ts";
import { pairOperand } from "./operands.ts";
import { lost, markOfMix, type Pair, replaceParts, type Transformer } from "./transformer.ts";
import { foreignName, mayBePrimitive } from "./types.ts";

const helpers: ReadonlyMap<string, string> = new Map([
  ["Object.keys", "keys"],
  ["Object.values", "values"],
  ["Object.entries", "entries"],
  ["Object.fromEntries", "fromEntries"],
  ["Object.assign", "assign"],
  ["Object.groupBy", "groupBy"],
  ["Map.groupBy", "mapGroupBy"],
  ["Array.from", "arrayFrom"],
]);

const workedOut: ReadonlySet<string> = new Set(
  (
    "String Number Boolean parseInt parseFloat isNaN isFinite encodeURIComponent Number.isInteger Number.isFinite " +
    "Number.isNaN Object.hasOwn Number.parseInt Number.parseFloat Date.parse Date.UTC same daysSince isBefore dayOf startOfDay"
  ).split(" "),
);

const fromClock: ReadonlySet<string> = new Set(["now", "daysAgo", "hoursAgo", "Date.now"]);

/** A call as the language does it, its arguments transformed inside. */
function writeNative(transformer: Transformer, node: ts.CallExpression | ts.NewExpression): string {
  const given = node.arguments ?? [];
  return replaceParts(
    transformer.sourceFile,
    node,
    given.map((one) => ({ node: one, text: transformer.code(one) })),
  );
}

/** An argument of an operation is data for the host: its text stays as it is but for the values in it. */
function writeOktaCall(transformer: Transformer, node: ts.CallExpression): Pair {
  const given = node.arguments.map((one) => {
    if (!ts.isObjectLiteralExpression(one)) return { node: one, text: transformer.code(one) };
    const values = one.properties.map((property) => ({
      node: ts.isPropertyAssignment(property) ? property.initializer : property,
      text: ts.isPropertyAssignment(property)
        ? transformer.code(property.initializer)
        : ts.isSpreadAssignment(property)
          ? `...${transformer.code(property.expression)}`
          : property.getText(transformer.sourceFile),
    }));
    return { node: one, text: replaceParts(transformer.sourceFile, one, values) };
  });
  return { code: replaceParts(transformer.sourceFile, node, given), mark: lost };
}

function callForeign(transformer: Transformer, node: ts.CallExpression, name: string): Pair {
  const helper = helpers.get(name);
  if (helper !== undefined) {
    const codes = node.arguments.map((one) => transformer.code(one));
    return { code: `$.${helper}(${codes.join(", ")})`, mark: lost };
  }
  if (fromClock.has(name)) return { code: writeNative(transformer, node), mark: "$.parameter" };
  if (workedOut.has(name) || name.startsWith("Math.")) {
    const parts = name === "Boolean" ? node.arguments.map((one) => pairOperand(transformer, one)) : undefined;
    const given = parts ?? writeArguments(transformer, node.arguments).parts;
    const codes = given.map((one) => one.code).join(", ");
    return { code: `${node.expression.getText(transformer.sourceFile)}(${codes})`, mark: markOfMix(given) };
  }
  if (name === "each") return callEach(transformer, node);
  return { code: writeNative(transformer, node), mark: lost };
}

function asksPosition(callback: ts.Expression): boolean {
  return (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) && callback.parameters.length > 1;
}

function callEach(transformer: Transformer, node: ts.CallExpression): Pair {
  const [list, callback] = node.arguments;
  if (list === undefined || callback === undefined) return { code: writeNative(transformer, node), mark: lost };
  const { typeChecker } = transformer;
  const item = typeChecker.getIndexTypeOfType(typeChecker.getTypeAtLocation(list), ts.IndexKind.Number);
  if (item !== undefined && !mayBePrimitive(typeChecker, item) && !asksPosition(callback))
    return { code: writeNative(transformer, node), mark: lost };
  const items = transformer.temporary();
  const callee = node.expression.getText(transformer.sourceFile);
  const handed = `$.handing(${transformer.code(callback)}, ${items})`;
  return { code: `${callee}((${items} = ${transformer.code(list)}), ${handed})`, mark: lost };
}

function bare(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? bare(node.expression) : node;
}

/** A call without `?.` */
export function pairCall(transformer: Transformer, node: ts.CallExpression): Pair {
  const callee = bare(node.expression);
  if (ts.isPropertyAccessExpression(callee)) {
    const owner = foreignName(transformer, callee.expression);
    if (owner === "okta") return writeOktaCall(transformer, node);
    if (owner !== undefined) return callForeign(transformer, node, `${owner}.${callee.name.text}`);
    return pairMethod(transformer, node, callee, transformer.pair(callee.expression));
  }
  const name = foreignName(transformer, callee);
  if (name !== undefined) return callForeign(transformer, node, name);
  const result = transformer.temporary();
  const { codes, marks } = writeArguments(transformer, node.arguments);
  const call = `$.call(${transformer.code(callee)}, undefined, [${codes}], [${marks}])`;
  return { code: `(${result} = ${call}).v`, mark: `${result}.o` };
}

/** `new Set(items)`, `new Map(pairs)`, `new Date(text)`. */
export function writeNew(transformer: Transformer, node: ts.NewExpression): string {
  const name = foreignName(transformer, node.expression);
  const given = node.arguments ?? [];
  if (name === "Set" || name === "Map") return `$.new${name}(${given.map((one) => transformer.code(one)).join(", ")})`;
  if (name !== "Date" || given.length === 0) return writeNative(transformer, node);
  const { codes, marks } = writeArguments(transformer, given);
  return `$.fill(new Date(${codes}), $.mix(${marks}))`;
}
