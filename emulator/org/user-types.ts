import { dateText, dayMs } from "./clock-text.ts";
import type { JsonObject } from "./json.ts";
import { objectId } from "./object-id.ts";

const kinds = [
  { name: "user", displayName: "User", description: "Okta user profile template with default permission settings" },
  { name: "contractor", displayName: "Contractor", description: "People with a contract that ends" },
  { name: "service_account", displayName: "Service account", description: "Accounts of machines" },
];

/** Id of the user type at this index. */
export function userTypeId(seed: number, index: number): string {
  return objectId(seed, "oty", index);
}

/** Id of the schema of the user type at this index. */
export function userSchemaId(seed: number, index: number): string {
  return objectId(seed, "osc", index);
}

/** The org's user types as the API lists them. */
export function createUserTypes(seed: number, origin: string, now: number): readonly JsonObject[] {
  return kinds.map((kind, index) => ({
    id: userTypeId(seed, index),
    displayName: kind.displayName,
    name: kind.name,
    description: kind.description,
    createdBy: objectId(seed, "00u", 0),
    lastUpdatedBy: objectId(seed, "00u", 0),
    created: dateText(now - 1800 * dayMs),
    lastUpdated: dateText(now - 300 * dayMs),
    default: index === 0,
    _links: {
      schema: { rel: "schema", href: `${origin}/api/v1/meta/schemas/user/${userSchemaId(seed, index)}`, method: "GET" },
      self: { rel: "self", href: `${origin}/api/v1/meta/types/user/${userTypeId(seed, index)}`, method: "GET" },
    },
  }));
}
