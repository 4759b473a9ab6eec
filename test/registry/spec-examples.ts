import { parse } from "yaml";
import { readShared } from "../shared-data.ts";

/** One answer that Okta's specification shows for an operation. */
export interface ExampleAnswer {
  readonly operationId: string;
  /** The example's name in the specification. */
  readonly name: string;
  readonly body: unknown;
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every JSON answer with 2xx that the specification shows for a GET, with references resolved and texts that hold JSON parsed. */
export function exampleAnswers(): readonly ExampleAnswer[] {
  const document: unknown = parse(readShared("okta-spec/management.yaml"));
  const at = (node: unknown, key: string): unknown => resolve(isNode(node) ? node[key] : undefined);
  const resolve = (node: unknown): unknown => {
    if (!isNode(node) || typeof node["$ref"] !== "string") return node;
    const steps = node["$ref"].slice(2).split("/");
    return steps.reduce<unknown>((found, step) => at(found, step.replaceAll("~1", "/")), document);
  };
  const entries = (node: unknown): readonly (readonly [string, unknown])[] =>
    isNode(node) ? Object.entries(node).map(([key, value]) => [key, resolve(value)] as const) : [];
  return entries(at(document, "paths")).flatMap(([, item]) => {
    const get = at(item, "get");
    const operationId = String(at(get, "operationId"));
    return entries(at(get, "responses"))
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([, response]) => entries(at(response, "content")))
      .filter(([type]) => type.includes("json"))
      .flatMap(([, content]) => entries(at(content, "examples")))
      .map(([name, example]) => ({ operationId, name, body: parsed(at(example, "value")) }))
      .filter((one) => one.body !== undefined);
  });
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
