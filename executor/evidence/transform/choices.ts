import ts from "typescript";
import { pairOperand } from "./operands.ts";
import { chosenBy, lost, type Pair, type Transformer } from "./transformer.ts";

/** `condition ? a : b` */
export function pairConditional(transformer: Transformer, node: ts.ConditionalExpression): Pair {
  const test = transformer.temporary();
  const condition = pairOperand(transformer, node.condition);
  const yes = transformer.pair(node.whenTrue);
  const no = transformer.pair(node.whenFalse);
  const chosen = (taken: Pair): string => [condition.mark, chosenBy([condition, taken])].filter(Boolean).join(", ");
  return {
    code: `((${test} = ${condition.code}) ? ${yes.code} : ${no.code})`,
    mark: `(${test} ? ${yes.mark} : ${no.mark})`,
    chosen: `(${test} ? $.because(${chosen(yes)}) : $.because(${chosen(no)}))`,
  };
}

const takesLeft: ReadonlyMap<ts.SyntaxKind, readonly [operator: string, test: (value: string) => string]> = new Map([
  [ts.SyntaxKind.QuestionQuestionToken, ["??", (value: string) => `${value} != null`]],
  [ts.SyntaxKind.BarBarToken, ["||", (value: string) => value]],
  [ts.SyntaxKind.AmpersandAmpersandToken, ["&&", (value: string) => `!${value}`]],
]);

/** `a ?? b`, `a || b`, `a && b`; undefined for other operators. */
export function pairChain(transformer: Transformer, node: ts.BinaryExpression): Pair | undefined {
  const rule = takesLeft.get(node.operatorToken.kind);
  if (rule === undefined) return undefined;
  const [operator, test] = rule;
  const value = transformer.temporary();
  const left = transformer.pair(node.left);
  const right = transformer.pair(node.right);
  const because = [left.mark, chosenBy([left, right])].filter(Boolean).join(", ");
  return {
    code: `((${value} = ${left.code}) ${operator} (${right.code}))`,
    mark: `(${test(value)} ? ${left.mark} : ${right.mark})`,
    chosen: `(${test(value)} ? ${left.chosen ?? lost} : $.because(${because}))`,
  };
}
