import ts from "typescript";
import type { Machine } from "./machine.ts";
import { membersOf } from "./response-types.ts";

/** What kind of thing a value is by its type, so far as methods differ by it. */
export type Family =
  | "text"
  | "number"
  | "boolean"
  | "list"
  | "map"
  | "set"
  | "date"
  | "pattern"
  | "read"
  | "listing"
  | "object";

const byName: Readonly<Record<string, Family>> = {
  String: "text",
  Number: "number",
  Boolean: "boolean",
  Map: "map",
  ReadonlyMap: "map",
  Set: "set",
  ReadonlySet: "set",
  Date: "date",
  RegExp: "pattern",
  Promise: "read",
  PromiseLike: "read",
  Read: "read",
  Listing: "listing",
  IterableIterator: "list",
  IteratorObject: "list",
  ArrayIterator: "list",
  MapIterator: "list",
  SetIterator: "list",
  StringIterator: "list",
  AsyncIterable: "list",
  Iterable: "list",
};

function familyOfType(typeChecker: ts.TypeChecker, type: ts.Type): Family {
  if (typeChecker.isArrayLikeType(type)) return "list";
  if (type.flags & ts.TypeFlags.StringLike) return "text";
  if (type.flags & ts.TypeFlags.NumberLike) return "number";
  if (type.flags & ts.TypeFlags.BooleanLike) return "boolean";
  const name = type.symbol?.name;
  return (name === undefined ? undefined : byName[name]) ?? "object";
}

/** The family of an expression's type; of a union the first member's. */
export function familyOf(machine: Pick<Machine, "typeChecker">, node: ts.Node): Family {
  const { typeChecker } = machine;
  const [first] = membersOf(typeChecker, typeChecker.getTypeAtLocation(node));
  return first === undefined ? "object" : familyOfType(typeChecker, first);
}
