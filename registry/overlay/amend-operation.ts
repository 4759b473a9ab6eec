import type { Effect } from "../../terms/effect.ts";
import type { OperationFacts } from "../operation-facts.ts";
import type { Operation, OperationParameter, Paging } from "../operation.ts";
import { present } from "../present.ts";
import type { Shape } from "../shape.ts";
import { absentIsAnswer } from "./absent.ts";
import { bucketOf } from "./buckets.ts";
import { effects } from "./effects.ts";
import { embedded } from "./embedded.ts";
import { pagingFacts } from "./paging.ts";
import { permissions } from "./permissions.ts";
import { addedParameters } from "./added-parameters.ts";
import { responses } from "./responses.ts";
import { isReviewedRead } from "./reviewed-reads.ts";

type FindRaw = (name: string) => Shape | undefined;

/** An operation as the other stages see it: the stated facts with the overlay's judgements and corrections. */
export function amendOperation(stated: OperationFacts, findRaw: FindRaw): Operation {
  const { paging: _paging, bucket: _bucket, defaultLimit: _default, maxLimit: _max, ...rest } = stated;
  const facts: OperationFacts = { ...stated, ...present("response", responses[stated.operationId]) };
  const items = pagingFacts[facts.operationId]?.items ?? itemsOf(facts, findRaw);
  const response = items === "" && facts.response !== undefined ? asList(facts.response, findRaw) : facts.response;
  return {
    ...rest,
    ...effectOf(facts),
    parameters: parametersOf(facts),
    ...present("response", response),
    ...present("items", items),
    paging: pagingOf(facts, items, findRaw),
    ...limitsOf(facts),
    bucket: (facts.bucket ?? bucketOf(facts.path)).replace("{id:.+}", "{id}"),
    ...present("absentIsAnswer", absentIsAnswer.has(facts.operationId) ? true : undefined),
    ...present("embedded", embedded[facts.operationId]),
    ...present("permissions", facts.permissions ?? permissions.get(facts.operationId)),
  };
}

function limitsOf(facts: OperationFacts): Pick<Operation, "defaultLimit" | "maxLimit"> {
  const corrected = pagingFacts[facts.operationId];
  const limit = facts.parameters.find((one) => one.name === "limit")?.shape;
  const specified = limit?.kind === "number" ? limit.maximum : undefined;
  return {
    ...present("defaultLimit", corrected?.defaultLimit ?? facts.defaultLimit),
    ...present("maxLimit", corrected?.maxLimit ?? facts.maxLimit ?? specified),
  };
}

function effectOf(facts: OperationFacts): { readonly effect: Effect; readonly effectReason?: string } {
  const judged = effects[facts.operationId];
  if (judged !== undefined) return { effect: judged.effect, effectReason: judged.reason };
  if (facts.method === "DELETE") return { effect: "destructive" };
  if (facts.method !== "GET") return { effect: "write" };
  if (isReviewedRead(facts)) return { effect: "read" };
  return {
    effect: "secret",
    effectReason: "Not reviewed yet: new, or changed in path or scopes, in Okta's specification.",
  };
}

function parametersOf(facts: OperationFacts): readonly OperationParameter[] {
  const added = addedParameters[facts.operationId] ?? [];
  const names = new Set(added.map((one) => one.name));
  const expands = Object.keys(embedded[facts.operationId] ?? {});
  const stated = facts.parameters
    .filter((one) => !names.has(one.name))
    .map((one) => (one.name === "expand" && expands.length > 0 ? withValues(one, expands) : one));
  return [...stated, ...added];
}

function withValues(parameter: OperationParameter, values: readonly string[]): OperationParameter {
  if (parameter.shape.kind !== "string") return parameter;
  const open = values.find((value) => value.endsWith("/*"));
  if (open !== undefined) {
    return { ...parameter, shape: { kind: "string", pattern: `^${open.slice(0, -1)}[A-Za-z0-9_-]+$` } };
  }
  const all = [...new Set([...(parameter.shape.values ?? []), ...values])];
  return { ...parameter, shape: { kind: "string", values: all } };
}

function asList(shape: Shape, findRaw: FindRaw): Shape {
  const raw = shape.kind === "named" ? findRaw(shape.name) : shape;
  return raw?.kind === "array" ? shape : { kind: "array", items: shape };
}

/** Where the items of a list stand: the body itself, or the one array of a body whose operation is named a list. */
function itemsOf(facts: OperationFacts, findRaw: FindRaw): string | undefined {
  const response = resolve(facts.response, findRaw);
  if (response?.kind === "array") return "";
  if (response?.kind !== "object" || !facts.operationId.startsWith("list")) return undefined;
  const arrays = Object.entries(response.properties).filter(([, one]) => resolve(one.shape, findRaw)?.kind === "array");
  return arrays.length === 1 ? arrays[0]?.[0] : undefined;
}

function pagingOf(facts: OperationFacts, items: string | undefined, findRaw: FindRaw): Paging {
  if (items === undefined) return "none";
  return pagingFacts[facts.operationId]?.paging ?? facts.paging ?? specifiedPaging(facts, items, findRaw);
}

function specifiedPaging(facts: OperationFacts, items: string, findRaw: FindRaw): Paging {
  const response = resolve(facts.response, findRaw);
  const links = response?.kind === "object" ? resolve(response.properties["_links"]?.shape, findRaw) : undefined;
  if (items !== "" && links?.kind === "object" && links.properties["next"] !== undefined) return "body";
  return facts.parameters.some((one) => one.name === "after") ? "link" : "none";
}

function resolve(shape: Shape | undefined, findRaw: FindRaw): Shape | undefined {
  return shape?.kind === "named" ? resolve(findRaw(shape.name), findRaw) : shape;
}
