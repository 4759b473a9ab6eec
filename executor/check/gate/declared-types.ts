import ts from "typescript";
import type { GateProblem, GateRule } from "./gate-rule.ts";

const why =
  "A type of the snippet's own could claim a field that Okta's answer does not have, and the compiler would believe it.";

/** Types that a snippet declares say exactly what is there: nothing optional, open, predicated or worked out. */
export const declaredTypes: GateRule = (node) => {
  if (ts.isPropertySignature(node) && node.questionToken !== undefined) {
    return problem(
      node,
      "gate/optional-property",
      `${node.name.getText()} is optional in a type of the snippet's own.`,
      insteadOfOptional(node),
    );
  }
  if (ts.isIndexSignatureDeclaration(node) && !isOfNumbers(node)) {
    return problem(
      node,
      "gate/index-signature",
      "A type with open keys is declared here.",
      "Use a Map for what is keyed by values, or Record<string, number> for counts.",
    );
  }
  if (ts.isTypePredicateNode(node) && !isPlainPredicate(node)) {
    const asserts = node.assertsModifier !== undefined;
    return problem(
      node,
      "gate/type-predicate",
      `${node.getText()} ${asserts ? "asserts" : "claims"} a type.`,
      "Return boolean; the compiler works out by itself what a condition shows.",
    );
  }
  return constructed(node) ?? utility(node) ?? overload(node);
};

const ofOkta =
  "name Okta's own type, as User of import { okta, type User } from 'okta' and User['profile'] of what it holds";
const ofOptions = "an option of a helper is a parameter with a default, as (text: string, separator = ', ')";

/** What a helper takes cannot have its type left out, and with `T | null` Okta's value would no longer fit. */
function insteadOfOptional(node: ts.PropertySignature): string {
  let around: ts.Node = node;
  while (ts.isTypeNode(around) || ts.isPropertySignature(around)) around = around.parent;
  if (ts.isParameter(around)) return `For what Okta answered ${ofOkta}; ${ofOptions}.`;
  if (ts.isInterfaceDeclaration(around) || ts.isTypeAliasDeclaration(around))
    return `For what Okta answered ${ofOkta}; for rows write \`T | null\`; ${ofOptions}.`;
  return "Leave the type out, so that Okta's own type is used; for rows write `T | null`.";
}

/** `{ [status: string]: number }`: counts under keys, which say no more than `Record<string, number>` does. */
function isOfNumbers({ type, parent }: ts.IndexSignatureDeclaration): boolean {
  const isAlone = ts.isTypeLiteralNode(parent) && parent.members.length === 1;
  return isAlone && (type.kind === ts.SyntaxKind.NumberKeyword || type.kind === ts.SyntaxKind.BooleanKeyword);
}

const plainKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringKeyword,
  ts.SyntaxKind.NumberKeyword,
  ts.SyntaxKind.BooleanKeyword,
]);

/** `id is string`: a plain value has no fields that could be invented. */
function isPlainPredicate({ type, assertsModifier }: ts.TypePredicateNode): boolean {
  return assertsModifier === undefined && type !== undefined && plainKinds.has(type.kind);
}

function constructed(node: ts.Node): GateProblem | undefined {
  const what = constructedKinds.get(node.kind);
  if (what === undefined) return undefined;
  return problem(
    node,
    "gate/constructed-type",
    `${what} stands here.`,
    "Leave the type out, or name the fields that are there.",
  );
}

const constructedKinds: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.MappedType, "A mapped type"],
  [ts.SyntaxKind.ConditionalType, "A conditional type"],
  [ts.SyntaxKind.InferType, "An inferred type"],
  [ts.SyntaxKind.TemplateLiteralType, "A template literal type"],
  [ts.SyntaxKind.ConstructorType, "A constructor type"],
  [ts.SyntaxKind.ThisType, "The type this"],
  [ts.SyntaxKind.OptionalType, "An optional tuple element"],
]);

const openUtilities = new Set(["Partial", "ThisType", "Function", "Object", "PropertyDescriptor", "Proxy"]);

function utility(node: ts.Node): GateProblem | undefined {
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName) || !openUtilities.has(node.typeName.text))
    return undefined;
  return problem(
    node,
    "gate/constructed-type",
    `The type ${node.typeName.text} stands here.`,
    "Leave the type out, or name the fields that are there.",
  );
}

function overload(node: ts.Node): GateProblem | undefined {
  if (ts.isCallSignatureDeclaration(node) || ts.isMethodSignature(node) || ts.isConstructSignatureDeclaration(node)) {
    return problem(
      node,
      "gate/overload",
      "A type with a signature inside braces is declared here.",
      "Write the type of a function as (a: A) => B.",
    );
  }
  if (!ts.isFunctionDeclaration(node) || node.body !== undefined) return undefined;
  const siblings = ts.isSourceFile(node.parent) || ts.isBlock(node.parent) ? node.parent.statements : [];
  const first = siblings.find(
    (one) => ts.isFunctionDeclaration(one) && one.body === undefined && one.name?.text === node.name?.text,
  );
  // One finding a function, however many signatures it has.
  if (first !== node) return undefined;
  return problem(
    node,
    "gate/overload",
    `${node.name?.text ?? "The function"} has more than one signature.`,
    "Write one function with one signature.",
  );
}

function problem(node: ts.Node, code: string, message: string, help: string): GateProblem {
  return { node, code, message, why, help };
}
