// Holds that the documents name every variable of the environment that is read, and none that is not.
import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** The desktop's own, by which a keychain is found: nobody sets them for Attest. */
const desktop = ["DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"];

const isVariable = (name: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(name);

/** What the environment is called where it is read. */
const isEnvironment = (node: ts.Node | undefined): boolean =>
  node !== undefined && /^(process[.]env|environment|variables)$/.test(node.getText());

/** `environment.NAME` and `environment["NAME"]`. */
function accessed(node: ts.Node): readonly string[] {
  if (ts.isPropertyAccessExpression(node) && isEnvironment(node.expression)) return [node.name.text];
  if (!ts.isElementAccessExpression(node) || !isEnvironment(node.expression)) return [];
  return ts.isStringLiteral(node.argumentExpression) ? [node.argumentExpression.text] : [];
}

/** `const { NAME: name } = environment`, and the settings as they are declared. */
function declared(node: ts.Node): readonly string[] {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return [];
  if (node.name.getText() === "shape") return keysOf(node.initializer);
  if (!ts.isObjectBindingPattern(node.name) || !isEnvironment(node.initializer)) return [];
  return node.name.elements.map((one) => (one.propertyName ?? one.name).getText());
}

/** `valueOf(environment, "NAME")`. */
function handedOver(node: ts.Node): readonly string[] {
  if (!ts.isCallExpression(node) || !node.arguments.some(isEnvironment)) return [];
  return node.arguments.flatMap((one) => (ts.isStringLiteral(one) ? [one.text] : []));
}

/** The properties of an object that a call is given, as the settings are declared. */
function keysOf(call: ts.Expression): readonly string[] {
  if (!ts.isCallExpression(call)) return [];
  return call.arguments.flatMap((one) =>
    ts.isObjectLiteralExpression(one) ? one.properties.map((property) => property.name?.getText() ?? "") : [],
  );
}

function variablesReadIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    names.push(...[...accessed(node), ...declared(node), ...handedOver(node)].filter(isVariable));
    node.forEachChild(visit);
  };
  visit(source);
  return names;
}

const readBy = (pattern: string): readonly string[] =>
  [...new Set(globSync(pattern).flatMap(variablesReadIn))].toSorted();

function namedIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)`/g)].map(([, name = ""]) => name))].toSorted();
}

test("the README's list of settings names every variable that is read, and none that is not", () => {
  const readme = readFileSync("README.md", "utf8");
  const list = /\n(- `OKTA_DOMAIN`[\s\S]*?)\n\n/.exec(readme)?.[1] ?? "";
  const read = readBy(
    "{cli,main,planner,executor,okta,audit,deliveries,library,reports,tables,emulator}/**/*.{ts,mjs}",
  );
  expect(namedIn(list)).toEqual(read.filter((name) => !desktop.includes(name)));
});

test("what tests, measurements and scripts read stands in CONTRIBUTING.md", () => {
  const named = namedIn(readFileSync("CONTRIBUTING.md", "utf8"));
  const read = readBy("{test,bench,scripts}/**/*.{ts,mjs}").filter((name) => /^ATTEST_(?!HOME|KEYS)/.test(name));
  expect(read.filter((name) => !named.includes(name))).toEqual([]);
  expect(named.filter((name) => name.startsWith("ATTEST_") && !read.includes(name))).toEqual([]);
});
