import ts from "typescript";
import { familyOf } from "../../origins/family.ts";
import { declarePattern } from "./patterns.ts";
import { declareTemporaries, lost, replaceParts, type Transformer } from "./transformer.ts";
import { foreignName, hasShadow, isMarked, mayBePrimitive, shadowOf } from "./types.ts";

interface WrittenParameters {
  readonly names: readonly string[];
  readonly prologue: readonly string[];
}

/** `...parts`: a list of the snippet, whose items have the marks of the arguments. */
function writeRest(
  transformer: Transformer,
  name: ts.BindingName,
  position: number,
): { readonly name: string; readonly declared: string } {
  const list = ts.isIdentifier(name) ? name.text : `$p${position}`;
  const marked = `$.array(${list}, ...$a.slice(${position}))`;
  const declared = ts.isIdentifier(name)
    ? marked
    : `let ${declarePattern(transformer, name, { code: marked, mark: lost })}`;
  return { name: `...${list}`, declared: `${declared};` };
}

function writeParameters(
  transformer: Transformer,
  node: ts.FunctionLikeDeclaration,
  isProgram: boolean,
): WrittenParameters {
  const names: string[] = [];
  const prologue: string[] = [];
  for (const [position, { name, initializer, dotDotDotToken }] of node.parameters.entries()) {
    const plain = ts.isIdentifier(name) && initializer === undefined && !isProgram;
    if (dotDotDotToken !== undefined) {
      const rest = writeRest(transformer, name, position);
      names.push(rest.name);
      prologue.push(rest.declared);
      continue;
    }
    if (plain) {
      names.push(name.text);
      if (hasShadow(transformer, name)) prologue.push(`let ${shadowOf(name)} = $a[${position}];`);
      continue;
    }
    const given = `$p${position}`;
    names.push(given);
    const otherwise = initializer === undefined ? undefined : transformer.pair(initializer);
    const code = otherwise === undefined ? given : `(${given} === undefined ? ${otherwise.code} : ${given})`;
    const mark =
      otherwise === undefined ? `$a[${position}]` : `(${given} === undefined ? ${otherwise.mark} : $a[${position}])`;
    const source = isProgram ? { code: `$.input(${code})`, mark: lost } : { code, mark };
    prologue.push(`let ${declarePattern(transformer, name, source)};`);
  }
  return { names, prologue };
}

function isAsync(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.AsyncKeyword) === true
  );
}

/** The default function of the module, whose rows leave the isolate as they are. */
function isProgram(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) === true;
}

const lookAtValueAlone = new Set(
  "filter some every find findLast findIndex findLastIndex forEach sort toSorted".split(" "),
);

/** Whether a function is handed to a method of a list that asks what it returns, and not where that came from. */
function isAskedForValueAlone(transformer: Transformer, node: ts.FunctionLikeDeclaration): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== node) return false;
  const method = call.expression;
  if (!ts.isPropertyAccessExpression(method) || !lookAtValueAlone.has(method.name.text)) return false;
  return familyOf(transformer, method.expression) === "list";
}

/** What a `return` of that expression in that function becomes. */
export function writeReturned(
  transformer: Transformer,
  node: ts.FunctionLikeDeclaration,
  expression: ts.Expression,
): string {
  if (isProgram(node) || node.asteriskToken !== undefined) return transformer.code(expression);
  const { typeChecker } = transformer;
  if (!isAsync(node)) {
    if (!isMarked(transformer, expression) || isAskedForValueAlone(transformer, node))
      return transformer.code(expression);
    const { code, mark } = transformer.pair(expression);
    return `$.ret(${code}, ${mark})`;
  }
  const awaited = typeChecker.getAwaitedType(typeChecker.getTypeAtLocation(expression));
  if (awaited === undefined || !mayBePrimitive(typeChecker, awaited)) return transformer.code(expression);
  const { code, mark } = transformer.pair(expression);
  return `$.box(${code}, ${mark})`;
}

/** Whether a function asks for the marks of its arguments. */
function takesMarks(transformer: Transformer, node: ts.FunctionLikeDeclaration): boolean {
  const asks = ({ name, dotDotDotToken }: ts.ParameterDeclaration): boolean =>
    dotDotDotToken !== undefined || (ts.isIdentifier(name) && hasShadow(transformer, name));
  return !isProgram(node) && node.parameters.some(asks);
}

const walks: ReadonlyMap<string, number> = new Map([
  ...["map", "flatMap", "filter", "some", "every", "find", "findLast", "forEach"].map((name) => [name, 0] as const),
  ["reduce", 1],
  ["reduceRight", 1],
]);

/** Which parameter of a function is the item of a list, where it is handed to what walks the list; undefined elsewhere. */
function positionOfItem(transformer: Transformer, node: ts.FunctionLikeDeclaration): number | undefined {
  const call = node.parent;
  if (!ts.isCallExpression(call)) return undefined;
  const position = call.arguments.findIndex((one) => one === node);
  if (foreignName(transformer, call.expression) === "each") return position === 1 ? 0 : undefined;
  const method = call.expression;
  if (position !== 0 || !ts.isPropertyAccessExpression(method)) return undefined;
  return familyOf(transformer, method.expression) === "list" ? walks.get(method.name.text) : undefined;
}

function writeTurn(
  transformer: Transformer,
  node: ts.FunctionLikeDeclaration,
  position: number,
  write: () => string,
): string {
  const name = node.parameters[position]?.name;
  if (name === undefined) return write();
  const { text, turn } = transformer.inWalk(node, write);
  const mark = ts.isIdentifier(name) && hasShadow(transformer, name) ? shadowOf(name) : lost;
  const item = ts.isIdentifier(name) ? name.text : `$p${position}`;
  return turn === undefined ? text : `const ${turn} = $.turn(${item}, ${mark}); ${text}`;
}

/** A function whose calls carry marks: parameters without types, what it takes and its temporaries first. */
function writeFunction(transformer: Transformer, node: ts.FunctionLikeDeclaration): string {
  const { body } = node;
  if (body === undefined) return node.getText(transformer.sourceFile);
  let parameters: WrittenParameters = { names: [], prologue: [] };
  const write = (): string =>
    ts.isBlock(body) ? writeStatements(transformer, body) : `return ${writeReturned(transformer, node, body)};`;
  const { text, temporaries } = transformer.inFunction(() => {
    parameters = writeParameters(transformer, node, isProgram(node));
    const position = positionOfItem(transformer, node);
    return position === undefined ? write() : writeTurn(transformer, node, position, write);
  });
  const { names, prologue } = parameters;
  const taken = takesMarks(transformer, node) ? "const $a = $.take();" : "";
  const block = `{ ${taken} ${declareTemporaries(temporaries)} ${prologue.join(" ")} ${text} }`;
  return `${headOf(transformer, node)}(${names.join(", ")}) ${ts.isArrowFunction(node) ? "=> " : ""}${block}`;
}

/** A function as a value. One that asks for the marks of its arguments says so, or it is handed none. */
export function writeFunctionValue(transformer: Transformer, node: ts.ArrowFunction | ts.FunctionExpression): string {
  const written = writeFunction(transformer, node);
  return takesMarks(transformer, node) ? `$.f(${written})` : written;
}

/** A function as a statement. */
export function writeFunctionDeclaration(transformer: Transformer, node: ts.FunctionDeclaration): string {
  const written = writeFunction(transformer, node);
  return node.name !== undefined && takesMarks(transformer, node) ? `${written} $.f(${node.name.text});` : written;
}

function writeStatements(transformer: Transformer, body: ts.Block): string {
  const text = replaceParts(
    transformer.sourceFile,
    body,
    body.statements.map((node) => ({ node, text: transformer.code(node) })),
  );
  return text.slice(1, -1);
}

function headOf(transformer: Transformer, node: ts.FunctionLikeDeclaration): string {
  const start = node.getStart(transformer.sourceFile);
  const isAsyncText = isAsync(node) ? "async " : "";
  if (ts.isArrowFunction(node)) return isAsyncText;
  const name = node.name?.getText(transformer.sourceFile) ?? "";
  const star = node.asteriskToken === undefined ? "" : "*";
  if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)) {
    const exported = isProgram(node) ? "export default " : "";
    return `${exported}${isAsyncText}function${star} ${name}`;
  }
  return transformer.sourceFile.text.slice(start, node.name?.end ?? start);
}
