import ts from "typescript";
import { expect, test } from "vitest";
import { blankTypes } from "../../../executor/check/blank-types.ts";

const cases: readonly (readonly [string, string])[] = [
  ["import { type Row, okta } from 'okta'", "import { okta } from 'okta'"],
  ["import { okta, type Row } from 'okta'", "import { okta, } from 'okta'"],
  ["import type { Row } from 'okta'", ""],
  ["type A = { b: string }\nlet a", "let a"],
  ["interface A { b: string }\nlet a", "let a"],
  ["const a: Map<string, string[]> = new Map<string, string[]>()", "const a = new Map()"],
  ["const a = [1] as const satisfies readonly number[]", "const a = [1]"],
  ["const f = <T extends object>(a: T, b?: string): T => a", "const f = (a, b ) => a"],
  ["const f = (a: unknown): a is {\n b: string } => a", "const f = (a) => a"],
  [
    "async function f<T>({ a }: { a: T } = { a: 1 }): Promise<T> { return g<T>(a)?.<T>(a) }",
    "async function f({ a } = { a: 1 }) { return g(a)?.(a) }",
  ],
  ["function f(this: void, a?: string) {}", "function f( a) {}"],
  ["function f(this: void) {}", "function f() {}"],
  ["const a = b ? (c): D => c : d", "const a = b ? (c) => c : d"],
  ["const a = b < c", "const a = b < c"],
];

test.for(cases)("%s without its types", ([source, bare]) => {
  const blank = blankTypes(ts.createSourceFile("a.ts", source, ts.ScriptTarget.ES2023, true));
  const tidy = (text: string): string =>
    text
      .replaceAll(/\s+/g, " ")
      .replaceAll(/ (?=[,;()])/g, "")
      .trim();
  expect([blank.length, tidy(blank)]).toEqual([source.length, tidy(bare)]);
});
