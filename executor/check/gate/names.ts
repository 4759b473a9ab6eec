import ts from "typescript";
import type { GateProblem, GateRule } from "./gate-rule.ts";

const noPlace =
  "A snippet works on what Okta answered and nothing else; the same answers must always give the same rows.";

/** Globals that a snippet must not name, and what to do instead. */
const globals: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    "eval Function globalThis global window self process require module exports Buffer Reflect Proxy WeakRef WeakMap WeakSet FinalizationRegistry Symbol Atomics SharedArrayBuffer ArrayBuffer DataView WebAssembly Temporal Intl fetch XMLHttpRequest WebSocket Worker structuredClone performance crypto Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array Iterator AsyncIterator escape unescape ivm"
      .split(" ")
      .map((name) => [name, "Leave it out: strings, arrays, Map, Set and the helpers of 'okta' are there."]),
  ),
  ...Object.fromEntries(
    "setTimeout setInterval setImmediate clearTimeout clearInterval queueMicrotask requestAnimationFrame"
      .split(" ")
      .map((name) => [name, "There are no timers; the host paces reads."]),
  ),
  console: "Use note(text), which is kept with the run.",
  arguments: "Name the parameters.",
};

/** Properties that lead from a value to the machinery behind it. */
const properties = new Set(
  "constructor prototype __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ caller callee call apply bind getPrototypeOf setPrototypeOf defineProperty defineProperties getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols".split(
    " ",
  ),
);

/** What 'okta' hands out: known to the check and to the reader by name, imported or not. */
const helpers = new Set(
  "okta each named exactlyOne declined same targetOf notKnown now daysAgo hoursAgo daysSince isBefore dayOf startOfDay filter note inputTable".split(
    " ",
  ),
);

const language =
  "Array Boolean Date Error Infinity JSON Map Math NaN Number Object Promise Set String undefined parseInt parseFloat isNaN isFinite";

const known: ReadonlySet<string> = new Set([...helpers, ...language.split(" ")]);

/** Names that lead out of a snippet, or that say another thing than they seem to. */
export const names: GateRule = (node) => {
  if (ts.isStringLiteralLike(node)) return literalKey(node);
  if (!ts.isIdentifier(node)) return undefined;
  const name = node.text;
  if (name.includes("$")) {
    return {
      node,
      code: "gate/name",
      message: `The name ${name} holds a $.`,
      why: "Such names are kept for the code that traces values.",
      help: "Use letters, digits and _.",
    };
  }
  if (isPropertyName(node)) return properties.has(name) ? banned(node, name) : undefined;
  if (Object.hasOwn(globals, name)) {
    return {
      node,
      code: "gate/name",
      message: `${name} is not for snippets.`,
      why: noPlace,
      help: globals[name] ?? "",
    };
  }
  if (isDeclared(node) && known.has(name)) return declaredAgain(node);
  return properties.has(name) && !["call", "apply", "bind"].includes(name) ? banned(node, name) : undefined;
};

function declaredAgain(node: ts.Identifier): GateProblem {
  return {
    node,
    code: "gate/shadowed-import",
    message: `${node.text} is declared again, although it comes from ${helpers.has(node.text) ? "'okta'" : "the language"}.`,
    why: "The check and the reader take the name for the one that they know.",
    help: "Choose another name.",
  };
}

function literalKey(node: ts.StringLiteralLike): GateProblem | undefined {
  const { parent } = node;
  const isKey =
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node) ||
    ts.isComputedPropertyName(parent);
  return isKey && properties.has(node.text) ? banned(node, node.text) : undefined;
}

function banned(node: ts.Node, name: string): GateProblem {
  return {
    node,
    code: "gate/name",
    message: `The property ${name} is not for snippets.`,
    why: "It leads from a value to the machinery behind it, where no answer of Okta is.",
    help: "Read the response's own fields.",
  };
}

/** True where an identifier names a property rather than a variable. */
function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return ts.isQualifiedName(parent) && parent.right === node;
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent))
    return parent.name === node;
  if (ts.isFunctionDeclaration(parent) || ts.isFunctionExpression(parent)) return parent.name === node;
  return (ts.isTypeAliasDeclaration(parent) || ts.isInterfaceDeclaration(parent)) && parent.name === node;
}
