import { expect, test } from "vitest";
import { baseSchema, parseOrgSchema } from "../../registry/schema-attributes.ts";

const userSchema = {
  definitions: {
    base: { id: "#base", properties: { login: { type: "string" }, department: { type: "string" } } },
    custom: {
      id: "#custom",
      properties: {
        badge: { type: "integer" },
        tier: { type: "string", enum: ["gold", "silver"] },
        skills: { type: "array", items: { type: "string" } },
        "no-name": { type: "string" },
        constructor: { type: "string" },
      },
    },
  },
};
const groupSchema = { definitions: { base: { properties: { name: { type: "string" } } } } };

test("Okta's base schema has 31 user attributes, of which login and email are never null", () => {
  const { user, degraded, readAt } = baseSchema();
  const never = user.filter((one) => one.shape.nullable !== true).map((one) => one.name);
  expect({ count: user.length, never, degraded, readAt }).toEqual({
    count: 31,
    never: ["login", "email"],
    degraded: true,
    readAt: undefined,
  });
});

test("an org's schema gives its base and custom attributes, and leaves out names that cannot be written", () => {
  const { user, group, degraded, readAt } = parseOrgSchema(userSchema, groupSchema, "2026-11-23T00:00:00.000Z");
  expect({ user, group, degraded, readAt }).toEqual({
    user: [
      { name: "login", shape: { kind: "string" }, from: "base" },
      { name: "department", shape: { kind: "string", nullable: true }, from: "base" },
      { name: "badge", shape: { kind: "number", integer: true, nullable: true }, from: "custom" },
      { name: "tier", shape: { kind: "string", values: ["gold", "silver"], nullable: true }, from: "custom" },
      { name: "skills", shape: { kind: "array", items: { kind: "string" }, nullable: true }, from: "custom" },
    ],
    group: [{ name: "name", shape: { kind: "string" }, from: "base" }],
    degraded: false,
    readAt: "2026-11-23T00:00:00.000Z",
  });
});

test("a schema that could not be read leaves the base attributes and says so", () => {
  expect(parseOrgSchema(undefined, { errorCode: "E0000006" })).toEqual(baseSchema());
});

test("the version follows the attributes, not the time of reading", () => {
  const early = parseOrgSchema(userSchema, groupSchema, "2026-01-01T00:00:00.000Z").version;
  const late = parseOrgSchema(userSchema, groupSchema, "2026-02-01T00:00:00.000Z").version;
  expect([early === late, early === baseSchema().version]).toEqual([true, false]);
});
