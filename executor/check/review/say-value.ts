import ts from "typescript";
import { findConstant } from "../filter-text.ts";

/** A value of a snippet in words: a field's path, a literal, a count, a moment. Undefined where its form is not known. */
export function sayValue(node: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)) return sayValue(node.expression);
  if (ts.isIdentifier(node)) return sayName(node);
  if (ts.isPropertyAccessExpression(node)) return sayProperty(node);
  if (ts.isCallExpression(node)) return sayCall(node);
  if (ts.isArrayLiteralExpression(node)) return sayList(node);
  return ts.isBinaryExpression(node) ? sayFallback(node) : sayLiteral(node);
}

function sayLiteral(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text.trim() === "" ? JSON.stringify(node.text) : node.text;
  if (ts.isNumericLiteral(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return "true";
  if (node.kind === ts.SyntaxKind.FalseKeyword) return "false";
  return node.kind === ts.SyntaxKind.NullKeyword ? "not set" : undefined;
}

function sayName(node: ts.Identifier): string | undefined {
  if (node.text === "undefined") return "not set";
  const constant = findConstant(node);
  if (constant !== undefined) {
    const isShort = ts.isStringLiteralLike(constant) || ts.isNumericLiteral(constant) || isMoment(constant);
    return isShort ? sayValue(constant) : node.text;
  }
  return isInput(node) ? `the parameter ${node.text}` : node.text;
}

function sayProperty(node: ts.PropertyAccessExpression): string | undefined {
  const name = node.name.text;
  if (name === "length" || name === "size") {
    const holder = sayValue(node.expression);
    return holder === undefined ? undefined : `number of ${holder}`;
  }
  // The name of one item says nothing to a reader: `one.profile.login` is profile.login.
  const isItem = ts.isIdentifier(node.expression) && isCallbackParameter(node.expression);
  if (ts.isIdentifier(node.expression) && isInput(node.expression)) return `the parameter ${name}`;
  const holder = isItem ? "" : sayValue(node.expression);
  if (holder === undefined) return undefined;
  if (name === "_embedded") return holder;
  return holder === "" ? name : `${holder}.${name}`;
}

const quiet: Readonly<Record<string, string>> = {
  toLowerCase: " (case ignored)",
  toUpperCase: " (case ignored)",
  trim: "",
};

const moments: Readonly<Record<string, (value: string) => string>> = {
  daysAgo: (value) => `${value} days before the run`,
  hoursAgo: (value) => `${value} hours before the run`,
  daysSince: (value) => `days since ${value}`,
  dayOf: (value) => `the day of ${value}`,
};

function sayCall(node: ts.CallExpression): string | undefined {
  const [first] = node.arguments;
  if (ts.isIdentifier(node.expression)) {
    if (node.expression.text === "now") return "the run's start";
    const words = Object.hasOwn(moments, node.expression.text) ? moments[node.expression.text] : undefined;
    const value = first === undefined ? undefined : sayValue(first);
    return words === undefined || value === undefined ? undefined : words(value);
  }
  if (!ts.isPropertyAccessExpression(node.expression) || node.arguments.length > 0) return undefined;
  const suffix = quiet[node.expression.name.text];
  const holder = suffix === undefined ? undefined : sayValue(node.expression.expression);
  return holder === undefined || suffix === undefined ? undefined : `${holder.replace(" (case ignored)", "")}${suffix}`;
}

function sayList(node: ts.ArrayLiteralExpression): string | undefined {
  const items = node.elements.map(sayValue);
  return items.every((one) => one !== undefined) ? `the list ${items.join(", ")}` : undefined;
}

function sayFallback(node: ts.BinaryExpression): string | undefined {
  if (node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return undefined;
  const [left, right] = [sayValue(node.left), sayValue(node.right)];
  return left === undefined || right === undefined ? undefined : `${left} (${right} where not set)`;
}

function isMoment(node: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    (node.expression.text === "now" || Object.hasOwn(moments, node.expression.text))
  );
}

/** The function whose parameter a name is. */
function ownerOf(name: ts.Identifier): ts.SignatureDeclaration | undefined {
  for (let around: ts.Node = name.parent; !ts.isSourceFile(around); around = around.parent) {
    if (
      ts.isFunctionLike(around) &&
      around.parameters.some((one) => one.name.getText() === name.text || isBound(one.name, name.text))
    )
      return around;
  }
  return undefined;
}

function isBound(pattern: ts.BindingName, name: string): boolean {
  return (
    !ts.isIdentifier(pattern) && pattern.elements.some((one) => ts.isBindingElement(one) && one.name.getText() === name)
  );
}

function isCallbackParameter(name: ts.Identifier): boolean {
  const owner = ownerOf(name);
  return (
    owner !== undefined &&
    (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) &&
    ts.isCallExpression(owner.parent)
  );
}

/** True for what the operator gives: a name taken from the parameters of the exported function. */
function isInput(name: ts.Identifier): boolean {
  const owner = ownerOf(name);
  return (
    owner !== undefined &&
    ts.isFunctionDeclaration(owner) &&
    owner.modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) === true
  );
}
