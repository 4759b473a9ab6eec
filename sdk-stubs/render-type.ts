import type { Property, Shape } from "../registry/shape.ts";
import { resolveShape } from "../registry/shape-path.ts";

/** Says how a named shape is written, and takes note that it is needed. */
export type NameType = (name: string) => string;

const plainKey = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** The TypeScript type of a shape. Secret properties are left out; what may be absent may be null too. */
export function renderType(shape: Shape, nameType: NameType): string {
  const text = renderBare(shape, nameType);
  return shape.nullable === true && text !== "unknown" && text !== "null" ? `${text} | null` : text;
}

function renderBare(shape: Shape, nameType: NameType): string {
  switch (shape.kind) {
    case "string":
      return renderText(shape);
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "array": {
      const items = renderType(shape.items, nameType);
      return /[|&]/.test(items) ? `readonly (${items})[]` : `readonly ${items}[]`;
    }
    case "object":
      return renderObject(shape, nameType);
    case "named":
      return nameType(shape.name);
    case "union":
      return renderUnion(shape, nameType);
    case "unknown":
      return "unknown";
  }
}

function renderText(shape: Shape & { kind: "string" }): string {
  if (shape.values === undefined) return "string";
  if (shape.values.length === 0) return shape.nullable === true ? "null" : "string";
  return shape.values.map((value) => JSON.stringify(value)).join(" | ");
}

/** An object type in braces; a map where no key is named. */
function renderObject(shape: Shape & { kind: "object" }, nameType: NameType): string {
  const members = renderMembers(shape.properties, nameType);
  if (members.length > 0) return `{ ${members.join("; ")} }`;
  // Keys that the API does not name are offered only where it names none: beside named ones an invented key would pass.
  if (shape.others === undefined) return "Readonly<Record<string, never>>";
  return `Readonly<Record<string, ${renderType(shape.others, nameType)}>>`;
}

/** The members of an object type, each without its final semicolon. */
export function renderMembers(properties: Readonly<Record<string, Property>>, nameType: NameType): readonly string[] {
  return Object.entries(properties)
    .filter(([, property]) => property.secret !== true)
    .map(([name, property]) => {
      const key = plainKey.test(name) ? name : JSON.stringify(name);
      const type = renderType(property.shape, nameType);
      if (property.required) return `readonly ${key}: ${type}`;
      const nullable = type === "unknown" || type.endsWith("| null") ? type : `${type} | null`;
      return `readonly ${key}?: ${nullable}`;
    });
}

function renderUnion(shape: Shape & { kind: "union" }, nameType: NameType): string {
  const members = shape.of.map((one, index) => {
    const type = renderType(one, nameType);
    const when = shape.when?.[index] ?? [];
    if (shape.by === undefined || one.kind !== "named" || when.length === 0) return type;
    // An intersection costs the compiler more than all else in a check: written only where it says something.
    if (tellsItself(one, shape.by, when)) return type;
    return `${type} & { readonly ${shape.by}: ${when.map((value) => JSON.stringify(value)).join(" | ")} }`;
  });
  const texts = [...new Set(members)].map((one) => (one.includes("&") ? `(${one})` : one));
  return texts.length > 1 ? `${texts.join(" | ")}` : (texts[0] ?? "unknown");
}

/** Whether a member of a discriminated union has exactly the values that tell it from the others in its own type. */
function tellsItself(member: Shape, by: string, when: readonly string[]): boolean {
  const resolved = resolveShape(member);
  const tag = resolved.kind === "object" ? resolved.properties[by] : undefined;
  if (tag?.required !== true || tag.shape.kind !== "string" || tag.shape.nullable === true) return false;
  const values = tag.shape.values ?? [];
  return values.length === when.length && values.every((value) => when.includes(value));
}
