import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { findShape, listOperations } from "../../registry/catalogue.ts";
import { operationFacts, specificationShapes } from "../../registry/generated-data.ts";
import { absentIsAnswer } from "../../registry/overlay/absent.ts";
import { addedParameters } from "../../registry/overlay/added-parameters.ts";
import { effects } from "../../registry/overlay/effects.ts";
import { embedded } from "../../registry/overlay/embedded.ts";
import { pagingFacts } from "../../registry/overlay/paging.ts";
import { presence } from "../../registry/overlay/presence.ts";
import { addedShapes, replacements } from "../../registry/overlay/replacements.ts";
import { responses } from "../../registry/overlay/responses.ts";
import { secretFields } from "../../registry/overlay/secret-fields.ts";
import type { Shape } from "../../registry/shape.ts";
import { describeChanges } from "../../scripts/registry/describe-changes.ts";
import { generatedFiles, registryFolder } from "../../scripts/registry/generated-files.ts";
import { readShared, sharedPath, withoutSharedData } from "../shared-data.ts";

const document = "okta-spec/management.yaml";

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
}

test.skipIf(withoutSharedData)("the generated data is what the specification gives", () => {
  const files = generatedFiles(dirname(sharedPath(document)), readShared(document));
  const stored = Object.keys(files).map((name) => [name, readFileSync(join(registryFolder, name), "utf8")]);
  expect(Object.fromEntries(stored)).toEqual(files);
});

test.skipIf(withoutSharedData)("every scope, path and parameter equals the specification's", () => {
  const specification = parse(readShared(document));
  const parameters = specification.components.parameters;
  const resolve = (one: Parameter): Parameter => (one.$ref ? parameters[one.$ref.split("/").at(-1) ?? ""] : one);
  const expected = Object.entries<Record<string, never>>(specification.paths).flatMap(([path, item]) =>
    ["get", "post", "put", "patch", "delete", "head"]
      .filter((method) => item[method])
      .map((method) => {
        const operation: {
          operationId: string;
          parameters?: Parameter[];
          security: Record<string, string[]>[];
        } = item[method] ?? { operationId: "", security: [] };
        const all: Parameter[] = [...(item["parameters"] ?? []), ...(operation.parameters ?? [])];
        const names = all.map(resolve).map((one) => `${one.in} ${one.name}`);
        const scopes = operation.security.flatMap((one) => one["oauth2"] ?? []);
        return [operation.operationId, method.toUpperCase(), path, scopes.join(" "), [...new Set(names)].join(",")];
      }),
  );
  const found = operationFacts().operations.map((one) => [
    one.operationId,
    one.method,
    one.path,
    one.scopes.join(" "),
    one.parameters.map((parameter) => `${parameter.in} ${parameter.name}`).join(","),
  ]);
  expect(found).toEqual(expected.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
});

test("the catalogue has 288 GET operations and 444 others", () => {
  const reads = listOperations().filter((one) => one.method === "GET");
  expect([reads.length, listOperations().length - reads.length]).toEqual([288, 444]);
});

test("no correction speaks of an operation or a shape that the specification lacks", () => {
  const operations = new Set(operationFacts().operations.map((one) => one.operationId));
  const shapes = new Set(specificationShapes().names);
  const byOperation = [effects, embedded, pagingFacts, addedParameters, responses].flatMap(Object.keys);
  const byShape = [presence, replacements, secretFields].flatMap(Object.keys);
  expect([
    [...byOperation, ...absentIsAnswer].filter((one) => !operations.has(one)),
    byShape.filter((one) => !shapes.has(one)),
  ]).toEqual([[], []]);
});

test("every named shape that a shape leads to exists", () => {
  const missing = new Set<string>();
  const walk = (shape: Shape): void => {
    if (shape.kind === "named" && findShape(shape.name) === undefined) missing.add(shape.name);
    if (shape.kind === "array") walk(shape.items);
    if (shape.kind === "union") shape.of.forEach(walk);
    if (shape.kind !== "object") return;
    for (const property of Object.values(shape.properties)) walk(property.shape);
    if (shape.others) walk(shape.others);
  };
  const names = [...specificationShapes().names, ...Object.keys(addedShapes)];
  for (const name of names) walk(findShape(name) ?? { kind: "unknown" });
  for (const { response, body, embedded: parts } of listOperations()) {
    for (const shape of [response, body, ...Object.values(parts ?? {}).flatMap(Object.values)]) if (shape) walk(shape);
  }
  expect([...missing]).toEqual([]);
});

test("a change of an operation is told in a line", () => {
  const file = (...lines: readonly string[]): string => `{"operations":[\n${lines.join(",\n")}\n]}\n`;
  const old = file('{"operationId":"getUser","path":"/a"}', '{"operationId":"listUsers","path":"/b"}');
  const now = file('{"operationId":"getUser","path":"/c"}', '{"operationId":"listGroups","path":"/d"}');
  expect(describeChanges("operations", old, now)).toEqual([
    "operations: + listGroups",
    "operations: - listUsers",
    "operations: ~ getUser",
  ]);
});
