import ts from "typescript";
import { declarationOf, findConstant, isImported, isInput, isOfLanguage } from "../name-of.ts";
import { givenTo, isReassigned } from "./given-to.ts";
import { isMadeHere, isOwn, keepsName, propertyOf } from "./own-fields.ts";
import { ownName, quoteText, type Vocabulary } from "./vocabulary.ts";

/** A value of a snippet in words: a field's path, a literal, a count, a moment. Undefined where its form is not known. */
export function sayValue(node: ts.Expression, vocabulary: Vocabulary): string | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)) return sayValue(node.expression, vocabulary);
  if (ts.isIdentifier(node)) return sayName(node, vocabulary);
  if (ts.isPropertyAccessExpression(node)) return sayProperty(node, vocabulary);
  if (ts.isCallExpression(node)) return sayCall(node, vocabulary);
  if (ts.isArrayLiteralExpression(node)) return sayList(node, vocabulary);
  return ts.isBinaryExpression(node) ? sayFallback(node, vocabulary) : sayLiteral(node, vocabulary);
}

function sayLiteral(node: ts.Expression, { fieldNames }: Vocabulary): string | undefined {
  if (ts.isStringLiteralLike(node)) return quoteText(node.text, fieldNames);
  if (ts.isNumericLiteral(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return "true";
  if (node.kind === ts.SyntaxKind.FalseKeyword) return "false";
  return node.kind === ts.SyntaxKind.NullKeyword ? "not set" : undefined;
}

function sayName(node: ts.Identifier, vocabulary: Vocabulary): string | undefined {
  const { typeChecker, bound } = vocabulary;
  if (node.text === "undefined") return "not set";
  const declaration = declarationOf(node, typeChecker);
  if (declaration === undefined) return undefined;
  const given = bound.get(declaration);
  if (given !== undefined) return given === "" ? "it" : given;
  if (isInput(declaration)) return `the parameter ${inputName(declaration) ?? node.text}`;
  const isTaken = ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent);
  if (!isTaken && holdsOthers(node, typeChecker)) return node.text;
  return ts.isBindingElement(declaration)
    ? sayBinding(declaration, node, vocabulary)
    : sayPlainName(declaration, node, vocabulary);
}

function sayPlainName(declaration: ts.Declaration, node: ts.Identifier, vocabulary: Vocabulary): string {
  const { typeChecker, fieldNames } = vocabulary;
  if (isItem(declaration, node) && ts.isParameter(declaration) && !isReassigned(declaration, typeChecker)) return "it";
  const constant = findConstant(node, typeChecker) ?? onlyArgument(declaration, vocabulary);
  const said = constant === undefined ? undefined : sayValue(constant, vocabulary);
  return said ?? ownName(node.text, fieldNames);
}

/** What a parameter of a function that is called at one place stands for. */
function onlyArgument(declaration: ts.Declaration, { typeChecker }: Vocabulary): ts.Expression | undefined {
  const [only, more] = givenTo(declaration, typeChecker) ?? [];
  return more === undefined ? only?.argument : undefined;
}

/** The name that the operator gives a value under, whatever the snippet calls it. */
function inputName(declaration: ts.Declaration): string | undefined {
  return ts.isBindingElement(declaration) ? propertyOf(declaration) : undefined;
}

/** A list or an object is said by its name; what it holds is said where it is read. */
function holdsOthers(node: ts.Identifier, typeChecker: ts.TypeChecker): boolean {
  const type = typeChecker.getNonNullableType(typeChecker.getTypeAtLocation(node));
  const members = type.isUnion() ? type.types : [type];
  return members.some((one) => (one.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0);
}

/** `{ profile: { department: d } }` names profile.department, whatever it is called here. */
function sayBinding(declaration: ts.BindingElement, node: ts.Identifier, vocabulary: Vocabulary): string | undefined {
  const path: string[] = [];
  for (let element: ts.Node = declaration; ts.isBindingElement(element); element = element.parent.parent) {
    const name = propertyOf(element);
    if (name === undefined || element.initializer !== undefined || !ts.isObjectBindingPattern(element.parent))
      return ownName(node.text, vocabulary.fieldNames);
    if (name !== "_embedded") path.unshift(name);
  }
  const symbol = vocabulary.typeChecker
    .getTypeAtLocation(declaration.parent)
    .getProperty(propertyOf(declaration) ?? "");
  const made = symbol?.valueDeclaration;
  if (made !== undefined && isMadeHere(made, declaration) && !keepsName(made, path.at(-1) ?? "", vocabulary))
    return ownName(path.join("."), vocabulary.fieldNames);
  return path.join(".");
}

function sayProperty(node: ts.PropertyAccessExpression, vocabulary: Vocabulary): string | undefined {
  const name = node.name.text;
  const declaration = declarationOf(node.name, vocabulary.typeChecker);
  if (isOfLanguage(declaration)) return sayNumber(node, vocabulary);
  if (isOperators(node.expression, vocabulary)) return `the parameter ${name}`;
  const holder = sayHolder(node.expression, vocabulary);
  if (holder === undefined || name === "_embedded") return holder;
  const path = holder === "" ? name : `${holder}.${name}`;
  return isOwn(declaration, node, vocabulary) ? `the snippet's own ${path}` : path;
}

/** `list.length` and `map.size`; other properties of the language have no words. */
function sayNumber({ expression, name }: ts.PropertyAccessExpression, vocabulary: Vocabulary): string | undefined {
  const counted = name.text === "length" || name.text === "size" ? sayValue(expression, vocabulary) : undefined;
  return counted === undefined ? undefined : `number of ${counted}`;
}

/** True for the parameters of the exported function as a whole. */
function isOperators(node: ts.Expression, { typeChecker }: Vocabulary): boolean {
  const declaration = ts.isIdentifier(node) ? declarationOf(node, typeChecker) : undefined;
  return declaration !== undefined && ts.isParameter(declaration) && isInput(declaration);
}

/** What a property is read from: nothing for the item at hand, whose name says nothing to a reader. */
function sayHolder(node: ts.Expression, vocabulary: Vocabulary): string | undefined {
  if (!ts.isIdentifier(node)) return sayValue(node, vocabulary);
  const declaration = declarationOf(node, vocabulary.typeChecker);
  if (declaration === undefined) return undefined;
  return isItem(declaration, node) || vocabulary.bound.get(declaration) === "" ? "" : sayName(node, vocabulary);
}

/** True for the parameter of the innermost function around, where that is given to a method: `one` in `filter((one) => …)`. */
function isItem(declaration: ts.Declaration, at: ts.Node): boolean {
  const owner = ts.findAncestor(at, ts.isFunctionLike);
  return (
    ts.isParameter(declaration) &&
    declaration.parent === owner &&
    owner.parameters[0] === declaration &&
    (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) &&
    ts.isCallExpression(owner.parent)
  );
}

const quiet: ReadonlyMap<string, string> = new Map([
  ["toLowerCase", " (case ignored)"],
  ["toUpperCase", " (case ignored)"],
  ["trim", ""],
]);

const moments: ReadonlyMap<string, (value: string) => string> = new Map([
  ["daysAgo", (value) => `${value} days before the run`],
  ["hoursAgo", (value) => `${value} hours before the run`],
  ["daysSince", (value) => `days since ${value}`],
  ["dayOf", (value) => `the day of ${value}`],
  ["startOfDay", (value) => `the start of the day ${value}`],
]);

function sayCall(node: ts.CallExpression, vocabulary: Vocabulary): string | undefined {
  if (ts.isIdentifier(node.expression)) return sayMoment(node.expression, node.arguments, vocabulary);
  return ts.isPropertyAccessExpression(node.expression) && node.arguments.length === 0
    ? sayQuiet(node.expression, vocabulary)
    : undefined;
}

function sayMoment(
  name: ts.Identifier,
  [first, second]: readonly ts.Expression[],
  vocabulary: Vocabulary,
): string | undefined {
  if (!isImported(name, vocabulary.typeChecker)) return undefined;
  if (name.text === "now") return "the run's start";
  const value = first === undefined ? undefined : sayValue(first, vocabulary);
  if (value === undefined || second === undefined)
    return value === undefined ? undefined : moments.get(name.text)?.(value);
  const days = name.text === "startOfDay" ? sayValue(second, vocabulary) : undefined;
  return days === undefined ? undefined : `the start of the day ${days} days after ${value}`;
}

function sayQuiet({ expression, name }: ts.PropertyAccessExpression, vocabulary: Vocabulary): string | undefined {
  const isTheirs = isOfLanguage(vocabulary.typeChecker.getSymbolAtLocation(name)?.valueDeclaration);
  const suffix = isTheirs ? quiet.get(name.text) : undefined;
  const holder = suffix === undefined ? undefined : sayValue(expression, vocabulary);
  return holder === undefined || suffix === undefined ? undefined : `${holder.replace(" (case ignored)", "")}${suffix}`;
}

function sayList(node: ts.ArrayLiteralExpression, vocabulary: Vocabulary): string | undefined {
  if (node.elements.length === 0) return "nothing";
  const items = node.elements.map((one) => sayValue(one, vocabulary));
  return items.every((one) => one !== undefined) ? `the list ${items.join(", ")}` : undefined;
}

function sayFallback(node: ts.BinaryExpression, vocabulary: Vocabulary): string | undefined {
  if (node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return undefined;
  const [left, right] = [sayValue(node.left, vocabulary), sayValue(node.right, vocabulary)];
  if (left === undefined || right === undefined) return undefined;
  return right === "not set" || right === "nothing" ? left : `${left} (${right} where not set)`;
}
