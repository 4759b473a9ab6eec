import type { Property, Shape } from "../shape.ts";
import { presence } from "./presence.ts";
import { replacements } from "./replacements.ts";
import { secretFields, secretNames } from "./secret-fields.ts";
import { widenedEnums } from "./widened-enums.ts";

/** Finds a named shape of the specification, before the overlay. */
export type FindRaw = (name: string) => Shape | undefined;

/** What the overlay says of a shape that a named one is made of: unions hand theirs down to their members. */
interface Inherited {
  readonly presence: ReadonlyMap<string, boolean>;
  readonly secret: ReadonlySet<string>;
}

/** A named shape with everything that the overlay corrects, without what `expand` brings. */
export function amendShape(name: string, raw: Shape, parents: readonly string[]): Shape {
  const names = [...parents, name];
  const inherited: Inherited = {
    presence: new Map(names.flatMap((one) => presenceOf(one))),
    secret: new Set(names.flatMap((one) => secretFields[one] ?? [])),
  };
  const replaced = Object.assign({}, ...names.map((one) => replacements[one] ?? {}));
  return amend(raw, names, "", inherited, replaced);
}

function presenceOf(name: string): [string, boolean][] {
  const text = presence[name];
  if (text === undefined) return [];
  return text.split(" ").map((one) => (one.endsWith("?") ? [one.slice(0, -1), true] : [one, false]));
}

function amend(
  shape: Shape,
  names: readonly string[],
  path: string,
  inherited: Inherited,
  replaced: Readonly<Record<string, Shape>>,
): Shape {
  const down = (one: Shape, at: string): Shape => amend(one, names, at, inherited, replaced);
  const widened = names.map((one) => widenedEnums[path === "" ? one : `${one} ${path}`]).find((one) => one);
  switch (shape.kind) {
    case "string":
      return widened === undefined || shape.values === undefined
        ? shape
        : { ...shape, values: [...new Set([...shape.values, ...widened])] };
    case "array":
      return { ...shape, items: down(shape.items, path) };
    case "union":
      return { ...shape, of: shape.of.map((one) => down(one, path)) };
    case "object":
      return amendObject(shape, path, inherited, replaced, down);
    case "named":
    case "number":
    case "boolean":
    case "unknown":
      return shape;
  }
}

function amendObject(
  shape: Shape & { kind: "object" },
  path: string,
  inherited: Inherited,
  replaced: Readonly<Record<string, Shape>>,
  down: (shape: Shape, at: string) => Shape,
): Shape {
  const properties: Record<string, Property> = {};
  const prefix = path === "" ? "" : `${path}.`;
  for (const [name, property] of Object.entries(shape.properties)) {
    // What `expand` brings is stated by operation, not by shape.
    if (name === "_embedded" && path === "" && !(`${prefix}${name}` in replaced)) continue;
    const at = `${prefix}${name}`;
    const nullable = inherited.presence.get(at);
    const inner = replaced[at] ?? down(property.shape, at);
    const isSecret = property.secret === true || inherited.secret.has(at) || secretNames.has(name);
    properties[name] = {
      shape: nullable === true ? { ...inner, nullable: true } : withoutNull(inner, nullable === false),
      required: nullable !== undefined || property.required,
      ...(isSecret ? { secret: true } : {}),
    };
  }
  for (const [at, added] of Object.entries(replaced)) {
    if (!at.startsWith(prefix)) continue;
    const name = at.slice(prefix.length);
    if (name.includes(".") || name in properties) continue;
    properties[name] = { shape: added, required: inherited.presence.has(at) };
  }
  const open = shape.others?.kind === "unknown" ? freeValue : shape.others;
  return { ...shape, properties, ...(open === undefined ? {} : { others: open }) };
}

const freeValue: Shape = { kind: "named", name: "FreeValue" };

function withoutNull(shape: Shape, strictly: boolean): Shape {
  if (!strictly || shape.nullable !== true) return shape;
  const { nullable: _nullable, ...rest } = shape;
  return rest;
}
