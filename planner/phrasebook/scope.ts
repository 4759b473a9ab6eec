import type { OrgSchema } from "../../registry/org-schema.ts";
import { attributeWords } from "./vocabulary.ts";

/** What a value of a profile attribute is. */
export type AttributeKind = "text" | "number" | "flag" | "list";

/** What words are read against: the time, and the attributes of the org. */
export interface Scope {
  /** ISO 8601. */
  readonly clock: string;
  /** Names of attributes by how they are said. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly kinds: ReadonlyMap<string, AttributeKind>;
}

/** The scope of one question. Attributes are known by their names, as one word and as several, and by our own words for them. */
export function createScope(clock: string, schema: OrgSchema | undefined): Scope {
  const attributes = new Map<string, string>();
  const kinds = new Map<string, AttributeKind>();
  for (const { name, shape } of schema?.user ?? []) {
    if (!/^[A-Za-z]\w*$/.test(name)) continue;
    const apart = name
      .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
      .replaceAll("_", " ")
      .toLowerCase();
    for (const said of [name.toLowerCase(), apart, `${apart}s`]) attributes.set(said, name);
    kinds.set(name, kindOf(shape));
  }
  for (const [said, name] of Object.entries(attributeWords))
    if (schema === undefined || kinds.has(name)) attributes.set(said, name);
  return { clock, attributes, kinds };
}

function kindOf(shape: OrgSchema["user"][number]["shape"]): AttributeKind {
  switch (shape.kind) {
    case "number":
      return "number";
    case "boolean":
      return "flag";
    case "array":
      return "list";
    default:
      return "text";
  }
}
