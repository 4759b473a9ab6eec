import ts from "typescript";
import { writeFunctionDeclaration, writeReturned } from "./functions.ts";
import { declarePattern, writePattern } from "./patterns.ts";
import { pairOperand, presenceOf } from "./operands.ts";
import { lost, replaceParts, type Transformer, walking } from "./transformer.ts";
import { hasShadow, isMarked, shadowOf } from "./types.ts";

function declareOne(transformer: Transformer, { name, initializer }: ts.VariableDeclaration): string {
  if (initializer !== undefined) {
    const presence = ts.isIdentifier(name) ? presenceOf(transformer, name) : undefined;
    if (presence === undefined) return declarePattern(transformer, name, transformer.pair(initializer));
    const given = pairOperand(transformer, initializer);
    return `${declarePattern(transformer, name, given)}, ${presence} = ${given.mark}`;
  }
  const { text, shadows } = writePattern(transformer, name, lost, "$.literal");
  return [text, ...shadows].join(", ");
}

function writeDeclarations(transformer: Transformer, list: ts.VariableDeclarationList): string {
  return `${keywordOf(list)} ${list.declarations.map((one) => declareOne(transformer, one)).join(", ")}`;
}

function keywordOf(list: ts.VariableDeclarationList): string {
  if (list.flags & ts.NodeFlags.Const) return "const";
  return list.flags & ts.NodeFlags.Let ? "let" : "var";
}

function functionAround(node: ts.Node): ts.FunctionLikeDeclaration | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent)
    if (
      ts.isFunctionDeclaration(at) ||
      ts.isArrowFunction(at) ||
      ts.isFunctionExpression(at) ||
      ts.isMethodDeclaration(at)
    )
      return at;
  return undefined;
}

function writeReturn(transformer: Transformer, node: ts.ReturnStatement): string {
  const around = functionAround(node);
  if (node.expression === undefined) return "return;";
  const written =
    around === undefined ? transformer.code(node.expression) : writeReturned(transformer, around, node.expression);
  return `return ${written};`;
}

/** The body of a loop with a first statement put before it. */
function withFirst(transformer: Transformer, body: ts.Statement, first: string): string {
  return `{ ${first} ${transformer.code(body)} }`;
}

function isNative(transformer: Transformer, node: ts.ForOfStatement, name: ts.Identifier): boolean {
  if (isMarked(transformer, name)) return false;
  const { typeChecker } = transformer;
  return (
    node.awaitModifier !== undefined || typeChecker.isArrayLikeType(typeChecker.getTypeAtLocation(node.expression))
  );
}

function writeForOf(transformer: Transformer, node: ts.ForOfStatement): string | undefined {
  const { initializer, awaitModifier } = node;
  if (!ts.isVariableDeclarationList(initializer)) return forgetHead(transformer, node, initializer);
  const name = initializer.declarations[0]?.name;
  if (name === undefined) return undefined;
  const keyword = keywordOf(initializer);
  const source = transformer.code(node.expression);
  const head = awaitModifier === undefined ? "for" : "for await";
  if (ts.isIdentifier(name) && isNative(transformer, node, name)) {
    const { text, filled } = writeTurn(transformer, node, "", `${name.text}, ${lost}`);
    return `${head} (${keyword} ${name.text} of ${walking(source, filled)}) ${text}`;
  }
  const item = awaitModifier === undefined ? { code: "$pair.v", mark: "$pair.o" } : { code: "$item", mark: lost };
  const declared = `${keyword} ${declarePattern(transformer, name, item)};`;
  const { text, filled } = writeTurn(transformer, node, declared, `${item.code}, ${item.mark}`);
  const list = walking(source, filled);
  return `${head} (const ${awaitModifier === undefined ? `$pair of $.pairs(${list})` : `$item of ${list}`}) ${text}`;
}

/** What is done in each turn of a loop; `item` is the item with its mark. */
function writeTurn(
  transformer: Transformer,
  node: ts.ForOfStatement,
  first: string,
  item: string,
): { readonly text: string; readonly filled: readonly string[] } {
  const { text, turn, filled } = transformer.inWalk(node, () => transformer.code(node.statement));
  const place = turn === undefined ? "" : `const ${turn} = $.turn(${item});`;
  const isPaged = node.awaitModifier !== undefined && filled.length > 0;
  const noted = isPaged ? `$.walkItem(${[`$.turn(${item})`, ...filled].join(", ")});` : "";
  const before = [place, noted, first].filter((one) => one !== "").join(" ");
  return { text: before === "" ? text : `{ ${before} ${text} }`, filled: isPaged ? [] : filled };
}

function writeIf(transformer: Transformer, { expression, thenStatement, elseStatement }: ts.IfStatement): string {
  const { text, filled, changed } = transformer.inBranches(thenStatement.parent, () => {
    const otherwise = elseStatement === undefined ? "" : `\nelse ${transformer.code(elseStatement)}`;
    return `${transformer.code(thenStatement)}${otherwise}`;
  });
  if (filled.length === 0 && changed.length === 0) return `if (${transformer.code(expression)}) ${text}`;
  const [value, mark] = [transformer.temporary(), transformer.temporary()];
  const condition = pairOperand(transformer, expression);
  const noted = [
    `${value} = ${condition.code}`,
    `${mark} = $.because(${[condition.mark, condition.chosen].filter((one) => one !== undefined).join(", ")})`,
    ...filled.map((name) => `$.decide(${name}, ${mark})`),
    ...changed.map((name) => `${name} = $.decideValue(${name}, ${mark})`),
  ];
  return `if (${[...noted, value].join(", ")}) ${text}`;
}

function forgetHead(
  transformer: Transformer,
  node: ts.ForOfStatement | ts.ForInStatement,
  head: ts.Expression,
): string {
  const forgotten = ts.isIdentifier(head) && hasShadow(transformer, head) ? `${shadowOf(head)} = ${lost};` : "";
  return replaceParts(transformer.sourceFile, node, [
    { node: node.expression, text: transformer.code(node.expression) },
    { node: node.statement, text: withFirst(transformer, node.statement, forgotten) },
  ]);
}

function writeForIn(transformer: Transformer, node: ts.ForInStatement): string {
  const { initializer } = node;
  if (!ts.isVariableDeclarationList(initializer)) return forgetHead(transformer, node, initializer);
  const name = initializer.declarations[0]?.name;
  const shadow = name !== undefined && ts.isIdentifier(name) ? `let ${shadowOf(name)} = ${lost};` : "";
  return replaceParts(transformer.sourceFile, node, [
    { node: node.expression, text: transformer.code(node.expression) },
    { node: node.statement, text: withFirst(transformer, node.statement, shadow) },
  ]);
}

function isInList({ parent }: ts.Node): boolean {
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);
}

function isExported(node: ts.VariableStatement): boolean {
  return ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) === true;
}

/** The text of a statement; undefined where its parts are transformed one by one. */
export function writeStatement(transformer: Transformer, node: ts.Node): string | undefined {
  if (ts.isVariableStatement(node)) {
    const declared = writeDeclarations(transformer, node.declarationList);
    return `${isExported(node) ? "export " : ""}${declared};`;
  }
  if (ts.isVariableDeclarationList(node)) return writeDeclarations(transformer, node);
  // Snippets have no semicolons: a statement that begins with a parenthesis would be a call of the line before.
  if (ts.isExpressionStatement(node)) return `${isInList(node) ? ";" : ""}${transformer.code(node.expression)};`;
  if (ts.isReturnStatement(node)) return writeReturn(transformer, node);
  if (ts.isForOfStatement(node)) return writeForOf(transformer, node);
  if (ts.isIfStatement(node)) return writeIf(transformer, node);
  if (ts.isForInStatement(node)) return writeForIn(transformer, node);
  if (ts.isFunctionDeclaration(node)) return writeFunctionDeclaration(transformer, node);
  return undefined;
}
