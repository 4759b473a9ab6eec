import ts from "typescript";
import { assignsArithmetic, readArithmetic, readStep } from "./arithmetic.ts";
import { assignTo } from "./bind.ts";
import { readCall, readNew } from "./calls/read-call.ts";
import { readWalked } from "./characters.ts";
import { joinProperty, select } from "./heap.ts";
import { noteImpossibleValues } from "./impossible-values.ts";
import { type Machine, makeObject } from "./machine.ts";
import { addItem, itemsOf, readIndex, unfollowed, writeIndex } from "./members.ts";
import { noteMissingKey } from "./missing-keys.ts";
import { compare, pick, workOut } from "./operators.ts";
import { asStart, putIn } from "./own-parts.ts";
import { readMember } from "./read-member.ts";
import { conditionOf, findVariable, symbolOf } from "./scope.ts";
import {
  chosenBy,
  fieldsOf,
  type HeapObject,
  join,
  joinAll,
  literalOf,
  nothing,
  type Value,
  valueOf,
} from "./value.ts";

type Rule = (machine: Machine, node: ts.Expression) => Value | undefined;

function rule<Node extends ts.Expression>(
  is: (node: ts.Node) => node is Node,
  read: (machine: Machine, node: Node) => Value,
): Rule {
  return (machine, node) => (is(node) ? read(machine, node) : undefined);
}

function inner(machine: Machine, { expression }: { readonly expression: ts.Expression }): Value {
  return machine.evaluate(expression);
}

function readObject(machine: Machine, node: ts.ObjectLiteralExpression): Value {
  const object = makeObject(machine, "object", node);
  const result = valueOf({ objects: new Set([object]) });
  const unknowns: Value[] = [];
  for (const property of node.properties) unknowns.push(readPart(machine, object, property));
  return join(result, joinAll(unknowns));
}

function setFixed(object: HeapObject, name: string, value: Value): void {
  for (const { except } of object.spread) except.add(name);
  joinProperty(object, name, value);
}

function readPart(machine: Machine, object: HeapObject, property: ts.ObjectLiteralElementLike): Value {
  if (ts.isShorthandPropertyAssignment(property)) {
    setFixed(object, property.name.text, machine.evaluate(property.name));
  } else if (ts.isSpreadAssignment(property)) {
    const from = machine.evaluate(property.expression);
    if (!object.spread.some((one) => one.from === from)) object.spread.push({ from, except: new Set() });
  } else if (ts.isPropertyAssignment(property)) {
    const { name, initializer } = property;
    const key = ts.isComputedPropertyName(name) ? machine.evaluate(name.expression) : undefined;
    const value = machine.evaluate(initializer);
    if (!ts.isComputedPropertyName(name)) setFixed(object, name.text, value);
    else if (key !== undefined) writeIndex(machine, valueOf({ objects: new Set([object]) }), key, value);
  } else if (ts.isMethodDeclaration(property) && !ts.isComputedPropertyName(property.name)) {
    const functions = new Set([{ kind: "own" as const, node: property, scope: machine.scope }]);
    setFixed(object, property.name.text, valueOf({ functions }));
  } else {
    return unfollowed(machine, ts.SyntaxKind[property.kind], property);
  }
  return nothing;
}

function readList(machine: Machine, node: ts.ArrayLiteralExpression): Value {
  const list = makeObject(machine, "list", node);
  const result = valueOf({ objects: new Set([list]) });
  const fixed = node.elements.every((one) => !ts.isSpreadElement(one)) && list.element === nothing;
  for (const [position, element] of node.elements.entries()) {
    if (ts.isSpreadElement(element)) {
      const items = itemsOf(machine, readWalked(machine, element.expression));
      select(list, items.selection);
      addItem(machine, result, items.element);
    } else if (fixed) joinProperty(list, `${position}`, machine.evaluate(element));
    else addItem(machine, result, machine.evaluate(element));
  }
  return result;
}

function readConditional(machine: Machine, node: ts.ConditionalExpression): Value {
  const condition = machine.evaluate(node.condition);
  const outcome = (branch: ts.Expression): Value =>
    machine.conditions.under(conditionOf(condition), () => machine.evaluate(branch));
  return pick(condition, outcome(node.whenTrue), outcome(node.whenFalse));
}

const { SyntaxKind } = ts;
const chains: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.AmpersandAmpersandToken,
]);
const chainedAssignments: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.QuestionQuestionEqualsToken,
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.AmpersandAmpersandEqualsToken,
]);
const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.InstanceOfKeyword,
]);
const orders: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
  SyntaxKind.InKeyword,
]);

function readBinary(machine: Machine, node: ts.BinaryExpression): Value {
  const { left, right, operatorToken } = node;
  const { kind } = operatorToken;
  if (kind === SyntaxKind.EqualsToken) {
    const isPattern = ts.isArrayLiteralExpression(left);
    return assign(machine, left, isPattern ? readWalked(machine, right) : machine.evaluate(right));
  }
  if (chains.has(kind) || chainedAssignments.has(kind)) {
    const first = machine.evaluate(left);
    const second = machine.conditions.under(conditionOf(first), () => machine.evaluate(right));
    const value = pick({ ...first, unknown: first.unknown }, first, asStart(second));
    return chains.has(kind) ? value : assign(machine, left, chosenBy(asStart(second), fieldsOf(first)));
  }
  const operands: readonly [Value, Value] = [machine.evaluate(left), machine.evaluate(right)];
  if (comparisons.has(kind)) return readComparison(machine, node, operands);
  const reckoned = readArithmetic(machine, node, operands);
  if (reckoned !== undefined) return assignsArithmetic(node) ? assign(machine, left, reckoned) : reckoned;
  if (orders.has(kind)) return workOut(...operands);
  if (kind === SyntaxKind.CommaToken) return operands[1] ?? nothing;
  return unfollowed(machine, `the operator ${operatorToken.getText(machine.sourceFile)}`, node, ...operands);
}

function readComparison(machine: Machine, node: ts.Expression, operands: readonly Value[]): Value {
  const [left = nothing, right = nothing] = operands;
  noteMissingKey(machine, left, right, node);
  noteMissingKey(machine, right, left, node);
  noteImpossibleValues(machine, left, right, node);
  noteImpossibleValues(machine, right, left, node);
  return compare(left, right);
}

function assign(machine: Machine, target: ts.Expression, value: Value): Value {
  assignTo(machine, target, value);
  return value;
}

function readPrefix(machine: Machine, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Value {
  const steps = node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken;
  const operand = machine.evaluate(node.operand);
  if (steps) return assign(machine, node.operand, readStep(machine, node, operand));
  return signed(node) ?? withSign(node, operand);
}

function signed(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Value | undefined {
  const negative = node.operator === SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
  return negative ? literalOf(-Number(node.operand.text)) : undefined;
}

function withSign({ operator }: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, operand: Value): Value {
  const value = workOut(operand);
  if (operator === SyntaxKind.ExclamationToken) return value;
  const result = putIn(value, [operand], "with");
  if (operator === SyntaxKind.PlusToken) return result;
  return putIn(result, [literalOf(-1)], operator === SyntaxKind.MinusToken ? "times" : "with");
}

function readTemplate(machine: Machine, node: ts.TemplateLiteral): Value {
  const spans = ts.isTemplateExpression(node) ? node.templateSpans : [];
  const values = spans.map((span) => machine.evaluate(span.expression));
  const first = ts.isTemplateExpression(node) ? node.head : node;
  const texts = [first, ...spans.map((span) => span.literal)].map(({ text }) => literalOf(text));
  return putIn(workOut(...values), [...values, ...texts]);
}

function readTagged(machine: Machine, { tag, template }: ts.TaggedTemplateExpression): Value {
  const value = readTemplate(machine, template);
  const symbol = ts.isIdentifier(tag) ? symbolOf(machine, tag) : undefined;
  const ours = symbol?.declarations?.some(ts.isImportSpecifier) === true;
  return ours ? value : unfollowed(machine, "a tagged template", tag, value);
}

function readIdentifier(machine: Machine, node: ts.Identifier): Value {
  if (node.text === "undefined") return literalOf(null);
  const symbol = symbolOf(machine, node);
  if (symbol === undefined) return unfollowed(machine, `the name ${node.text}`, node);
  const variable = findVariable(machine, symbol);
  if (variable !== undefined) return asNarrowed(machine, node, variable.value);
  const [declaration] = symbol.declarations ?? [];
  if (declaration !== undefined && ts.isImportSpecifier(declaration)) {
    const name = (declaration.propertyName ?? declaration.name).text;
    return valueOf({ functions: new Set([{ kind: "named", name }]) });
  }
  if (declaration?.getSourceFile() !== machine.sourceFile) {
    if (node.text === "NaN" || node.text === "Infinity") return literalOf();
    return valueOf({ functions: new Set([{ kind: "named", name: node.text }]) });
  }
  return unfollowed(machine, `${node.text} before it has a value`, node);
}

function asNarrowed(machine: Machine, node: ts.Expression, value: Value): Value {
  if (machine.typeChecker.getTypeAtLocation(node).symbol?.name !== "NotKnown") return value;
  const selection = [...value.objects].flatMap((one) => [...one.selection]);
  return valueOf({ notKnown: true, control: new Set([...fieldsOf(value), ...selection]) });
}

function ownFunction(machine: Machine, node: ts.ArrowFunction | ts.FunctionExpression): Value {
  return valueOf({ functions: new Set([{ kind: "own", node, scope: machine.scope }]) });
}

function readElement(machine: Machine, node: ts.ElementAccessExpression): Value {
  const base = readWalked(machine, node.expression);
  return readIndex(machine, base, machine.evaluate(node.argumentExpression), node);
}

const rules: readonly Rule[] = [
  rule(ts.isIdentifier, readIdentifier),
  rule(ts.isPropertyAccessExpression, (machine, node) => asNarrowed(machine, node, readMember(machine, node))),
  rule(ts.isCallExpression, readCall),
  rule(ts.isStringLiteralLike, (_machine, node) => literalOf(node.text)),
  rule(ts.isNumericLiteral, (_machine, node) => literalOf(Number(node.text))),
  rule(ts.isObjectLiteralExpression, readObject),
  rule(ts.isArrayLiteralExpression, readList),
  rule(ts.isArrowFunction, ownFunction),
  rule(ts.isFunctionExpression, ownFunction),
  rule(ts.isBinaryExpression, readBinary),
  rule(ts.isConditionalExpression, readConditional),
  rule(ts.isTemplateExpression, readTemplate),
  rule(ts.isAwaitExpression, inner),
  rule(ts.isParenthesizedExpression, inner),
  rule(ts.isAsExpression, inner),
  rule(ts.isSatisfiesExpression, inner),
  rule(ts.isNonNullExpression, inner),
  rule(ts.isElementAccessExpression, readElement),
  rule(ts.isPrefixUnaryExpression, readPrefix),
  rule(ts.isPostfixUnaryExpression, readPrefix),
  rule(ts.isNewExpression, readNew),
  rule(ts.isTaggedTemplateExpression, readTagged),
  rule(ts.isTypeOfExpression, (machine, node) => compare(machine.evaluate(node.expression))),
  rule(ts.isVoidExpression, (machine, node) => {
    machine.evaluate(node.expression);
    return literalOf(null);
  }),
  rule(ts.isRegularExpressionLiteral, () => literalOf()),
];

const constants: ReadonlyMap<ts.SyntaxKind, boolean | null> = new Map([
  [SyntaxKind.TrueKeyword, true],
  [SyntaxKind.FalseKeyword, false],
  [SyntaxKind.NullKeyword, null],
]);

/** What an expression may be. A kind without a rule is unknown, with its name and line. */
export function readExpression(machine: Machine, node: ts.Expression): Value {
  const constant = constants.get(node.kind);
  if (constant !== undefined) return literalOf(constant);
  for (const read of rules) {
    const value = read(machine, node);
    if (value !== undefined) return value;
  }
  return unfollowed(machine, SyntaxKind[node.kind], node);
}
