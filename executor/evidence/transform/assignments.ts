import ts from "typescript";
import { lost, type Pair, type Transformer } from "./transformer.ts";
import { declarationOf, hasShadow, shadowOf } from "./types.ts";

const { SyntaxKind } = ts;

const literal = "$.literal";

const arithmetic: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [SyntaxKind.PlusEqualsToken, "+"],
  [SyntaxKind.MinusEqualsToken, "-"],
  [SyntaxKind.AsteriskEqualsToken, "*"],
  [SyntaxKind.SlashEqualsToken, "/"],
  [SyntaxKind.PercentEqualsToken, "%"],
  [SyntaxKind.AsteriskAsteriskEqualsToken, "**"],
]);

const conditional: ReadonlyMap<ts.SyntaxKind, (value: string) => string> = new Map([
  [SyntaxKind.QuestionQuestionEqualsToken, (value: string) => `(${value}) == null`],
  [SyntaxKind.BarBarEqualsToken, (value: string) => `!(${value})`],
  [SyntaxKind.AmpersandAmpersandEqualsToken, (value: string) => `(${value})`],
]);

/** A place that can be written: how to read it, its mark, and how to write it. */
interface Target {
  readonly before: string;
  readonly value: string;
  readonly mark: string;
  /** The mark of a number that is written there, if it was made of what stood there: it counts the item whose turn it is. */
  readonly count: (mark: string) => string;
  /** The mark of what one number makes of another that stands there. */
  readonly step: (before: string, added: string) => string;
  /** The same as `count` where it need not be a step. */
  readonly countOn: (mark: string) => string;
  readonly write: (code: string, mark: string) => string;
  /** Notes that it is added to. */
  readonly note: () => void;
}

type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

function isMember(node: ts.Expression): node is Member {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

function keyOf(transformer: Transformer, node: Member): Pair {
  return ts.isPropertyAccessExpression(node)
    ? { code: JSON.stringify(node.name.text), mark: literal }
    : transformer.pair(node.argumentExpression);
}

function targetOf(transformer: Transformer, node: ts.Expression): Target | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return targetOf(transformer, node.expression);
  if (ts.isIdentifier(node)) {
    const shadow = hasShadow(transformer, node) ? shadowOf(node) : undefined;
    const write = (code: string, mark: string): string =>
      shadow === undefined ? `(${node.text} = ${code})` : `(${node.text} = ${code}, ${shadow} = ${mark}, ${node.text})`;
    const declared = declarationOf(transformer, node);
    const turn = shadow === undefined ? undefined : transformer.turn(declared);
    const note = (): void => {
      if (shadow !== undefined && declared !== undefined) transformer.change(shadow, declared);
    };
    return { before: "", value: node.text, mark: shadow ?? lost, ...counting(turn), write, note };
  }
  if (!isMember(node)) return undefined;
  const [base, key] = [transformer.temporary(), transformer.temporary()];
  const { code, mark: keyMark } = keyOf(transformer, node);
  const turn = transformer.turn();
  const isNamed = ts.isPropertyAccessExpression(node);
  const put = turn === undefined || isNamed ? "" : `, ${turn}`;
  return {
    before: `${base} = ${transformer.code(node.expression)}, ${key} = ${code}, `,
    value: `${base}[${key}]`,
    mark: `$.at(${base}, ${key})`,
    // Under a key that is worked out `put` counts, since a first step may be a number of the text.
    ...counting(isNamed ? turn : undefined),
    write: (value, mark) => `$.put(${base}, ${key}, ${value}, ${mark}, ${keyMark}${put})`,
    note: () => undefined,
  };
}

function counting(turn: string | undefined): Pick<Target, "count" | "countOn" | "step"> {
  const write = (helper: string) => (mark: string) => (turn === undefined ? mark : `$.${helper}(${mark}, ${turn})`);
  const [count, countOn, step] = [write("count"), write("countOn"), write("step")];
  const isOwn = (added: string): boolean => turn !== undefined && added === literal;
  return {
    count,
    countOn,
    step: (before, added) => (isOwn(added) ? step(before) : count(`$.mix(${before}, ${added})`)),
  };
}

/** `n = n + 1` */
function isStep(target: ts.Expression, value: ts.Expression): boolean {
  return ts.isBinaryExpression(value) && value.left.getText() === target.getText();
}

/** The mark of what a plain assignment writes: a number that was worked out may be a step. */
function assigned(transformer: Transformer, target: Target, node: ts.BinaryExpression, mark: string): string {
  if (isStep(node.left, node.right)) return target.count(mark);
  const isNumber = (transformer.typeChecker.getTypeAtLocation(node.right).flags & ts.TypeFlags.NumberLike) !== 0;
  return isNumber ? target.countOn(mark) : mark;
}

/** An assignment; undefined for other operators. */
export function pairAssignment(transformer: Transformer, node: ts.BinaryExpression): Pair | undefined {
  const { kind } = node.operatorToken;
  if (kind === SyntaxKind.EqualsToken && isPattern(node.left)) return assignPattern(transformer, node.left, node.right);
  const operator = arithmetic.get(kind);
  const test = conditional.get(kind);
  if (kind !== SyntaxKind.EqualsToken && operator === undefined && test === undefined) return undefined;
  const target = targetOf(transformer, node.left);
  if (target === undefined) return undefined;
  const { before, value } = target;
  const right = transformer.pair(node.right);
  if (test !== undefined) {
    const written = target.write(right.code, right.mark);
    return { code: `(${before}${test(value)} ? ${written} : ${value})`, mark: target.mark };
  }
  const mark = transformer.temporary();
  if (operator === undefined)
    return {
      code: `(${before}${target.write(right.code, `(${mark} = ${assigned(transformer, target, node, right.mark)})`)})`,
      mark,
    };
  target.note();
  const mixed = `(${mark} = ${target.step(target.mark, right.mark)})`;
  return { code: `(${before}${target.write(`${value} ${operator} (${right.code})`, mixed)})`, mark };
}

/** `n++`, `--row.count`; undefined for other operators. */
export function pairStep(
  transformer: Transformer,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
): Pair | undefined {
  const isUp = node.operator === SyntaxKind.PlusPlusToken;
  if (!isUp && node.operator !== SyntaxKind.MinusMinusToken) return undefined;
  const target = targetOf(transformer, node.operand);
  if (target === undefined) return undefined;
  target.note();
  const [old, mark] = [transformer.temporary(), transformer.temporary()];
  const written = target.write(`${old} ${isUp ? "+" : "-"} 1`, `(${mark} = ${target.step(target.mark, literal)})`);
  const result = ts.isPostfixUnaryExpression(node) ? `${written}, ${old}` : written;
  return { code: `(${target.before}${old} = ${target.value}, ${result})`, mark };
}

type Pattern = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

function isPattern(node: ts.Expression): node is Pattern {
  return ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
}

function assignPattern(transformer: Transformer, pattern: Pattern, right: ts.Expression): Pair {
  const whole = transformer.temporary();
  const marks = ts.isArrayLiteralExpression(pattern)
    ? pattern.elements.flatMap((element, index) => remark(transformer, element, `$.at(${whole}, ${index})`))
    : pattern.properties.flatMap((property) => remarkProperty(transformer, property, whole));
  const text = pattern.getText(transformer.sourceFile);
  return { code: `(${[`${text} = (${whole} = ${transformer.code(right)})`, ...marks, whole].join(", ")})`, mark: lost };
}

function remarkProperty(
  transformer: Transformer,
  property: ts.ObjectLiteralElementLike,
  whole: string,
): readonly string[] {
  if (ts.isShorthandPropertyAssignment(property))
    return remark(transformer, property.name, `$.at(${whole}, ${JSON.stringify(property.name.text)})`);
  if (!ts.isPropertyAssignment(property)) return [];
  const key = ts.isComputedPropertyName(property.name) ? undefined : property.name.text;
  return remark(transformer, property.initializer, key === undefined ? lost : `$.at(${whole}, ${JSON.stringify(key)})`);
}

// The language has written the value; what is left is to say where it came from. With a default that is not known any more.
function remark(transformer: Transformer, target: ts.Expression, mark: string): readonly string[] {
  if (ts.isBinaryExpression(target)) return remark(transformer, target.left, lost);
  if (ts.isSpreadElement(target)) return remark(transformer, target.expression, lost);
  if (ts.isArrayLiteralExpression(target)) return target.elements.flatMap((one) => remark(transformer, one, lost));
  if (ts.isIdentifier(target)) return hasShadow(transformer, target) ? [`${shadowOf(target)} = ${mark}`] : [];
  if (!isMember(target)) return [];
  const base = target.expression.getText(transformer.sourceFile);
  const key = ts.isPropertyAccessExpression(target)
    ? JSON.stringify(target.name.text)
    : target.argumentExpression.getText(transformer.sourceFile);
  const keyMark = ts.isPropertyAccessExpression(target) ? literal : transformer.pair(target.argumentExpression).mark;
  return [`$.put(${base}, ${key}, ${base}[${key}], ${mark}, ${keyMark})`];
}
