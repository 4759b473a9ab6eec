import ts from "typescript";

/** What the rules that put a snippet into words know beside the text. */
export interface Vocabulary {
  readonly typeChecker: ts.TypeChecker;
  /** Every name of a field in the stub: a name of the snippet's own that is one of these is said to be the snippet's own. */
  readonly fieldNames: ReadonlySet<string>;
  /** What parameters of the snippet's functions stand for in the call being said; empty text for the item itself. */
  readonly bound: ReadonlyMap<ts.Declaration, string>;
}

/** The vocabulary of a snippet compiled against that stub. */
export function createVocabulary(typeChecker: ts.TypeChecker, stubFile: ts.SourceFile): Vocabulary {
  return { typeChecker, fieldNames: fieldNamesOf(stubFile), bound: new Map() };
}

/** Names of fields by stub: a stub is large, and the compiler hands out the same one for snippet after snippet. */
const known = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

function fieldNamesOf(stubFile: ts.SourceFile): ReadonlySet<string> {
  const before = known.get(stubFile);
  if (before !== undefined) return before;
  const fieldNames = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)))
      fieldNames.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(stubFile);
  known.set(stubFile, fieldNames);
  return fieldNames;
}

/** Words that a literal must not be taken for, where it stands bare in a sentence. */
const reserved = new Set("set not and or true false null undefined always never it is among before after".split(" "));

/**
 * A text of the snippet as it stands in a sentence: bare where it can be taken for nothing else, in quotes otherwise. Letters
 * that look like Latin ones beside Latin ones, and what cannot be seen, are written as escapes.
 */
export function quoteText(text: string, fieldNames: ReadonlySet<string>): string {
  const isBare = /^[\w@.:+-]+$/.test(text) && /[A-Za-z]/.test(text);
  if (isBare && !reserved.has(text.toLowerCase()) && !text.split(".").every((one) => fieldNames.has(one))) return text;
  return withEscapes(JSON.stringify(text));
}

/** A text as JSON, in which letters that look like Latin ones beside Latin ones, and what cannot be seen, are written as escapes. */
export function withEscapes(json: string): string {
  const isMixed =
    /\p{Script=Latin}/u.test(json) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(json);
  return json.replaceAll(isMixed ? /[^\x20-\x7e]/gu : /[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A name of the snippet's own; said to be so where Okta has a field of that name. */
export function ownName(name: string, fieldNames: ReadonlySet<string>): string {
  return fieldNames.has(name) ? `the snippet's own ${name}` : name;
}
