import ts from "typescript";
import type { GateProblem, GateRule } from "./gate-rule.ts";

const followed = "What a value came from could not be followed through it, and no question needs it.";

interface Refusal {
  readonly what: string;
  readonly help: string;
}

const refused: ReadonlyMap<ts.SyntaxKind, Refusal> = new Map([
  [ts.SyntaxKind.ThisKeyword, { what: "this", help: "Pass what a function needs as a parameter." }],
  [ts.SyntaxKind.ClassDeclaration, { what: "a class", help: "Use plain objects and functions." }],
  [ts.SyntaxKind.ClassExpression, { what: "a class", help: "Use plain objects and functions." }],
  [ts.SyntaxKind.GetAccessor, { what: "a getter", help: "Write the value as a property." }],
  [ts.SyntaxKind.SetAccessor, { what: "a setter", help: "Write the value as a property." }],
  [ts.SyntaxKind.MethodDeclaration, { what: "a method", help: "Declare a function beside the object." }],
  [ts.SyntaxKind.LabeledStatement, { what: "a label", help: "Move the inner loop into a function." }],
  [ts.SyntaxKind.YieldExpression, { what: "a generator", help: "Return an array." }],
  [ts.SyntaxKind.Decorator, { what: "a decorator", help: "Leave it out." }],
  [ts.SyntaxKind.EnumDeclaration, { what: "an enum", help: "Use Okta's own values as strings." }],
  [ts.SyntaxKind.ModuleDeclaration, { what: "a namespace or a declaration of another module", help: "Leave it out." }],
  [ts.SyntaxKind.DeclareKeyword, { what: "declare", help: "Declare only what the snippet makes itself." }],
  [ts.SyntaxKind.WithStatement, { what: "with", help: "Name the object." }],
  [ts.SyntaxKind.DeleteExpression, { what: "delete", help: "Build a new object with the fields that are wanted." }],
  [ts.SyntaxKind.VoidExpression, { what: "void", help: "Await the value or leave it out." }],
  [ts.SyntaxKind.ForInStatement, { what: "for … in", help: "Use for (const key of Object.keys(object))." }],
  [ts.SyntaxKind.DebuggerStatement, { what: "debugger", help: "Leave it out." }],
  [ts.SyntaxKind.BigIntLiteral, { what: "a big integer", help: "Use a number." }],
]);

/** Constructs that nobody needs in a snippet. */
export const constructs: GateRule = (node) => {
  const refusal = refused.get(node.kind);
  if (refusal !== undefined) return problem(node, refusal);
  if (ts.isTryStatement(node)) {
    return {
      node,
      code: "gate/try",
      message: "try stands here.",
      why: "A failed read must end the run or be shown as unknown; caught, it would look like an answer.",
      help: "Take it out. To go on without one value write okta.getX({ … }).orUnknown(), whose type shows both cases.",
    };
  }
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0)
    return problem(node, { what: "var", help: "Use const, or let for what changes." });
  return operators(node) ?? calls(node) ?? generator(node) ?? topLevelAwait(node);
};

function operators(node: ts.Node): GateProblem | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.InKeyword) {
    return {
      node,
      code: "gate/in",
      message: `${shorten(node)} asks whether a field is there by its name.`,
      why: "The compiler would then believe in a field that Okta's types do not have.",
      help: "Read the field itself: `object.field !== undefined`. Whether a read failed, ask with notKnown(value). For keys of your own use a Map or a Set.",
    };
  }
  if (operator === ts.SyntaxKind.InstanceOfKeyword)
    return problem(node, { what: "instanceof", help: "Answers are plain data; look at a field." });
  if (operator === ts.SyntaxKind.CommaToken)
    return problem(node, { what: "a comma between expressions", help: "Write two statements." });
  const isLoose = operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
  if (!isLoose || isNothing(node.left) || isNothing(node.right)) return undefined;
  return problem(node, { what: "a comparison that changes types", help: "Use === or !==." });
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

const makes = new Set(["Map", "Set", "Date", "Error"]);

function calls(node: ts.Node): GateProblem | undefined {
  if (ts.isNewExpression(node) && !(ts.isIdentifier(node.expression) && makes.has(node.expression.text))) {
    if (ts.isIdentifier(node.expression) && node.expression.text === "Function") return undefined;
    return problem(node, { what: `new ${shorten(node.expression)}`, help: "Map, Set, Date and Error can be made." });
  }
  if (!ts.isTaggedTemplateExpression(node) || (ts.isIdentifier(node.tag) && node.tag.text === "filter"))
    return undefined;
  return problem(node, {
    what: `the template tag ${shorten(node.tag)}`,
    help: "Only the tag filter of 'okta' is there.",
  });
}

function generator(node: ts.Node): GateProblem | undefined {
  const isGenerator =
    (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)) && node.asteriskToken !== undefined;
  return isGenerator ? problem(node, { what: "a generator", help: "Return an array." }) : undefined;
}

function topLevelAwait(node: ts.Node): GateProblem | undefined {
  const waits = ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);
  if (!waits) return undefined;
  for (let around: ts.Node = node.parent; !ts.isSourceFile(around); around = around.parent) {
    if (ts.isFunctionLike(around)) return undefined;
  }
  return problem(node, { what: "await outside a function", help: "Move it into the exported function." });
}

function problem(node: ts.Node, { what, help }: Refusal): GateProblem {
  return { node, code: "gate/construct", message: `A snippet does without ${what}.`, why: followed, help };
}

function shorten(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, " ");
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
