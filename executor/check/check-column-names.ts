import type ts from "typescript";
import type { Finding } from "../../terms/finding.ts";
import type { Field } from "../../terms/field.ts";
import type { Column, Origin } from "../../terms/origin.ts";
import type { Operation } from "../../registry/operation.ts";
import { itemShape, resolveShape, shapeAt } from "../../registry/shape-path.ts";
import type { Shape } from "../../registry/shape.ts";
import { findingAt } from "./finding-at.ts";
import { fieldsOf } from "../../terms/origin.ts";

/** Where each column stands in the snippet, by name. */
export type ColumnPlaces = ReadonlyMap<string, ts.Node>;

/** Columns that are named like a field of the answers that they are made from, but do not come from it. */
export function checkColumnNames(
  sourceFile: ts.SourceFile,
  columns: readonly Column[],
  operations: readonly Operation[],
  places: ColumnPlaces,
): readonly Finding[] {
  return columns.flatMap(({ name, origin }) => {
    const fields = fieldsOf(origin);
    const involved = operations.filter(
      (one) => fields.length === 0 || fields.some((field) => field.startsWith(`${one.operationId} `)),
    );
    const like = involved.flatMap((one) => fieldsNamed(one, name))[0];
    const isFrom = valuesOf(origin).some((field) => plain(lastName(field)) === plain(name));
    if (like === undefined || origin.kind === "unknown" || isFrom) return [];
    if (isOfKeys(origin, operations) || isAsked(origin, name)) return [];
    const node = places.get(name);
    return [
      findingAt(sourceFile, node === undefined ? 0 : node.getStart(sourceFile), {
        code: "origins/misleading-name",
        message: `The column ${name} is named like ${like}, but ${isOwnText(origin) ? "is the snippet's own text" : "comes from elsewhere"}.`,
        why: "Whoever reads the answer takes such a column for Okta's own field.",
        help: `Name the column ${freeName(name, origin, involved)}, or take its value from ${like}.`,
      }),
    ];
  });
}

/** A name for the column that says where its values come from, and that no field of those operations has. */
function freeName(name: string, origin: Origin, operations: readonly Operation[]): string {
  const fields = valuesOf(origin)
    .map(lastName)
    .filter((one) => /^[A-Za-z]+$/.test(one));
  const ends = origin.kind === "count" ? ["count"] : fields;
  const [free = `${name}Here`] = [...ends, "text"]
    .map((end) => withEnd(name, `${end.slice(0, 1).toUpperCase()}${end.slice(1)}`))
    .filter((one) => operations.every((operation) => fieldsNamed(operation, one).length === 0));
  return free;
}

/** `managerId` with Id is `managerOktaId`: said twice, it would say nothing. */
function withEnd(name: string, end: string): string {
  const isThere = name.length > end.length && name.toLowerCase().endsWith(end.toLowerCase());
  return isThere ? `${name.slice(0, -end.length)}Okta${end}` : `${name}${end}`;
}

/** The names under which values stand in an object whose keys Okta leaves to the org: the row is about such a key. */
function isOfKeys(origin: Origin, operations: readonly Operation[]): boolean {
  if (origin.kind !== "count") return false;
  return origin.fields.every((field) => {
    const [operationId, path = ""] = field.split(" ");
    const operation = operations.find((one) => one.operationId === operationId);
    const shape = operation === undefined || path === "" ? undefined : itemShape(operation);
    const found = shape === undefined ? undefined : shapeAt(shape, path);
    const resolved = found === undefined ? undefined : resolveShape(found);
    return (
      resolved?.kind === "object" && resolved.others !== undefined && Object.keys(resolved.properties).length === 0
    );
  });
}

/** What a read was asked for under the parameter of that name. */
function isAsked(origin: Origin, name: string): boolean {
  return origin.kind === "literal" && origin.askedAs?.some((one) => plain(one) === plain(name)) === true;
}

/** The fields whose values stand in the cells; those that only chose them are not among these. */
function valuesOf(origin: Origin): readonly Field[] {
  return "fields" in origin ? origin.fields : [];
}

function isOwnText({ kind }: Origin): boolean {
  return kind === "literal" || kind === "chosen";
}

/** A name as a reader takes it: `Status`, `user.status` and `profile.status` are all read as status. */
function plain(name: string): string {
  return name
    .slice(name.search(/[^.\s/]*$/))
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

function lastName(field: Field): string {
  return field.slice(field.search(/[.\s][^.\s]*$/) + 1).replaceAll("[]", "");
}

/** Plain values of an operation's items by that name: of the item itself, or of its profile. */
function fieldsNamed(operation: Operation, name: string): readonly string[] {
  const shape = itemShape(operation);
  const wanted = plain(name);
  if (shape === undefined || wanted === "") return [];
  const own = propertiesOf(shape);
  const profile = namedExactly(shape, "profile");
  const paths = [...own, ...(profile === undefined ? [] : propertiesOf(profile).map((one) => `profile.${one}`))];
  return paths
    .filter((path) => plain(path) === wanted && isPlain(namedExactly(shape, path)))
    .map((path) => `${operation.operationId} ${path}`);
}

function propertiesOf(shape: Shape): readonly string[] {
  const resolved = resolveShape(shape);
  return resolved.kind === "object" ? Object.keys(resolved.properties) : [];
}

/** The shape at a path of named fields only: keys that Okta does not name are no fields to be taken for. */
function namedExactly(shape: Shape, path: string): Shape | undefined {
  const [first, rest] = path.split(".");
  const resolved = resolveShape(shape);
  if (resolved.kind !== "object" || first === undefined || !Object.hasOwn(resolved.properties, first)) return undefined;
  const found = shapeAt(resolved, first);
  return rest === undefined || found === undefined ? found : namedExactly(found, rest);
}

function isPlain(shape: Shape | undefined): boolean {
  return shape !== undefined && ["string", "number", "boolean"].includes(resolveShape(shape).kind);
}
