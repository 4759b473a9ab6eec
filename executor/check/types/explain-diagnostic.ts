import ts from "typescript";
import type { Compiled } from "../compiler.ts";
import type { FindingText } from "../finding-at.ts";
import { explainWrite } from "./explain-write.ts";
import { innermostAt } from "./innermost-at.ts";
import { nearestNames } from "./nearest-names.ts";

type Explain = (node: ts.Node, typeChecker: ts.TypeChecker) => string | undefined;

const listOfItsOwn = "A list that was read stays as it is: write readonly in the type, and change a copy: [...list].";

/** What to do about the compiler's codes that snippets meet. */
const helps: ReadonlyMap<number, Explain | string> = new Map<number, Explain | string>([
  [2339, missingProperty],
  [2551, missingProperty],
  [2540, explainWrite],
  [2542, "What was read stays as it is. Change a copy: [...list] or { ...object }."],
  [4104, listOfItsOwn],
  [2353, unknownParameter],
  [2561, unknownParameter],
  [2367, possibleValues],
  [2678, possibleValues],
  [2322, expected],
  [2345, expected],
  [2820, expected],
  [2739, missingFields],
  [2740, missingFields],
  [2741, missingFields],
  [2305, "Import only what 'okta' offers: okta and its helpers."],
  [2724, "Import only what 'okta' offers: okta and its helpers."],
  [2304, "Declare it, or import it from 'okta'."],
  [2552, "Declare it, or import it from 'okta'."],
  [2532, "Handle the missing case: `x?.y`, `x ?? null`, or a condition."],
  [2531, "Handle the missing case: `x?.y`, `x ?? null`, or a condition."],
  [18047, "Handle the missing case: `x?.y`, `x ?? null`, or a condition."],
  [18048, "Handle the missing case: `x?.y`, `x ?? null`, or a condition."],
  [18049, "Handle the missing case: `x?.y`, `x ?? null`, or a condition."],
  [18046, "Narrow it first: typeof x === 'string'."],
  [2349, "It is not a function."],
  [2554, "Give the arguments that the function takes."],
]);

const absent: ReadonlySet<number> = new Set([2531, 2532, 18047, 18048, 18049]);

/** The compiler's complaint in three parts. */
export function explainDiagnostic(diagnostic: ts.Diagnostic, { sourceFile, typeChecker }: Compiled): FindingText {
  const node = innermostAt(sourceFile, diagnostic.start ?? 0);
  const help = helps.get(diagnostic.code);
  const specific = typeof help === "function" ? help(node, typeChecker) : help;
  return {
    code: `TS${diagnostic.code}`,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " ").replaceAll(/\s+/g, " "),
    why: absent.has(diagnostic.code)
      ? "Okta leaves out what is not set, so the value may be absent."
      : "The types are Okta's own, with this org's attributes; what does not fit them would fail or mislead when run.",
    help: specific ?? "Make the value fit the type, or take another field.",
  };
}

function missingProperty(node: ts.Node, typeChecker: ts.TypeChecker): string | undefined {
  const holder = holderOf(node, typeChecker);
  if (holder === undefined || !ts.isIdentifier(node)) return undefined;
  const names = propertyNames(holder, typeChecker);
  const instead = explainWrite(node, typeChecker);
  if (instead !== undefined) return instead;
  const near = nearestNames(node.text, names);
  if (near.length > 0) return `Near in name: ${near.join(", ")}. ${deeper(node.text, holder, typeChecker)}`.trim();
  const hint = deeper(node.text, holder, typeChecker);
  if (hint !== "") return hint;
  return names.length === 0 ? undefined : `The fields here are: ${names.slice(0, 40).join(", ")}.`;
}

function holderOf(node: ts.Node, typeChecker: ts.TypeChecker): ts.Type | undefined {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return typeChecker.getTypeAtLocation(parent.expression);
  return ts.isBindingElement(parent) ? typeChecker.getTypeAtLocation(parent.parent) : undefined;
}

/** Where a field of that name stands one level down: `login` is asked of a user, and it is in `profile`. */
function deeper(name: string, holder: ts.Type, typeChecker: ts.TypeChecker): string {
  const owner = typeChecker
    .getPropertiesOfType(typeChecker.getNonNullableType(holder))
    .find((one) => typeChecker.getNonNullableType(typeChecker.getTypeOfSymbol(one)).getProperty(name) !== undefined);
  return owner === undefined || owner.name.startsWith("__") ? "" : `There is ${owner.name}.${name}.`;
}

function propertyNames(type: ts.Type, typeChecker: ts.TypeChecker): readonly string[] {
  return typeChecker
    .getPropertiesOfType(typeChecker.getNonNullableType(type))
    .map((one) => one.name)
    .filter((name) => !name.startsWith("__"));
}

function unknownParameter(node: ts.Node, typeChecker: ts.TypeChecker): string | undefined {
  const literal = node.parent?.parent;
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return undefined;
  const type = typeChecker.getContextualType(literal);
  const names = type === undefined ? [] : propertyNames(type, typeChecker);
  return names.length === 0 ? "There are no parameters here." : `There are: ${names.join(", ")}.`;
}

function possibleValues(node: ts.Node, typeChecker: ts.TypeChecker): string | undefined {
  let comparison = node;
  while (!ts.isBinaryExpression(comparison) && !ts.isSourceFile(comparison.parent)) comparison = comparison.parent;
  if (!ts.isBinaryExpression(comparison)) return undefined;
  const values = [comparison.left, comparison.right].map((side) => literalValues(typeChecker.getTypeAtLocation(side)));
  const longest = values.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return longest.length < 2 ? undefined : valuesHelp(longest);
}

function expected(node: ts.Node, typeChecker: ts.TypeChecker): string | undefined {
  const at = ts.isPropertyAssignment(node.parent) ? node.parent.initializer : node;
  const type = ts.isExpression(at) ? typeChecker.getContextualType(at) : undefined;
  const values = type === undefined ? [] : literalValues(type);
  if (values.length > 0) return valuesHelp(values);
  return missingFields(node, typeChecker);
}

function missingFields(node: ts.Node, typeChecker: ts.TypeChecker): string | undefined {
  const value = ts.isVariableDeclaration(node.parent) ? node.parent.initializer : node;
  if (value === undefined || !ts.isExpression(value)) return undefined;
  const wanted = typeChecker.getContextualType(value);
  // A text or a number has no fields to be missing, only the language's own methods.
  if (wanted === undefined || (wanted.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0)
    return undefined;
  const given = typeChecker.getTypeAtLocation(value);
  if (typeChecker.isArrayLikeType(given) && typeChecker.isArrayLikeType(wanted)) return listOfItsOwnIf(given, wanted);
  const has = new Set(propertyNames(given, typeChecker));
  const missing = typeChecker
    .getPropertiesOfType(wanted)
    .filter((one) => (one.flags & ts.SymbolFlags.Optional) === 0 && !has.has(one.name))
    .map((one) => one.name);
  return missing.length === 0 ? undefined : `Missing: ${missing.join(", ")}.`;
}

/** A list may be handed over where it is changed only if it was not read. */
function listOfItsOwnIf(given: ts.Type, wanted: ts.Type): string | undefined {
  const isReadHere = given.getProperty("push") === undefined && wanted.getProperty("push") !== undefined;
  return isReadHere ? listOfItsOwn : undefined;
}

function literalValues(type: ts.Type): readonly string[] {
  const members = type.isUnion() ? type.types : [type];
  return members.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
}

function valuesHelp(values: readonly string[]): string {
  const shown = values.slice(0, 30);
  return `The values are: ${shown.join(", ")}${values.length > shown.length ? `, and ${values.length - shown.length} more` : ""}.`;
}
