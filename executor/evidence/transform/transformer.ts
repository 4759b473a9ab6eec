import type ts from "typescript";
import type { Walks } from "./walks.ts";

/** An expression as two texts: what gives its value, and what gives its mark right after that. */
export interface Pair {
  readonly code: string;
  readonly mark: string;
  /** What gives the mark of what chose the value: asked where the value itself says nothing, as a literal or what a lookup did not find. */
  readonly chosen?: string;
}

/** What every rule of the pair transform works with. */
export interface Transformer extends Walks {
  readonly sourceFile: ts.SourceFile;
  readonly typeChecker: ts.TypeChecker;
  /** The text of a node, transformed inside. */
  readonly code: (node: ts.Node) => string;
  /** The two texts of an expression. */
  readonly pair: (node: ts.Expression) => Pair;
  /** The same where the value carries its own marks, or none: its mark is that of the place where it stood. */
  readonly pairOfAny: (node: ts.Expression) => Pair;
  /** A variable of the function around, for a value that code and mark both need. */
  readonly temporary: () => string;
  /** Collects the temporaries of a function while its body is written. */
  readonly inFunction: (body: () => string) => { readonly text: string; readonly temporaries: readonly string[] };
  /** The module's constant for what an expression of the runtime gives, `$.key("login")`. */
  readonly constant: (expression: string) => string;
}

/** A mark that says that the origin is lost. */
export const lost = "undefined";

/** What chose any of these. */
export function chosenBy(parts: readonly Pair[]): string | undefined {
  const chosen = parts.flatMap((one) => one.chosen ?? []);
  return chosen.length === 0 ? undefined : chosen.join(", ");
}

/** The mark of what is worked out from operands: a mix of theirs, or of what chose them where none of them was read. */
export function markOfMix(operands: readonly Pair[]): string {
  const marks = operands.map((one) => one.mark).join(", ");
  const chosen = chosenBy(operands);
  return chosen === undefined ? `$.mix(${marks})` : `($.read(${marks}) ?? $.unread($.because(${chosen}), ${marks}))`;
}

/** A list that is walked, with those that are filled in the walk. */
export function walking(list: string, filled: readonly string[]): string {
  return filled.length === 0 ? list : `$.walk(${list}, ${filled.join(", ")})`;
}

/** The declaration of a function's temporaries. `var` costs nothing where `let` sets each of them on every call. */
export function declareTemporaries(names: readonly string[]): string {
  return names.length === 0 ? "" : `var ${names.join(", ")};`;
}

/** The mark of a property of `base`, a variable that can be read again. */
export function markOfProperty(transformer: Transformer, base: string, name: string, mayBeAbsent: boolean): string {
  const text = JSON.stringify(name);
  const [tag, key] = [transformer.constant("$.tag"), transformer.constant(`$.key(${text})`)];
  // What is not tagged gives no number, and is looked up.
  return `(${base}${mayBeAbsent ? "?." : ""}[${tag}] + ${key} || $.at(${base}, ${text}))`;
}

/** A piece of a node's text and what stands there instead. */
export interface Replacement {
  readonly node: ts.Node;
  readonly text: string;
}

/** The text of a node with some of its parts replaced. */
export function replaceParts(sourceFile: ts.SourceFile, node: ts.Node, replacements: readonly Replacement[]): string {
  const sorted = replacements.toSorted((a, b) => a.node.pos - b.node.pos);
  let at = node.getStart(sourceFile);
  let text = "";
  for (const { node: part, text: instead } of sorted) {
    text += sourceFile.text.slice(at, part.getStart(sourceFile)) + instead;
    at = part.end;
  }
  return text + sourceFile.text.slice(at, node.end);
}
