import ts from "typescript";
import { isOfLanguage } from "../name-of.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A method of the language, what it is called on and what it is given. */
export interface MethodCall {
  readonly name: string;
  readonly list: ts.Expression;
  readonly given: readonly ts.Expression[];
}

/** The call of one of the language's methods that a node is, if it is one. */
export function methodCall(node: ts.Node, { typeChecker }: Vocabulary): MethodCall | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  if (!isOfLanguage(typeChecker.getSymbolAtLocation(name)?.valueDeclaration)) return undefined;
  return { name: name.text, list: expression, given: node.arguments };
}
