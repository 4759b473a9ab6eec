import { customAttributes } from "../org/user-object.ts";
import type { FilterRules, Operator } from "./filter-rules.ts";

const searchable: readonly Operator[] = ["eq", "sw", "gt", "ge", "lt", "le", "pr"];
const dated: readonly Operator[] = ["eq", "gt", "ge", "lt", "le"];
const combined = { or: true, and: true, not: false } as const;

/** Okta's own attributes of a user profile. */
const baseAttributes: readonly string[] =
  "city costCenter countryCode department displayName division email employeeNumber firstName honorificPrefix honorificSuffix lastName locale login manager managerId middleName mobilePhone nickName organization postalAddress preferredLanguage primaryPhone profileUrl secondEmail state streetAddress timezone title userType zipCode".split(
    " ",
  );

const profileAttributes = new Set(
  [...baseAttributes, ...customAttributes.map((one) => one.name)].map((name) => `profile.${name}`),
);
const userSearch = new Set(["id", "status", "created", "activated", "statusChanged", "lastUpdated", "type.id"]);
const userContains = new Set(["profile.firstName", "profile.lastName", "profile.email", "profile.login"]);
const userFilter = new Set(["status", "id", "profile.login", "profile.email", "profile.firstName", "profile.lastName"]);

/** `search` of listUsers: `lastLogin` and `passwordChanged` are not among its attributes. */
export const userSearchRules: FilterRules = {
  ...combined,
  operatorsOf: (attribute) => {
    if (userContains.has(attribute)) return [...searchable, "co"];
    return userSearch.has(attribute) || profileAttributes.has(attribute) ? searchable : undefined;
  },
  leastContains: 3,
  caseSensitive: false,
};

/** `filter` of listUsers. */
export const userFilterRules: FilterRules = {
  ...combined,
  operatorsOf: (attribute) => (attribute === "lastUpdated" ? dated : userFilter.has(attribute) ? ["eq"] : undefined),
  caseSensitive: true,
};

const groupSearch = new Set(["id", "type", "created", "lastUpdated", "lastMembershipUpdated", "source.id"]);
const groupContains = new Set(["profile.name", "profile.description"]);

/** `search` of listGroups. */
export const groupSearchRules: FilterRules = {
  ...combined,
  operatorsOf: (attribute) => {
    if (groupContains.has(attribute)) return [...searchable, "co"];
    return groupSearch.has(attribute) || attribute.startsWith("profile.") ? searchable : undefined;
  },
  caseSensitive: false,
};

/** `filter` of listGroups. */
export const groupFilterRules: FilterRules = {
  ...combined,
  operatorsOf: (attribute) => {
    if (attribute === "lastUpdated" || attribute === "lastMembershipUpdated") return ["eq", "gt", "lt"];
    return attribute === "id" || attribute === "type" ? ["eq"] : undefined;
  },
  caseSensitive: true,
};

const appFilter = new Set([
  "status",
  "id",
  "name",
  "credentials.signing.kid",
  "settings.slo.enabled",
  "user.id",
  "group.id",
]);

/** `filter` of listApplications: one comparison, and none by label or sign-on mode. */
export const appFilterRules: FilterRules = {
  or: false,
  and: false,
  not: false,
  operatorsOf: (attribute) => (appFilter.has(attribute) ? ["eq"] : undefined),
  caseSensitive: true,
};

const deviceContains = new Set(
  ["displayName", "serialNumber", "imei", "meid", "udid", "sid"].map((name) => `profile.${name}`),
);

/** `search` of listDevices. */
export const deviceSearchRules: FilterRules = {
  ...combined,
  operatorsOf: (attribute) => {
    if (deviceContains.has(attribute)) return [...searchable, "co"];
    return ["id", "status", "lastUpdated"].includes(attribute) || attribute.startsWith("profile.")
      ? searchable
      : undefined;
  },
  caseSensitive: false,
};

/** `filter` of listNetworkZones. */
export const zoneFilterRules: FilterRules = {
  ...combined,
  operatorsOf: (attribute) => (["id", "usage", "system"].includes(attribute) ? ["eq"] : undefined),
  caseSensitive: true,
};

const logOperators: readonly Operator[] = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr"];
const logRoots = new Set(
  "actor client device authenticationContext displayMessage eventType outcome securityContext severity debugContext legacyEventType transaction uuid version request target".split(
    " ",
  ),
);

/** `filter` of listLogEvents: any field but `published`, which `since` and `until` bound. */
export const logFilterRules: FilterRules = {
  or: true,
  and: true,
  not: true,
  operatorsOf: (attribute) => {
    if (!logRoots.has(attribute.split(".")[0] ?? "")) return undefined;
    const noContains = /^debugContext\.debugData\.(url|requestUri)$/.test(attribute);
    return noContains ? logOperators.filter((one) => one !== "co") : logOperators;
  },
  caseSensitive: false,
};
