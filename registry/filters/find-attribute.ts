import { findOperation } from "../catalogue.ts";
import type { OrgSchema } from "../org-schema.ts";
import { itemShape, resolveShape, shapeAt } from "../shape-path.ts";
import type { Shape } from "../shape.ts";
import type { ExpressionLanguage, FilterAttribute } from "./filter-language.ts";

/** The attribute of that name in the language, with the org's own profile attributes; undefined where it cannot be compared. */
export function findAttribute(
  language: ExpressionLanguage,
  operationId: string,
  name: string,
  orgSchema: OrgSchema,
): FilterAttribute | undefined {
  if (language.refused !== undefined && Object.hasOwn(language.refused, name)) return undefined;
  if (Object.hasOwn(language.attributes, name)) return language.attributes[name];
  if (language.allFields === true) return fieldOf(operationId, name);
  if (!name.startsWith("profile.") || language.profile === undefined) return undefined;
  const inProfile = name.slice("profile.".length);
  if (language.profile === "any") return fieldOf(operationId, name) ?? { type: "text" };
  const found = orgSchema[language.profile].find((one) => one.name === inProfile);
  return found === undefined ? undefined : ofShape(found.shape);
}

/** Every name that could have been meant, for the help text. */
export function listAttributes(language: ExpressionLanguage, orgSchema: OrgSchema): readonly string[] {
  const profile =
    language.profile === "user" || language.profile === "group"
      ? orgSchema[language.profile].map((one) => `profile.${one.name}`)
      : [];
  return [...Object.keys(language.attributes), ...profile];
}

function fieldOf(operationId: string, name: string): FilterAttribute | undefined {
  const operation = findOperation(operationId);
  const item = operation === undefined ? undefined : itemShape(operation);
  if (item === undefined) return undefined;
  // In a filter a list is compared by any of its items: `target.id` is `target[].id` of the response.
  const found = shapeAt(item, name) ?? shapeAt(item, name.replace(/^([A-Za-z]+)\./, "$1[]."));
  return found === undefined ? undefined : ofShape(found);
}

function ofShape(shape: Shape): FilterAttribute {
  const resolved = resolveShape(shape);
  if (resolved.kind === "array") return ofShape(resolved.items);
  if (resolved.kind === "number") return { type: "number" };
  if (resolved.kind === "boolean") return { type: "boolean", operators: ["eq", "pr"] };
  if (resolved.kind !== "string") return { type: "text" };
  if (resolved.format === "date-time" || resolved.format === "date") return { type: "date" };
  return resolved.values === undefined ? { type: "text" } : { type: "text", values: resolved.values };
}
