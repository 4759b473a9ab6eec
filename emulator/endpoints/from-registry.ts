import { findShape, listOperations } from "../../registry/catalogue.ts";
import type { Operation } from "../../registry/operation.ts";
import type { Shape } from "../../registry/shape.ts";
import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import { answerPage, walkOver } from "../http/page.ts";
import type { Json } from "../org/json.ts";
import { findApp, findGroup, findPerson } from "./find.ts";

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

type ObjectShape = Extract<Shape, { readonly kind: "object" }>;

function plainObject(shape: ObjectShape, depth: number): Json {
  return Object.fromEntries(
    Object.entries(shape.properties)
      .filter(([, property]) => property.whenExpanded === undefined && property.secret !== true)
      .map(([name, property]) => [name, plainValue(property.shape, depth + 1)]),
  );
}

function plainText(shape: Extract<Shape, { readonly kind: "string" }>): string {
  return shape.values?.[0] ?? (shape.format === "date-time" ? "2020-01-01T00:00:00.000Z" : "");
}

/** The plainest value of a shape: what an org shows that never set the thing. */
function plainValue(shape: Shape | undefined, depth: number): Json {
  return shape === undefined || shape.nullable === true || depth > 6 ? null : setValue(shape, depth);
}

function setValue(shape: Shape, depth: number): Json {
  switch (shape.kind) {
    case "string":
      return plainText(shape);
    case "number":
      return shape.minimum ?? 0;
    case "boolean":
      return false;
    case "array":
      return [];
    case "object":
      return plainObject(shape, depth);
    case "named":
      return plainValue(findShape(shape.name), depth + 1);
    case "union":
      return plainValue(shape.of[0], depth + 1);
    case "unknown":
      return null;
  }
}

/** 404 where the path hangs on a user, a group or an app that the org does not have. */
function missingParent(operation: Operation, call: Call): Answer | undefined {
  const parent = /^\/api\/v1\/(users|groups|apps)\/\{(\w+)\}/.exec(operation.path);
  if (parent === null) return undefined;
  const [, kind, name] = parent;
  const find = { users: findPerson, groups: findGroup, apps: findApp }[kind ?? ""];
  const found = find?.(call, name);
  return found !== undefined && isAnswer(found) ? found : undefined;
}

/** Where the path names one thing by its id, an org that has none of them says 404. */
function namedThing(operation: Operation, call: Call): Answer | undefined {
  const name = /\{(\w+)\}[^{}]*$/.exec(operation.path)?.[1];
  if (name === undefined) return undefined;
  const type = name.replace(/(Id|IdOrLabel|OrLogin)$/, "");
  return notFound(call.parameter(name), type.charAt(0).toUpperCase() + type.slice(1));
}

function answerPlainly(operation: Operation, call: Call): Answer {
  const missing = missingParent(operation, call);
  if (missing !== undefined) return missing;
  if (operation.items === undefined) {
    return (
      namedThing(operation, call) ??
      answerJson(operation.response === undefined ? {} : plainValue(operation.response, 0))
    );
  }
  if (operation.items !== "") return answerJson({ [operation.items]: [] });
  if (operation.paging === "none") return answerJson([]);
  const defaultLimit = operation.defaultLimit ?? 20;
  return answerPage(call, { defaultLimit, maxLimit: operation.maxLimit ?? 200, keep: [] }, walkOver([]));
}

/** Endpoints for every read of the catalogue that has no content of its own here: empty lists, unset settings, 404 for one thing. */
export function endpointsFromRegistry(served: ReadonlySet<string>): readonly Endpoint[] {
  return listOperations()
    .filter((operation) => operation.method === "GET" && !served.has(operation.operationId))
    .map((operation) => ({
      operationId: operation.operationId,
      path: honoPath(operation.path),
      bucket: operation.bucket,
      answer: (call) => answerPlainly(operation, call),
    }));
}
