import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** Name under which the library's first file stands in the compiler's memory. */
export const libraryRoot = "/lib/lib.es2023.d.ts";

/** Name of the declarations that take `any` out of the library. */
export const resetName = "/lib/reset.d.ts";

/**
 * Declared after the library, so that these signatures are tried first. Without them `JSON.parse` and `Object.entries`
 * would bring `any` into snippets that never wrote it.
 */
const reset = `
interface JSON { parse(text: string): unknown }
interface ObjectConstructor {
  entries<T>(value: { readonly [key: string]: T } | ArrayLike<T>): [string, T][];
  entries(value: object): [string, unknown][];
  values<T>(value: { readonly [key: string]: T } | ArrayLike<T>): T[];
  values(value: object): unknown[];
  fromEntries<T>(entries: Iterable<readonly [PropertyKey, T]>): { [key: string]: T };
}
interface ArrayConstructor { isArray(value: unknown): value is readonly unknown[] }
interface MapConstructor { new <K = unknown, V = unknown>(): Map<K, V> }
interface SetConstructor { new <T = unknown>(): Set<T> }
`;

/** Names of what is read beside the es2023 library, since models write it: `groupBy`, and methods of Sets and iterators. */
export const recentNames: readonly string[] = [
  "/lib/lib.es2024.collection.d.ts",
  "/lib/lib.es2024.object.d.ts",
  "/lib/lib.es2025.collection.d.ts",
  "/lib/lib.es2025.iterator.d.ts",
];

/**
 * The es2023 library with what models write of later ones, and nothing beside it: no DOM, no Node. Read once from the compiler's own
 * folder, by fixed names.
 */
export function readLibrary(): ReadonlyMap<string, string> {
  const folder = dirname(ts.getDefaultLibFilePath({}));
  const files = new Map<string, string>([[resetName, reset]]);
  const add = (name: string): void => {
    if (files.has(name)) return;
    const text = readFileSync(join(folder, name.slice("/lib/".length)), "utf8");
    files.set(name, text);
    for (const match of text.matchAll(/^\/\/\/ <reference lib="([a-z0-9.]+)"/gm))
      if (match[1] !== undefined) add(`/lib/lib.${match[1]}.d.ts`);
  };
  for (const name of [libraryRoot, ...recentNames]) add(name);
  return files;
}
