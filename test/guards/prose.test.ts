// Holds the habits that no linter in use can hold: every export says what it is for, and no name of ours is one of
// Okta's own nouns used for something else.
import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** Okta's nouns, and the word that we use instead. */
const taken: Readonly<Record<string, string>> = {
  session: "run",
  policy: "limits",
  log: "journal",
  event: "entry",
  submission: "plan",
  campaign: "batch",
  principal: "operator",
  template: "report",
};

/** Names that carry an Okta noun because they are about Okta's own thing of that name. */
const oktasOwn = new Set<string>([]);

interface Exported {
  readonly file: string;
  readonly name: string;
  readonly documented: boolean;
}

function namesOf(statement: ts.Statement, source: ts.SourceFile): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((one) => one.name.getText(source));
  const named = statement as ts.Statement & { readonly name?: ts.Node };
  return named.name === undefined ? [] : [named.name.getText(source)];
}

function exportsOf(file: string): readonly Exported[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    if (!ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) return [];
    const documented = ts.getJSDocCommentsAndTags(statement).length > 0;
    return namesOf(statement, source).map((name) => ({ file, name, documented }));
  });
}

const folders =
  "terms,registry,sdk-stubs,okta,executor,audit,planner,library,reports,main,cli,emulator,deliveries,scripts,bench";
const all = globSync(`{${folders}}/**/*.ts`, { exclude: ["**/node_modules"] })
  .filter((file) => !file.includes(".generated.") && !/^reports\/(?:starter|stig)\//.test(file))
  .flatMap(exportsOf);

test("every export says what it is for", () => {
  // Overload signatures after the first share its comment.
  const documented = new Set(all.filter((one) => one.documented).map((one) => `${one.file}: ${one.name}`));
  expect([...new Set(all.map((one) => `${one.file}: ${one.name}`))].filter((one) => !documented.has(one))).toEqual([]);
});

test("no name of ours is one of Okta's nouns", () => {
  const words = (name: string): readonly string[] => name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase());
  const ours = all.filter(
    (one) => !/^(registry|emulator|okta|sdk-stubs|scripts)\//.test(one.file) && !oktasOwn.has(one.name),
  );
  expect(
    ours.flatMap((one) =>
      words(one.name)
        .filter((word) => Object.hasOwn(taken, word))
        .map((word) => `${one.file}: ${one.name} (say ${taken[word] ?? ""})`),
    ),
  ).toEqual([]);
});

test("the guard did look at the tree", () => {
  expect(all.length).toBeGreaterThan(100);
});
