import type { OrgSchema } from "../../registry/org-schema.ts";
import type { OrgDefinition } from "../../terms/definition.ts";
import { saidDefinitions } from "./defined-words.ts";
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
  /** Names of the org's own words by how they are said. */
  readonly defined: ReadonlyMap<string, string>;
}

/** Names of attributes that mean something else of Okta as well, or a word of the grammar. */
const ambiguous: ReadonlySet<string> = new Set(
  "user type,user types,state,status,type,types,group,groups,app,apps,role,roles,factor,factors,access,admin,mfa,id,ids,created,name,names,member,members,last login,user,users".split(
    ",",
  ),
);

/** The scope of one question. Attributes are known by their names, as one word and as several, and by our own words for them. */
export function createScope(
  clock: string,
  schema: OrgSchema | undefined,
  definitions: readonly OrgDefinition[] = [],
): Scope {
  const attributes = new Map<string, string>();
  const kinds = new Map<string, AttributeKind>();
  for (const { name, shape } of schema?.user ?? []) {
    if (!/^[A-Za-z]\w*$/.test(name)) continue;
    const apart = name
      .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
      .replaceAll("_", " ")
      .toLowerCase();
    for (const said of [name.toLowerCase(), apart, `${apart}s`]) if (!ambiguous.has(said)) attributes.set(said, name);
    kinds.set(name, kindOf(shape));
  }
  for (const [said, name] of Object.entries(attributeWords))
    if (schema === undefined || kinds.has(name)) attributes.set(said, name);
  return { clock, attributes, kinds, defined: saidDefinitions(definitions) };
}

function kindOf(shape: OrgSchema["user"][number]["shape"]): AttributeKind {
  if (shape.kind === "number") return "number";
  if (shape.kind === "boolean") return "flag";
  return shape.kind === "array" ? "list" : "text";
}
