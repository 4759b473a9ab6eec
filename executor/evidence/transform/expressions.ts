import ts from "typescript";
import { pairAssignment, pairStep } from "./assignments.ts";
import { pairCall, writeNew } from "./calls.ts";
import { pairElement, pairOptionalChain, pairProperty } from "./chains.ts";
import { pairChain, pairConditional } from "./choices.ts";
import { writeFunctionValue } from "./functions.ts";
import { writeList, writeObject } from "./literals.ts";
import { pairOperand } from "./operands.ts";
import { lost, markOfMix, type Pair, replaceParts, type Transformer } from "./transformer.ts";
import { hasShadow, isMarked, shadowOf } from "./types.ts";

type PairRule = (transformer: Transformer, node: ts.Expression) => Pair | undefined;
type CodeRule = (transformer: Transformer, node: ts.Node) => string | undefined;

function pairs<Node extends ts.Expression>(
  is: (node: ts.Node) => node is Node,
  write: (transformer: Transformer, node: Node) => Pair | undefined,
): PairRule {
  return (transformer, node) => (is(node) ? write(transformer, node) : undefined);
}

function codes<Node extends ts.Node>(
  is: (node: ts.Node) => node is Node,
  write: (transformer: Transformer, node: Node) => string | undefined,
): CodeRule {
  return (transformer, node) => (is(node) ? write(transformer, node) : undefined);
}

function inner(transformer: Transformer, node: { readonly expression: ts.Expression }): Pair {
  const pair = transformer.pair(node.expression);
  return { ...pair, code: `(${pair.code})` };
}

/** What is worked out from operands: its text with each of them transformed, its mark a mix of theirs. */
function workOut(transformer: Transformer, node: ts.Expression, operands: readonly ts.Expression[]): Pair {
  const written = operands.map((one) => ({ node: one, ...pairOperand(transformer, one) }));
  const replacements = written.map(({ node: part, code }) => ({ node: part, text: code }));
  return { code: `(${replaceParts(transformer.sourceFile, node, replacements)})`, mark: markOfMix(written) };
}

function pairBinary(transformer: Transformer, node: ts.BinaryExpression): Pair | undefined {
  if (node.operatorToken.kind === ts.SyntaxKind.CommaToken) return undefined;
  return (
    pairAssignment(transformer, node) ??
    pairChain(transformer, node) ??
    workOut(transformer, node, [node.left, node.right])
  );
}

function pairUnary(transformer: Transformer, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Pair {
  const isNumber = ts.isNumericLiteral(node.operand);
  if (isNumber) return { code: node.getText(transformer.sourceFile), mark: "$.literal" };
  return pairStep(transformer, node) ?? workOut(transformer, node, [node.operand]);
}

function pairIdentifier(transformer: Transformer, node: ts.Identifier): Pair {
  if (node.text === "undefined") return { code: "undefined", mark: "$.literal" };
  return { code: node.text, mark: hasShadow(transformer, node) ? shadowOf(node) : lost };
}

function pairTemplate(transformer: Transformer, node: ts.TemplateExpression): Pair {
  const operands = node.templateSpans.map((span) => span.expression);
  return workOut(transformer, node, operands);
}

function pairAwait(transformer: Transformer, node: ts.AwaitExpression): Pair {
  const awaited = transformer.temporary();
  const code = `$.open(${awaited} = await ${transformer.code(node.expression)})`;
  return { code, mark: `$.opened(${awaited})` };
}

function literal(transformer: Transformer, node: ts.Node): Pair {
  return { code: node.getText(transformer.sourceFile), mark: "$.literal" };
}

const keywords: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
]);

function isKeyword(node: ts.Node): node is ts.Expression {
  return keywords.has(node.kind);
}

const chain: PairRule = (transformer, node) => {
  const isLink = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node);
  return isLink && ts.isOptionalChain(node) ? pairOptionalChain(transformer, node) : undefined;
};

const pairRules: readonly PairRule[] = [
  pairs(isKeyword, literal),
  pairs(ts.isStringLiteralLike, literal),
  pairs(ts.isNumericLiteral, literal),
  pairs(ts.isIdentifier, pairIdentifier),
  chain,
  pairs(ts.isPropertyAccessExpression, pairProperty),
  pairs(ts.isElementAccessExpression, pairElement),
  pairs(ts.isCallExpression, pairCall),
  pairs(ts.isConditionalExpression, pairConditional),
  pairs(ts.isBinaryExpression, pairBinary),
  pairs(ts.isTemplateExpression, pairTemplate),
  pairs(ts.isPrefixUnaryExpression, pairUnary),
  pairs(ts.isPostfixUnaryExpression, pairUnary),
  pairs(ts.isTypeOfExpression, (transformer, node) => workOut(transformer, node, [node.expression])),
  pairs(ts.isAwaitExpression, pairAwait),
  pairs(ts.isParenthesizedExpression, inner),
  pairs(ts.isAsExpression, inner),
  pairs(ts.isSatisfiesExpression, inner),
  pairs(ts.isNonNullExpression, inner),
];

// Read as text only: what these give carries its own marks, or has none.
const codeRules: readonly CodeRule[] = [
  codes(ts.isObjectLiteralExpression, writeObject),
  codes(ts.isArrayLiteralExpression, writeList),
  codes(ts.isArrowFunction, writeFunctionValue),
  codes(ts.isFunctionExpression, writeFunctionValue),
  codes(ts.isNewExpression, writeNew),
  codes(ts.isAwaitExpression, (transformer, node) =>
    isMarked(transformer, node) ? undefined : `$.open(await ${transformer.code(node.expression)})`,
  ),
  codes(ts.isPropertyAccessExpression, (transformer, node) =>
    ts.isOptionalChain(node) ? undefined : `${transformer.code(node.expression)}.${node.name.text}`,
  ),
];

function firstOf<Written>(
  rules: readonly ((transformer: Transformer, node: ts.Expression) => Written | undefined)[],
  transformer: Transformer,
  node: ts.Expression,
): Written | undefined {
  for (const rule of rules) {
    const written = rule(transformer, node);
    if (written !== undefined) return written;
  }
  return undefined;
}

/** The two texts of an expression. What carries its own marks, or cannot be followed, has the mark "lost". */
export function writePair(transformer: Transformer, node: ts.Expression): Pair {
  return isMarked(transformer, node) ? writePairOfAny(transformer, node) : { code: transformer.code(node), mark: lost };
}

/** The two texts of an expression whatever it gives. */
export function writePairOfAny(transformer: Transformer, node: ts.Expression): Pair {
  return firstOf(pairRules, transformer, node) ?? { code: transformer.code(node), mark: lost };
}

/** The text of an expression whose mark nobody asks for; undefined where its parts are transformed one by one. */
export function writeCode(transformer: Transformer, node: ts.Expression): string | undefined {
  return firstOf(codeRules, transformer, node) ?? codeOfPair(transformer, node);
}

function codeOfPair(transformer: Transformer, node: ts.Expression): string | undefined {
  if (ts.isConditionalExpression(node) || ts.isTemplateExpression(node)) return undefined;
  if (ts.isBinaryExpression(node)) return pairAssignment(transformer, node)?.code;
  return firstOf(pairRules, transformer, node)?.code;
}
