import { findShape } from "../registry/catalogue.ts";
import type { OrgSchema, SchemaAttribute } from "../registry/org-schema.ts";
import type { Property, Shape } from "../registry/shape.ts";
import { type NameType, renderMembers, renderType } from "./render-type.ts";

/** Names that the prelude or the language's own library hold; a shape of such a name is written with `Okta` before it. */
const taken = new Set(["Error", "Read", "Listing", "Cell", "Row", "TextPath", "NotKnown", "Okta", "Record", "Promise"]);

/** Collects the named types that are reached from what is rendered, and declares each once. */
export class TypeDeclarations {
  readonly #orgSchema: OrgSchema;
  readonly #declared = new Map<string, string>();

  constructor(orgSchema: OrgSchema) {
    this.#orgSchema = orgSchema;
  }

  /** The written name of a named shape. Declares it, and what it leads to, at the first call. */
  readonly nameType: NameType = (name) => {
    const written = taken.has(name) ? `Okta${name}` : name;
    if (this.#declared.has(written)) return written;
    const shape = this.#shapeOf(name);
    if (shape === undefined) return "unknown";
    // Set before its members are rendered: shapes may lead back to themselves.
    this.#declared.set(written, "");
    this.#declared.set(written, this.#declare(written, shape));
    return written;
  };

  /** All declarations, sorted by name. */
  render(): string {
    return [...this.#declared]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => text)
      .join("\n");
  }

  #shapeOf(name: string): Shape | undefined {
    if (name === "UserProfile") return profileShape(this.#orgSchema.user, ["login", "email"]);
    if (name === "GroupProfile") return groupProfile(this.#orgSchema.group);
    // What an app gives to a group's members is held in attributes of its users' schema.
    if (name === "AppUserProfile" || name === "GroupAssignmentProfile") {
      return profileShape(this.#orgSchema.appUser, []);
    }
    return findShape(name);
  }

  #declare(written: string, shape: Shape): string {
    if (shape.kind !== "object" || shape.nullable === true || Object.keys(shape.properties).length === 0) {
      return `export type ${written} = ${renderType(shape, this.nameType)};`;
    }
    return `export interface ${written} { ${renderMembers(shape.properties, this.nameType).join("; ")} }`;
  }
}

/** A group's attributes, and those that groups of Active Directory bring beside the org's schema. */
function groupProfile(attributes: readonly SchemaAttribute[]): Shape {
  const own = profileShape(attributes, ["name"]);
  const directory = findShape("OktaActiveDirectoryGroupProfile");
  if (own.kind !== "object" || directory?.kind !== "object") return own;
  return { ...own, properties: { ...directory.properties, ...own.properties } };
}

/** The shape of a profile with exactly the org's attributes; the named ones are in every profile. */
export function profileShape(attributes: readonly SchemaAttribute[], always: readonly string[]): Shape {
  const properties: Record<string, Property> = {};
  for (const { name, shape } of attributes) properties[name] = { shape, required: always.includes(name) };
  return { kind: "object", properties };
}
