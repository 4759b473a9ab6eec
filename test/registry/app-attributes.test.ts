import { expect, test } from "vitest";
import { uniteAttributes } from "../../registry/app-attributes.ts";
import type { SchemaAttribute } from "../../registry/org-schema.ts";
import { keptSchemaText, parseKeptSchema } from "../../registry/kept-schema.ts";
import { baseSchema, parseAppAttributes, parseOrgSchema, schemaOf } from "../../registry/schema-attributes.ts";
import type { Shape } from "../../registry/shape.ts";

const base = (name: string, shape: Shape): SchemaAttribute => ({ name, shape, from: "base" });
const custom = (name: string, shape: Shape): SchemaAttribute => ({ name, shape, from: "custom" });
const names = { box: { label: "Box", name: "boxnet" }, git: { label: "GitHub", name: "githubcloud" } };
const tier = (...values: readonly string[]): Shape => ({ kind: "string", values, nullable: true });

const united = uniteAttributes([
  {
    ...names.git,
    attributes: [
      base("userName", { kind: "string" }),
      custom("tier", tier("gold", "silver")),
      custom("seats", { kind: "number", nullable: true }),
    ],
  },
  {
    ...names.box,
    attributes: [
      base("userName", { kind: "string" }),
      custom("tier", tier("gold", "lead")),
      custom("seats", { kind: "array", items: { kind: "string" }, nullable: true }),
    ],
  },
]);

test("attributes of apps are united: each once, with the apps that have it, and with every type that it has in any of them", () => {
  const both = { ofApps: 2, apps: [names.box, names.git] };
  expect(united).toEqual([
    {
      ...custom("seats", {
        kind: "union",
        of: [{ kind: "number" }, { kind: "array", items: { kind: "string" } }],
        nullable: true,
      }),
      ...both,
    },
    { ...custom("tier", tier("gold", "lead", "silver")), ...both },
    { ...base("userName", { kind: "string", nullable: true }), ...both },
  ]);
});

test("an app's schema gives its attributes, any of which may be null; a body of another form gives none", () => {
  const body = {
    definitions: {
      base: { properties: { userName: { type: "string" } } },
      custom: { properties: { roles: { type: "array", items: { type: "object" } }, "1st": { type: "string" } } },
    },
  };
  expect([parseAppAttributes(body), parseAppAttributes({ errorCode: "E0000006" })]).toEqual([
    [
      base("userName", { kind: "string", nullable: true }),
      custom("roles", { kind: "array", items: { kind: "unknown" }, nullable: true }),
    ],
    undefined,
  ]);
});

test("a schema that is kept with a run is the same schema when it is read again, and one without app users has the usual ones", () => {
  const full = schemaOf({ ...baseSchema(), appUser: united, apps: { known: 2, all: 3 } });
  const { user, group } = baseSchema();
  const before = parseKeptSchema(JSON.stringify({ degraded: true, user, group }));
  expect([parseKeptSchema(keptSchemaText(full)), before, full.version === before?.version]).toEqual([
    full,
    baseSchema(),
    false,
  ]);
});

test("what is known of app users does not depend on whether users and groups were read", () => {
  const apps = { appUser: united, apps: { known: 2, all: 2 } };
  const { degraded, appUser, user } = parseOrgSchema(undefined, undefined, undefined, apps);
  expect({ degraded, appUser, users: user.length }).toEqual({ degraded: true, appUser: united, users: 31 });
});
