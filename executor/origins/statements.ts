import ts from "typescript";
import { assignTo, bindPattern } from "./bind.ts";
import { readWalked } from "./characters.ts";
import type { Extent } from "./conditions.ts";
import { giveBack } from "./functions.ts";
import { repeat } from "./growth.ts";
import type { Machine } from "./machine.ts";
import { itemsOf, unfollowed } from "./members.ts";
import { asStart } from "./own-parts.ts";
import { conditionOf, declareVariable } from "./scope.ts";
import { joinAll, literalOf, nothing, type Value, valueOf } from "./value.ts";

const MAX_FIXED_POSITIONS = 12;

interface Rule {
  readonly run: (machine: Machine, node: ts.Statement) => boolean;
}

function rule<Node extends ts.Statement>(
  is: (node: ts.Node) => node is Node,
  run: (machine: Machine, node: Node) => void,
): Rule {
  return {
    run(machine, node) {
      if (!is(node)) return false;
      run(machine, node);
      return true;
    },
  };
}

function nothingToDo(): void {
  // Types and imports do nothing when a snippet runs.
}

function readBlock(machine: Machine, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
      const functions = new Set([{ kind: "own" as const, node: statement, scope: machine.scope }]);
      declareVariable(machine, statement.name, valueOf({ functions }));
    }
  }
  for (const statement of statements) machine.execute(statement);
}

function declare(machine: Machine, list: ts.VariableDeclarationList): void {
  const isFixed = (list.flags & ts.NodeFlags.Const) !== 0;
  for (const { name, initializer } of list.declarations) {
    const value = initializer === undefined ? literalOf(null) : machine.evaluate(initializer);
    bindPattern(machine, name, isFixed ? value : asStart(value));
  }
}

function bindHead(machine: Machine, head: ts.ForInitializer, value: Value): void {
  if (!ts.isVariableDeclarationList(head)) assignTo(machine, head, value);
  else for (const { name } of head.declarations) bindPattern(machine, name, value);
}

function walk(machine: Machine, condition: Value, readRounds: (read: (round: () => void) => void) => void): void {
  const { scope, conditions } = machine;
  const before = { started: scope.started, breaks: scope.breaks };
  const loop = conditions.now();
  conditions.under(conditionOf(condition), () =>
    conditions.within("loop", () => {
      readRounds((round) => {
        scope.started = { ...before.started, loop, round: conditions.now() };
        scope.breaks = "loop";
        conditions.within("round", round);
      });
    }),
  );
  scope.started = before.started;
  scope.breaks = before.breaks;
}

function positionsOf(value: Value): readonly Value[] | undefined {
  const [only, ...others] = value.objects;
  if (only?.kind !== "list" || others.length > 0 || value.places.size > 0) return undefined;
  const positions = [...only.properties.values()];
  const fixed = only.element === nothing && positions.length > 0 && positions.length <= MAX_FIXED_POSITIONS;
  return fixed ? positions : undefined;
}

function readForOf(machine: Machine, node: ts.ForOfStatement): void {
  const list = readWalked(machine, node.expression);
  const items = itemsOf(machine, list);
  const positions = positionsOf(list);
  const condition = valueOf({ control: items.selection, unknown: list.unknown });
  const round = (element: Value) => () => {
    bindHead(machine, node.initializer, element);
    machine.execute(node.statement);
  };
  walk(machine, condition, (read) => {
    for (const element of positions ?? []) read(round(element));
    if (positions === undefined) repeat(machine, machine.rounds, () => read(round(items.element)));
  });
}

function readForIn(machine: Machine, node: ts.ForInStatement): void {
  const object = machine.evaluate(node.expression);
  const names = [...object.objects].flatMap((one) => [...one.properties.keys()].map(literalOf));
  const keys = joinAll([...names, ...[...object.objects].map((one) => one.keys)]);
  const known =
    object.places.size === 0 ? keys : unfollowed(machine, "the names of a response's properties", node, object);
  const selection = new Set([...object.objects].flatMap((one) => [...one.selection]));
  const round = (): void => {
    bindHead(machine, node.initializer, known);
    machine.execute(node.statement);
  };
  walk(machine, valueOf({ control: new Set([...selection, ...object.places]) }), (read) =>
    repeat(machine, machine.rounds, () => read(round)),
  );
}

function readWhile(machine: Machine, test: ts.Expression | undefined, body: () => void): void {
  repeat(machine, machine.rounds, () =>
    walk(machine, test === undefined ? literalOf(true) : machine.evaluate(test), (read) => read(body)),
  );
}

function readFor(machine: Machine, node: ts.ForStatement): void {
  const { initializer, incrementor } = node;
  if (initializer !== undefined && ts.isVariableDeclarationList(initializer)) declare(machine, initializer);
  else if (initializer !== undefined) machine.evaluate(initializer);
  readWhile(machine, node.condition, () => {
    machine.execute(node.statement);
    if (incrementor !== undefined) machine.evaluate(incrementor);
  });
}

function readIf(machine: Machine, node: ts.IfStatement): void {
  const condition = conditionOf(machine.evaluate(node.expression));
  machine.conditions.under(condition, () => machine.execute(node.thenStatement));
  const { elseStatement } = node;
  if (elseStatement !== undefined) machine.conditions.under(condition, () => machine.execute(elseStatement));
}

function readSwitch(machine: Machine, node: ts.SwitchStatement): void {
  const { clauses } = node.caseBlock;
  const compared = clauses.flatMap((clause) => (ts.isCaseClause(clause) ? [machine.evaluate(clause.expression)] : []));
  const condition = conditionOf(joinAll([machine.evaluate(node.expression), ...compared]));
  const { breaks } = machine.scope;
  machine.scope.breaks = "switch";
  machine.conditions.under(condition, () =>
    machine.conditions.within("switch", () => {
      for (const clause of clauses) readBlock(machine, clause.statements);
    }),
  );
  machine.scope.breaks = breaks;
}

function leave(machine: Machine, extent: Extent, since: number): void {
  const met = machine.conditions.since(since);
  if (met.fields.size > 0 || met.unknown !== undefined) machine.conditions.leftEarly(met, extent);
}

function readReturn(machine: Machine, node: ts.ReturnStatement): void {
  giveBack(machine, node.expression === undefined ? literalOf(null) : machine.evaluate(node.expression));
  leave(machine, "call", machine.scope.started.call);
}

function readBreak(machine: Machine, node: ts.BreakStatement): void {
  const { breaks, started } = machine.scope;
  if (node.label !== undefined) machine.conditions.leftEarly(conditionOf(unfollowed(machine, "a label", node)), "call");
  else leave(machine, breaks, breaks === "loop" ? started.loop : started.round);
}

function readThrow(machine: Machine, node: ts.ThrowStatement): void {
  machine.evaluate(node.expression);
  for (const field of machine.conditions.since(-1).fields) machine.noted.endedBy.add(field);
}

function readTry(machine: Machine, node: ts.TryStatement): void {
  machine.execute(node.tryBlock);
  const { catchClause, finallyBlock } = node;
  if (catchClause !== undefined) {
    const thrown = unfollowed(machine, "what was thrown", catchClause);
    if (catchClause.variableDeclaration !== undefined)
      bindPattern(machine, catchClause.variableDeclaration.name, thrown);
    machine.conditions.under(conditionOf(thrown), () => machine.execute(catchClause.block));
  }
  if (finallyBlock !== undefined) machine.execute(finallyBlock);
}

const rules: readonly Rule[] = [
  rule(ts.isVariableStatement, (machine, node) => declare(machine, node.declarationList)),
  rule(ts.isExpressionStatement, (machine, node) => void machine.evaluate(node.expression)),
  rule(ts.isReturnStatement, readReturn),
  rule(ts.isIfStatement, readIf),
  rule(ts.isBlock, (machine, node) => readBlock(machine, node.statements)),
  rule(ts.isForOfStatement, readForOf),
  rule(ts.isForStatement, readFor),
  rule(ts.isForInStatement, readForIn),
  rule(ts.isWhileStatement, (machine, node) =>
    readWhile(machine, node.expression, () => machine.execute(node.statement)),
  ),
  rule(ts.isDoStatement, (machine, node) => readWhile(machine, node.expression, () => machine.execute(node.statement))),
  rule(ts.isSwitchStatement, readSwitch),
  rule(ts.isContinueStatement, (machine) => leave(machine, "round", machine.scope.started.round)),
  rule(ts.isBreakStatement, readBreak),
  rule(ts.isThrowStatement, readThrow),
  rule(ts.isTryStatement, readTry),
  rule(ts.isFunctionDeclaration, nothingToDo),
  rule(ts.isInterfaceDeclaration, nothingToDo),
  rule(ts.isTypeAliasDeclaration, nothingToDo),
  rule(ts.isImportDeclaration, nothingToDo),
  rule(ts.isEmptyStatement, nothingToDo),
];

/** Reads one statement. A kind without a rule makes everything after it unknown. */
export function readStatement(machine: Machine, statement: ts.Statement): void {
  if (rules.some((one) => one.run(machine, statement))) return;
  const unknown = unfollowed(machine, ts.SyntaxKind[statement.kind], statement);
  machine.conditions.leftEarly(conditionOf(unknown), "call");
}

/** Reads the statements of a module or a block, functions first. */
export function readStatements(machine: Machine, statements: readonly ts.Statement[]): void {
  readBlock(machine, statements);
}
