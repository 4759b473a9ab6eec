import { dateText, dayMs } from "./clock-text.ts";
import type { JsonObject } from "./json.ts";
import type { OrgBase } from "./org-base.ts";
import { customAttributes } from "./user-object.ts";
import { userSchemaId, userTypeId } from "./user-types.ts";

const titles: readonly (readonly [name: string, title: string])[] = [
  ["login", "Username"],
  ["firstName", "First name"],
  ["lastName", "Last name"],
  ["middleName", "Middle name"],
  ["honorificPrefix", "Honorific prefix"],
  ["honorificSuffix", "Honorific suffix"],
  ["email", "Primary email"],
  ["title", "Title"],
  ["displayName", "Display name"],
  ["nickName", "Nickname"],
  ["profileUrl", "Profile Url"],
  ["secondEmail", "Secondary email"],
  ["mobilePhone", "Mobile phone"],
  ["primaryPhone", "Primary phone"],
  ["streetAddress", "Street address"],
  ["city", "City"],
  ["state", "State"],
  ["zipCode", "Zip code"],
  ["countryCode", "Country code"],
  ["postalAddress", "Postal Address"],
  ["preferredLanguage", "Preferred language"],
  ["locale", "Locale"],
  ["timezone", "Time zone"],
  ["userType", "User type"],
  ["employeeNumber", "Employee number"],
  ["costCenter", "Cost center"],
  ["organization", "Organization"],
  ["division", "Division"],
  ["department", "Department"],
  ["managerId", "ManagerId"],
  ["manager", "Manager"],
];

const attribute = (title: string, type: string, more: JsonObject = {}): JsonObject => ({
  title,
  type,
  ...more,
  mutability: "READ_WRITE",
  scope: "NONE",
  permissions: [{ principal: "SELF", action: "READ_ONLY" }],
  master: { type: "PROFILE_MASTER" },
});

/** The schema of a user type: Okta's base attributes and the org's own. */
export function userSchema(org: OrgBase, typeIndex: number): JsonObject {
  const self = `${org.origin}/api/v1/meta/schemas/user/${userSchemaId(org.seed, typeIndex)}`;
  const base = titles.map(([name, title]) => [name, attribute(title, "string", { maxLength: 100 })] as const);
  const custom = customAttributes.map(({ name, title, type }) => {
    const items = type === "array" ? { items: { type: "string" } } : {};
    const values = name === "riskTier" ? { enum: ["low", "medium", "high"] } : {};
    return [
      name,
      attribute(title, type, { description: `Acme's ${title.toLowerCase()}`, ...items, ...values }),
    ] as const;
  });
  return {
    id: self,
    $schema: "http://json-schema.org/draft-04/schema#",
    name: typeIndex === 0 ? "user" : "contractor",
    title: "User",
    lastUpdated: dateText(org.now - 50 * dayMs),
    created: dateText(org.now - 1800 * dayMs),
    definitions: {
      custom: { id: "#custom", type: "object", properties: Object.fromEntries(custom), required: [] },
      base: { id: "#base", type: "object", properties: Object.fromEntries(base), required: ["login", "email"] },
    },
    type: "object",
    properties: { profile: { allOf: [{ $ref: "#/definitions/custom" }, { $ref: "#/definitions/base" }] } },
    _links: {
      self: { rel: "self", href: self, method: "GET" },
      type: {
        rel: "type",
        href: `${org.origin}/api/v1/meta/types/user/${userTypeId(org.seed, typeIndex)}`,
        method: "GET",
      },
    },
  };
}

/** The schema of groups. */
export function groupSchema(org: OrgBase): JsonObject {
  const self = `${org.origin}/api/v1/meta/schemas/group/default`;
  return {
    id: self,
    $schema: "http://json-schema.org/draft-04/schema#",
    name: "group",
    title: "Okta group",
    lastUpdated: dateText(org.now - 400 * dayMs),
    created: dateText(org.now - 1800 * dayMs),
    definitions: {
      custom: { id: "#custom", type: "object", properties: {}, required: [] },
      base: {
        id: "#base",
        type: "object",
        properties: {
          name: attribute("Name", "string", { required: true, minLength: 1, maxLength: 255 }),
          description: attribute("Description", "string", { maxLength: 1024 }),
        },
        required: ["name"],
      },
    },
    type: "object",
    properties: { profile: { allOf: [{ $ref: "#/definitions/custom" }, { $ref: "#/definitions/base" }] } },
    _links: { self: { rel: "self", href: self, method: "GET" } },
  };
}
