import ts from "typescript";
import { isImported, isOfLanguage } from "../name-of.ts";
import type { CellFacts } from "../../origins/cell-facts.ts";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * A line for each place where a snippet asks whether something could be read and then goes on without it: the row is left out,
 * or another value stands where the failure should. Where the failure itself is passed on, and where the run ends, there is none.
 */
export function failureWarnings(
  sourceFile: ts.SourceFile,
  vocabulary: Vocabulary,
  { showsFailures }: CellFacts,
): readonly string[] {
  const found: string[] = [];
  let isAnswered = false;
  const visit = (node: ts.Node): void => {
    const asked = asQuestion(node, vocabulary);
    const branch = asked === undefined ? undefined : branchOf(asked);
    isAnswered ||= branch !== undefined && passesOn(branch, vocabulary);
    const what = asked === undefined ? undefined : lostAt(asked, vocabulary);
    if (asked !== undefined && what !== undefined) {
      const { line } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
      const read = sayValue(asked.value, vocabulary) ?? asked.value.getText(sourceFile);
      found.push(`Where ${read} could not be read, ${what} (line ${line + 1}).`);
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  const isHidden = found.length === 0 && !isAnswered && !showsFailures && readsThatMayFail(sourceFile);
  return isHidden ? ["A read marked orUnknown may fail, and no cell of the answer shows where it did."] : found;
}

function readsThatMayFail(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) && node.name.text === "orUnknown") return true;
  return ts.forEachChild(node, readsThatMayFail) ?? false;
}

/** A `notKnown(value)`, or `Array.isArray(value)` of what may be a failed read. */
interface Question {
  readonly call: ts.CallExpression;
  readonly value: ts.Expression;
  /** What it gives where the read failed. */
  readonly whenFailed: boolean;
}

function asQuestion(node: ts.Node, { typeChecker }: Vocabulary): Question | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const [value] = node.arguments;
  const { expression } = node;
  if (value === undefined) return undefined;
  if (ts.isIdentifier(expression) && expression.text === "notKnown" && isImported(expression, typeChecker))
    return { call: node, value, whenFailed: true };
  const isList = isListTest(expression, typeChecker) && mayHaveFailed(value, typeChecker);
  return isList ? { call: node, value, whenFailed: false } : undefined;
}

function isListTest(node: ts.Expression, typeChecker: ts.TypeChecker): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === "isArray" &&
    isOfLanguage(typeChecker.getSymbolAtLocation(node.name)?.valueDeclaration)
  );
}

/** True for a value that may be what stands for a failed read. */
function mayHaveFailed(node: ts.Node, typeChecker: ts.TypeChecker): boolean {
  const type = typeChecker.getTypeAtLocation(node);
  return (type.isUnion() ? type.types : [type]).some((one) => one.symbol?.name === "NotKnown");
}

/** What is evaluated or done where the read failed. */
function branchOf({ call, whenFailed }: Question): ts.Expression | ts.Statement | undefined {
  const { around, isTrue } = conditionAround(call, whenFailed);
  if (around === undefined || ts.isArrowFunction(around)) return undefined;
  if (ts.isConditionalExpression(around)) return isTrue ? around.whenTrue : around.whenFalse;
  return isTrue ? around.thenStatement : around.elseStatement;
}

/** What becomes of an item whose read failed, in words; undefined where the failure is passed on or ends the run. */
function lostAt(asked: Question, vocabulary: Vocabulary): string | undefined {
  const { around, isTrue } = conditionAround(asked.call, asked.whenFailed);
  // A predicate of filter keeps what it is true for.
  if (around !== undefined && ts.isArrowFunction(around)) return isTrue ? undefined : leftOut;
  const branch = branchOf(asked);
  if (branch === undefined) return undefined;
  return ts.isStatement(branch) ? lostInBranch(branch, vocabulary) : lostIn(branch, vocabulary);
}

const leftOut = "the item is left out";

/** The choice, branch or filter that a question decides, and whether it is taken where the read failed. */
function conditionAround(
  call: ts.Node,
  whenFailed: boolean,
): {
  readonly around: ts.ConditionalExpression | ts.IfStatement | ts.ArrowFunction | undefined;
  readonly isTrue: boolean;
} {
  let isTrue = whenFailed;
  let child = call;
  for (let node = call.parent; ; child = node, node = node.parent) {
    if (ts.isPrefixUnaryExpression(node)) isTrue = !isTrue;
    else if (ts.isConditionalExpression(node) && node.condition === child) return { around: node, isTrue };
    else if (ts.isIfStatement(node) && node.expression === child) return { around: node, isTrue };
    else if (ts.isArrowFunction(node) && node.body === child && isFilter(node)) return { around: node, isTrue };
    else if (!ts.isParenthesizedExpression(node) && !isJoined(node, isTrue)) return { around: undefined, isTrue };
  }
}

/** `notKnown(a) || …` where it decides alone: true with `||`, false with `&&`. */
function isJoined(node: ts.Node, isTrue: boolean): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === (isTrue ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken);
}

function isFilter({ parent }: ts.ArrowFunction): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    parent.expression.name.text === "filter"
  );
}

function lostIn(given: ts.Expression, vocabulary: Vocabulary): string | undefined {
  if (ts.isParenthesizedExpression(given)) return lostIn(given.expression, vocabulary);
  if (passesOn(given, vocabulary)) return undefined;
  if (ts.isArrayLiteralExpression(given) && given.elements.length === 0) return leftOut;
  const said = sayValue(given, vocabulary);
  return said === undefined ? "something else stands there" : `${said === "not set" ? "nothing" : said} stands there`;
}

function lostInBranch(branch: ts.Statement, vocabulary: Vocabulary): string | undefined {
  if (passesOn(branch, vocabulary)) return undefined;
  const statements = ts.isBlock(branch) ? branch.statements : [branch];
  const last = statements.at(-1);
  if (last === undefined || ts.isThrowStatement(last)) return undefined;
  if (ts.isReturnStatement(last) && last.expression !== undefined) return lostIn(last.expression, vocabulary);
  return ts.isReturnStatement(last) || ts.isContinueStatement(last) || ts.isBreakStatement(last) ? leftOut : undefined;
}

/** True where what stands for a failed read is handed on, or the run ends without an answer. */
function passesOn(node: ts.Node, vocabulary: Vocabulary): boolean {
  const { typeChecker } = vocabulary;
  if (ts.isIdentifier(node) && node.text === "declined" && isImported(node, typeChecker)) return true;
  const isNamed = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
  if (isNamed && mayHaveFailed(node, typeChecker)) return true;
  return ts.forEachChild(node, (child) => passesOn(child, vocabulary)) ?? false;
}
