import ts from "typescript";
import { declarationOf, findConstant, isImported } from "../name-of.ts";
import { methodCall } from "./method-call.ts";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * `users.map((user, index) => devices[index])`: nothing but the order joins the two lists. `users[index + 1]` beside a user is
 * another user.
 */
export function joinByPlace(node: ts.Node, vocabulary: Vocabulary): string | undefined {
  const taken = takenByPlace(node, vocabulary);
  const walked = taken === undefined ? undefined : walkedBy(taken.place, vocabulary);
  if (taken === undefined || walked === undefined) return undefined;
  const [one, other] = [rootsOf(taken.list, vocabulary), rootsOf(walked, vocabulary)];
  const [list, items] = [taken.list, walked].map((side) => sayValue(side, vocabulary) ?? side.getText());
  if (![...one].some((root) => other.has(root)))
    return `Takes from ${list} by an item's place in ${items}: nothing but their order joins the two`;
  if (ts.isIdentifier(taken.place)) return undefined;
  return `Takes another item of ${list} beside each, by its place ${taken.place.getText()}`;
}

/** `list[place]` and `list.at(place)`. */
function takenByPlace(
  node: ts.Node,
  vocabulary: Vocabulary,
): { readonly list: ts.Expression; readonly place: ts.Expression } | undefined {
  if (ts.isElementAccessExpression(node)) return { list: node.expression, place: node.argumentExpression };
  const called = methodCall(node, vocabulary);
  const [place] = called?.given ?? [];
  return called?.name === "at" && place !== undefined ? { list: called.list, place } : undefined;
}

/** Methods that tell their function an item and its place. */
const walking: ReadonlySet<string> = new Set(["map", "flatMap", "filter", "forEach"]);

/** The list whose items' places an expression speaks of. */
function walkedBy(node: ts.Node, vocabulary: Vocabulary): ts.Expression | undefined {
  if (!ts.isIdentifier(node)) return ts.forEachChild(node, (child) => walkedBy(child, vocabulary));
  const declaration = declarationOf(node, vocabulary.typeChecker);
  if (declaration === undefined || !ts.isParameter(declaration)) return undefined;
  const { parent: owner } = declaration;
  if (!ts.isArrowFunction(owner) || owner.parameters[1] !== declaration) return undefined;
  const called = methodCall(owner.parent, vocabulary);
  return called !== undefined && walking.has(called.name) ? called.list : undefined;
}

/** What a list was made of, item by item: itself, what `map` walked, what `each` read for. */
function rootsOf(
  node: ts.Expression,
  vocabulary: Vocabulary,
  roots: Set<ts.Declaration> = new Set(),
): ReadonlySet<ts.Declaration> {
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node))
    return rootsOf(node.expression, vocabulary, roots);
  const source = ts.isIdentifier(node) ? named(node, roots, vocabulary) : walkedFor(node, vocabulary);
  return source === undefined ? roots : rootsOf(source, vocabulary, roots);
}

/** What a name stands for; the name itself is kept among the roots. */
function named(
  node: ts.Identifier,
  roots: Set<ts.Declaration>,
  { typeChecker }: Vocabulary,
): ts.Expression | undefined {
  const declaration = declarationOf(node, typeChecker);
  if (declaration === undefined || roots.has(declaration)) return undefined;
  roots.add(declaration);
  return findConstant(node, typeChecker);
}

/** The list that `map` walks, `each` reads for, or `Promise.all` waits for. */
function walkedFor(node: ts.Expression, vocabulary: Vocabulary): ts.Expression | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const called = methodCall(node, vocabulary);
  if (called?.name === "map") return called.list;
  const { expression, arguments: given } = node;
  const isEach =
    ts.isIdentifier(expression) && expression.text === "each" && isImported(expression, vocabulary.typeChecker);
  return isEach || called?.name === "all" ? given[0] : undefined;
}
