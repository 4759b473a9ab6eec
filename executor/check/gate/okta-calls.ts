import ts from "typescript";

/** One `okta.<operationId>( … )` of a snippet. */
export interface OktaCall {
  readonly operationId: string;
  readonly call: ts.CallExpression;
  /** The name after the dot: where findings about the operation stand. */
  readonly name: ts.MemberName;
}

/** The call of an operation that a node is, if it is one. */
export function asOktaCall(node: ts.Node): OktaCall | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  if (!ts.isIdentifier(expression) || expression.text !== "okta") return undefined;
  return { operationId: name.text, call: node, name };
}

/** Every call of an operation below a node, in the order of the text. */
export function listOktaCalls(node: ts.Node): readonly OktaCall[] {
  const found: OktaCall[] = [];
  const visit = (one: ts.Node): void => {
    const call = asOktaCall(one);
    if (call !== undefined) found.push(call);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

/** The value of one parameter of a call, as written; undefined where it is not given. */
export function parameterOf(call: ts.CallExpression, name: string): ts.Expression | undefined {
  const [first] = call.arguments;
  if (first === undefined || !ts.isObjectLiteralExpression(first)) return undefined;
  for (const property of first.properties) {
    if (property.name === undefined || !("text" in property.name) || property.name.text !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return undefined;
}

/** Names of the snippet's functions that read from Okta, themselves or through another of them. */
export function listReaders(sourceFile: ts.SourceFile): ReadonlySet<string> {
  const bodies = new Map<string, ts.Node>();
  const collect = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) bodies.set(node.name.text, node);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      const { initializer } = node;
      if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer) || ts.isIdentifier(initializer))
        bodies.set(node.name.text, initializer);
    }
    ts.forEachChild(node, collect);
  };
  collect(sourceFile);
  const readers = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const [name, body] of bodies) {
      if (readers.has(name) || !reads(body, readers)) continue;
      readers.add(name);
      grown = true;
    }
  }
  return readers;
}

function reads(node: ts.Node, readers: ReadonlySet<string>): boolean {
  if (asOktaCall(node) !== undefined) return true;
  if (ts.isIdentifier(node) && readers.has(node.text)) return true;
  return ts.forEachChild(node, (child) => reads(child, readers)) ?? false;
}
