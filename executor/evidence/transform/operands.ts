import ts from "typescript";
import { familyOf } from "../../origins/family.ts";
import { isLookup } from "./methods.ts";
import { lost, type Pair, type Transformer } from "./transformer.ts";
import { declarationOf, isMarked } from "./types.ts";

function bare(node: ts.Expression): ts.Expression {
  const isWrapped = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node);
  return isWrapped ? bare(node.expression) : node;
}

function isLookupCall(transformer: Transformer, node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return isLookup(familyOf(transformer, node.expression.expression), node.expression.name.text);
}

/** The initial value of a constant that may hold an object that was looked up. */
function lookedUp(transformer: Transformer, { initializer }: ts.VariableDeclaration): boolean {
  if (initializer === undefined || isMarked(transformer, initializer)) return false;
  const given = bare(initializer);
  return ts.isConditionalExpression(given)
    ? [given.whenTrue, given.whenFalse].some((one) => isLookupCall(transformer, bare(one)))
    : isLookupCall(transformer, given);
}

/** The name of the variable that says why there is an object in a constant, or none; undefined for every other name. */
export function presenceOf(transformer: Transformer, name: ts.Identifier): string | undefined {
  const declaration = declarationOf(transformer, name);
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const isOurs = declaration.getSourceFile() === transformer.sourceFile && ts.isIdentifier(declaration.name);
  return isConstant && isOurs && lookedUp(transformer, declaration) ? `${name.text}$is` : undefined;
}

function pairLookup(transformer: Transformer, node: ts.Expression): Pair {
  const { code, mark, chosen } = transformer.pairOfAny(node);
  return chosen === undefined ? { code, mark } : { code, mark: chosen };
}

function pairEither(transformer: Transformer, node: ts.ConditionalExpression): Pair {
  const test = transformer.temporary();
  const [condition, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map((one) =>
    pairOperand(transformer, one),
  );
  if (condition === undefined || yes === undefined || no === undefined)
    return { code: transformer.code(node), mark: lost };
  return {
    code: `((${test} = ${condition.code}) ? ${yes.code} : ${no.code})`,
    mark: `$.because(${condition.mark}, ${test} ? ${yes.mark} : ${no.mark})`,
  };
}

/**
 * The two texts of something that is compared, negated or asked whether it is there. What is no text, number or boolean has no mark of
 * its own: its mark here says why it is there, or is not.
 */
export function pairOperand(transformer: Transformer, node: ts.Expression): Pair {
  if (isMarked(transformer, node)) return transformer.pair(node);
  const inner = bare(node);
  if (ts.isIdentifier(inner))
    return { code: inner.text, mark: presenceOf(transformer, inner) ?? `$.present(${inner.text})` };
  if (isLookupCall(transformer, inner)) return pairLookup(transformer, inner);
  if (ts.isConditionalExpression(inner)) return pairEither(transformer, inner);
  if (!ts.isPropertyAccessExpression(inner) && !ts.isElementAccessExpression(inner))
    return { code: transformer.code(node), mark: lost };
  const value = transformer.temporary();
  const { code, mark, chosen } = transformer.pairOfAny(inner);
  const own = { code: `(${value} = ${code})`, mark: `($.present(${value}) ?? ${mark})` };
  return chosen === undefined ? own : { ...own, chosen };
}
