import ts from "typescript";
import { lost, type Pair, replaceParts, type Transformer } from "./transformer.ts";
import { hasShadow, isMarked, shadowOf } from "./types.ts";

/** An object of the snippet, with the marks of its properties beside them. */
export function writeObject(transformer: Transformer, node: ts.ObjectLiteralExpression): string {
  const turn = transformer.made();
  const written = writeProperties(transformer, node);
  return turn === undefined ? written : `$.made(${written}, ${turn})`;
}

function writeProperties(transformer: Transformer, node: ts.ObjectLiteralExpression): string {
  const named = node.properties.filter(isNamed);
  if (named.length === node.properties.length && haveOwnNames(transformer, named))
    return writeNamed(
      transformer,
      named.map((property) => namedPart(transformer, property)),
    );
  const [first, ...others] = node.properties;
  const after = others.filter(isNamed);
  if (first && ts.isSpreadAssignment(first) && after.length === others.length && haveOwnNames(transformer, after))
    return writeExtended(transformer, first.expression, after);
  const areWorkedOut = node.properties.some((one) => one.name !== undefined && ts.isComputedPropertyName(one.name));
  if (areWorkedOut || node.properties.filter(ts.isSpreadAssignment).length > 1) return writeJoined(transformer, node);
  const parts = node.properties.map((property) => writePart(transformer, property));
  return `{ ${parts.join(", ")} }`;
}

/**
 * `{ ...one, ...other, [key]: value }`: the marks of names that were worked out are those of all that was spread, not of the last
 * alone, and of the keys that stand here.
 */
function writeJoined(transformer: Transformer, node: ts.ObjectLiteralExpression): string {
  const sources: string[] = [];
  const keys: Pair[] = [];
  const parts = node.properties.map((property) => {
    if (ts.isPropertyAssignment(property) && ts.isComputedPropertyName(property.name)) {
      const { text, key } = writeComputed(transformer, property.name.expression, property.initializer);
      keys.push(key);
      return text;
    }
    if (!ts.isSpreadAssignment(property)) return writePart(transformer, property);
    const source = transformer.temporary();
    sources.push(source);
    return `...$.spread(${source} = ${transformer.code(property.expression)})`;
  });
  const joined = `$.joinNameMarks(${[`{ ${parts.join(", ")} }`, ...sources].join(", ")})`;
  if (keys.length === 0) return joined;
  return `$.nameKeys(${joined}, [${keys.map(({ code, mark }) => `[${code}, ${mark}]`).join(", ")}])`;
}

/** `[key]: value`, and the variable that holds its name with the mark of that. A number counts as one that is set under such a name. */
function writeComputed(
  transformer: Transformer,
  name: ts.Expression,
  initializer: ts.Expression,
): { readonly text: string; readonly key: Pair } {
  const [key, keyMark, value] = [transformer.temporary(), transformer.temporary(), transformer.temporary()];
  const asked = transformer.pair(name);
  const { code, mark } = transformer.pair(initializer);
  const isNumber = (transformer.typeChecker.getTypeAtLocation(initializer).flags & ts.TypeFlags.NumberLike) !== 0;
  const turn = isNumber ? (transformer.turn() ?? lost) : lost;
  const counted = isNumber ? `$.countUnder(${value}, ${mark}, ${keyMark}, ${turn})` : mark;
  const before = `[(${key} = ${asked.code}, ${keyMark} = ${asked.mark}, ${key})]: (${value} = ${code})`;
  return { text: `${before}, [$.s(${key})]: ${counted}`, key: { code: key, mark: keyMark } };
}

type NamedProperty = ts.ShorthandPropertyAssignment | (ts.PropertyAssignment & { readonly name: NamedName });
type NamedName = Exclude<ts.PropertyName, ts.ComputedPropertyName>;

function isNamed(property: ts.ObjectLiteralElementLike): property is NamedProperty {
  if (ts.isShorthandPropertyAssignment(property)) return true;
  return ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name);
}

function nameText(transformer: Transformer, { name }: NamedProperty): string {
  // Of a number the name that it gives: that of 0x10 is "16".
  const isPlain = ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name);
  return isPlain ? name.text : name.getText(transformer.sourceFile);
}

// A name that comes twice, and the one that names a prototype, mean something else in the list of marks.
function haveOwnNames(transformer: Transformer, properties: readonly NamedProperty[]): boolean {
  const names = new Set(properties.map((property) => nameText(transformer, property)));
  return names.size === properties.length && !names.has("__proto__");
}

const steps: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken]);

/** A property whose name stands in the snippet. */
interface NamedPart {
  readonly name: string;
  readonly code: string;
  readonly mark: string;
}

/** `{ ...one, users: one.users + 1 }`, `[users + 1, last]`: a step on the way into a new object or list. */
function countStep(transformer: Transformer, node: ts.Expression, pair: Pair): Pair {
  const turn = ts.isBinaryExpression(node) && steps.has(node.operatorToken.kind) ? transformer.turn() : undefined;
  return turn === undefined ? pair : { code: pair.code, mark: `$.countOn(${pair.mark}, ${turn})` };
}

function namedPart(transformer: Transformer, property: NamedProperty): NamedPart {
  const name = nameText(transformer, property);
  if (!ts.isShorthandPropertyAssignment(property))
    return { name, ...countStep(transformer, property.initializer, transformer.pair(property.initializer)) };
  return { name, code: name, mark: hasShadow(transformer, property.name) ? shadowOf(property.name) : lost };
}

function listProperties(parts: readonly NamedPart[]): string {
  return parts.map(({ name, code }) => `${JSON.stringify(name)}: ${code}`).join(", ");
}

/** The number of the parts' names, and the mark of each: the last arguments of what makes an object with marks. */
function writeMarks(transformer: Transformer, parts: readonly NamedPart[]): string {
  const names = transformer.constant(`$.names(${parts.map(({ name }) => JSON.stringify(name)).join(", ")})`);
  return [names, ...parts.map(({ mark }) => mark)].join(", ");
}

function writeNamed(transformer: Transformer, parts: readonly NamedPart[]): string {
  return parts.length === 0 ? "{ }" : `$.object({ ${listProperties(parts)} }, ${writeMarks(transformer, parts)})`;
}

/** `{ ...source, name: value }` */
function writeExtended(transformer: Transformer, source: ts.Expression, named: readonly NamedProperty[]): string {
  const spread = transformer.temporary();
  const code = transformer.code(source);
  const parts = named.map((property) => namedPart(transformer, property));
  const properties = [`...(${spread} = ${code})`, listProperties(parts)].filter((one) => one !== "");
  return `$.extend({ ${properties.join(", ")} }, ${spread}, ${writeMarks(transformer, parts)})`;
}

function writePart(transformer: Transformer, property: ts.ObjectLiteralElementLike): string {
  if (ts.isSpreadAssignment(property)) return `...$.spread(${transformer.code(property.expression)})`;
  if (isNamed(property)) {
    const { name, code, mark } = namedPart(transformer, property);
    return `${JSON.stringify(name)}: ${code}, [${transformer.constant(`$.s(${JSON.stringify(name)})`)}]: ${mark}`;
  }
  return transformer.code(property);
}

/** A list of the snippet, with the marks of its items. */
export function writeList(transformer: Transformer, node: ts.ArrayLiteralExpression): string {
  const isPlain = node.elements.every((one) => !ts.isSpreadElement(one) && !isMarked(transformer, one));
  if (isPlain || node.elements.some(ts.isOmittedExpression)) {
    const replacements = node.elements.map((one) => ({ node: one, text: transformer.code(one) }));
    return replaceParts(transformer.sourceFile, node, replacements);
  }
  if (!node.elements.some(ts.isSpreadElement)) {
    const items = node.elements.map((one) => countStep(transformer, one, transformer.pair(one)));
    const list = (of: "code" | "mark"): string => items.map((one) => one[of]).join(", ");
    return `$.array([${list("code")}], ${list("mark")})`;
  }
  const parts = node.elements.map((one) => {
    if (ts.isSpreadElement(one)) return `[${transformer.code(one.expression)}]`;
    const { code, mark } = transformer.pair(one);
    return `[${code}, ${mark}]`;
  });
  return `$.arrayOfParts([${parts.join(", ")}])`;
}
