import ts from "typescript";
import type { Operation } from "../../registry/operation.ts";
import type { Value } from "../origins/value.ts";

/**
 * Names that the runtime and the language read of a value by themselves: candidates of `named` and `exactlyOne`, a thrown
 * value's own words, and what turns an object into a text, a number or a promise.
 */
const alwaysRead: readonly string[] = [
  ..."id status label name displayName profile login".split(" "),
  ..."message stack cause length then toString valueOf toJSON".split(" "),
];

/**
 * Every name by which a snippet can read a property: all names and texts of its own (a path such as `profile.name` in its
 * parts), those that the runtime reads, and the properties under which the items of lists stand. Sorted.
 */
export function namesInText(sourceFile: ts.SourceFile, operations: readonly Operation[]): readonly string[] {
  const names = new Set(alwaysRead);
  for (const { items } of operations) if (items !== undefined && items !== "") names.add(items);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    else if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node))
      for (const part of [node.text, ...node.text.split(".")]) names.add(part);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return [...names].toSorted();
}

/** Whether a value is surely an object that the snippet made itself, and no answer of Okta. */
export function isOwnObject(value: Value | undefined): boolean {
  if (value === undefined || value.objects.size === 0 || value.unknown !== undefined) return false;
  return value.places.size === 0 && value.inputs.size === 0;
}
