import ts from "typescript";
import { familyOf } from "../../origins/family.ts";
import { pairMethod } from "./methods.ts";
import { isMarked } from "./types.ts";
import { pairOperand } from "./operands.ts";
import { lost, markOfMix, markOfProperty, type Pair, replaceParts, type Transformer } from "./transformer.ts";

const sizes: ReadonlySet<string> = new Set(["length", "size"]);

/** The mark of `base.name`, where `base` is a variable that can be read again. */
function markOfLink(
  transformer: Transformer,
  base: string,
  node: ts.PropertyAccessExpression,
  baseMark: string,
): string {
  const family = familyOf(transformer, node.expression);
  const { text } = node.name;
  if (sizes.has(text) && (family === "list" || family === "map" || family === "set")) return `$.items(${base})`;
  if (family === "text") return `$.mix(${baseMark})`;
  return markOfProperty(transformer, base, text, ts.isOptionalChain(node));
}

/** `base.name` without `?.` */
export function pairProperty(transformer: Transformer, node: ts.PropertyAccessExpression): Pair {
  const whole = transformer.pair(node.expression);
  const base = transformer.temporary();
  return {
    code: `(${base} = ${whole.code}).${node.name.text}`,
    mark: markOfLink(transformer, base, node, whole.mark),
  };
}

/** `base[key]` without `?.` */
export function pairElement(transformer: Transformer, node: ts.ElementAccessExpression): Pair {
  const [base, key] = [transformer.temporary(), transformer.temporary()];
  const asked = transformer.pair(node.argumentExpression);
  if (familyOf(transformer, node.expression) === "text") {
    const text = transformer.pair(node.expression);
    return { code: `(${text.code})[${asked.code}]`, mark: markOfMix([text, asked]) };
  }
  const code = `(${base} = ${transformer.code(node.expression)})[${key} = ${asked.code}]`;
  return { code, mark: `$.at(${base}, ${key})`, chosen: `$.decidedAt(${base}, ${key}, ${asked.mark})` };
}

type Link = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression;

function isLink(node: ts.Node): node is Link {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node);
}

function linksOf(node: Link): { readonly base: ts.Expression; readonly links: readonly Link[] } {
  const links: Link[] = [];
  let at: ts.Expression = node;
  while (isLink(at) && ts.isOptionalChain(at)) {
    links.unshift(at);
    at = at.expression;
  }
  return { base: at, links };
}

/**
 * An expression with `?.`, written as nested conditions: parentheses around a part of a chain would end it, and
 * `(t = a?.b).c` throws where `a?.b.c` does not.
 */
export function pairOptionalChain(transformer: Transformer, node: Link): Pair {
  const { base, links } = linksOf(node);
  if (links.some((one) => ts.isCallExpression(one) && !isMethod(one))) return writeNative(transformer, base, links);
  const start = pairOperand(transformer, base);
  const startChosen = isMarked(transformer, base) ? start.chosen : start.mark;
  const reset: string[] = [];
  let current: Pair = start;
  let open = "";
  let closed = "";
  for (const link of links) {
    if (ts.isPropertyAccessExpression(link) && isCalled(link, links)) {
      if (link.questionDotToken !== undefined)
        ({ current, open, closed } = openCondition(transformer, current, open, closed));
      continue;
    }
    if (!ts.isCallExpression(link) && link.questionDotToken !== undefined)
      ({ current, open, closed } = openCondition(transformer, current, open, closed));
    current = followLink(transformer, link, current, reset);
  }
  const chain = `${open}${current.code}${closed}`;
  const code = `(${[...reset.map((one) => `${one} = undefined`), chain].join(", ")})`;
  const chosen = [startChosen, current.chosen].filter((one) => one !== undefined).join(", ");
  return { code, mark: current.mark, ...(chosen === "" ? {} : { chosen: `$.because(${chosen})` }) };
}

function isMethod(call: ts.CallExpression): boolean {
  return call.questionDotToken === undefined && ts.isPropertyAccessExpression(call.expression);
}

function isCalled(link: ts.PropertyAccessExpression, links: readonly Link[]): boolean {
  return links.some((one) => ts.isCallExpression(one) && one.expression === link);
}

function openCondition(
  transformer: Transformer,
  current: Pair,
  open: string,
  closed: string,
): { readonly current: Pair; readonly open: string; readonly closed: string } {
  const value = transformer.temporary();
  return {
    current: { code: value, mark: current.mark },
    open: `${open}((${value} = ${current.code}) == null ? undefined : `,
    closed: `)${closed}`,
  };
}

function followLink(transformer: Transformer, link: Link, current: Pair, reset: string[]): Pair {
  if (ts.isCallExpression(link)) {
    const method = link.expression;
    if (!ts.isPropertyAccessExpression(method)) return current;
    const result = pairMethod(transformer, link, method, current);
    reset.push(...result.temporaries);
    return result;
  }
  const base = transformer.temporary();
  reset.push(base);
  if (ts.isPropertyAccessExpression(link))
    return {
      code: `(${base} = ${current.code}).${link.name.text}`,
      mark: markOfLink(transformer, base, link, current.mark),
    };
  const key = transformer.temporary();
  return {
    code: `(${base} = ${current.code})[${key} = ${transformer.code(link.argumentExpression)}]`,
    mark: familyOf(transformer, link.expression) === "text" ? `$.mix(${current.mark})` : `$.at(${base}, ${key})`,
  };
}

function writeNative(transformer: Transformer, base: ts.Expression, links: readonly Link[]): Pair {
  const last = links.at(-1);
  if (last === undefined) return { code: transformer.code(base), mark: lost };
  const parts = links.flatMap((link): readonly ts.Node[] =>
    ts.isCallExpression(link) ? link.arguments : ts.isElementAccessExpression(link) ? [link.argumentExpression] : [],
  );
  const replacements = [base, ...parts].map((node) => ({ node, text: transformer.code(node) }));
  return { code: `(${replaceParts(transformer.sourceFile, last, replacements)})`, mark: lost };
}
