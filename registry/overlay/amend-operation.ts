import type { Effect } from "../../terms/effect.ts";
import type { OperationFacts } from "../operation-facts.ts";
import type { Operation, OperationParameter, Paging } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { absentIsAnswer } from "./absent.ts";
import { bucketOf } from "./buckets.ts";
import { effects } from "./effects.ts";
import { embedded } from "./embedded.ts";
import { pagingFacts } from "./paging.ts";
import { addedParameters } from "./added-parameters.ts";
import { responses } from "./responses.ts";
import { isReviewedRead } from "./reviewed-reads.ts";

type FindRaw = (name: string) => Shape | undefined;

/** An operation as the other stages see it: the stated facts with the overlay's judgements and corrections. */
export function amendOperation(stated: OperationFacts, findRaw: FindRaw): Operation {
  const instead = responses[stated.operationId];
  const facts = instead === undefined ? stated : { ...stated, response: instead };
  const { paging: _paging, bucket: _bucket, defaultLimit: _default, maxLimit: _max, ...rest } = facts;
  const corrected = pagingFacts[facts.operationId];
  const items = corrected?.items ?? itemsOf(facts, findRaw);
  const response = items === "" && facts.response?.kind === "named" ? asList(facts.response, findRaw) : facts.response;
  const limit = facts.parameters.find((one) => one.name === "limit")?.shape;
  const specified = limit?.kind === "number" ? limit.maximum : undefined;
  const defaultLimit = corrected?.defaultLimit ?? facts.defaultLimit;
  const maxLimit = corrected?.maxLimit ?? facts.maxLimit ?? specified;
  const expands = embedded[facts.operationId];
  return {
    ...rest,
    ...effectOf(facts),
    parameters: parametersOf(facts),
    ...(response === undefined ? {} : { response }),
    ...(items === undefined ? {} : { items }),
    paging: items === undefined ? "none" : (corrected?.paging ?? facts.paging ?? pagingOf(facts, items, findRaw)),
    ...(defaultLimit === undefined ? {} : { defaultLimit }),
    ...(maxLimit === undefined ? {} : { maxLimit }),
    bucket: (facts.bucket ?? bucketOf(facts.path)).replace("{id:.+}", "{id}"),
    ...(absentIsAnswer.has(facts.operationId) ? { absentIsAnswer: true } : {}),
    ...(expands === undefined ? {} : { embedded: expands }),
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
  return {
    ...parameter,
    shape: { kind: "string", values: [...new Set([...(parameter.shape.values ?? []), ...values])] },
  };
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

function pagingOf(facts: OperationFacts, items: string, findRaw: FindRaw): Paging {
  const response = resolve(facts.response, findRaw);
  const links = response?.kind === "object" ? resolve(response.properties["_links"]?.shape, findRaw) : undefined;
  if (items !== "" && links?.kind === "object" && links.properties["next"] !== undefined) return "body";
  return facts.parameters.some((one) => one.name === "after") ? "link" : "none";
}

function resolve(shape: Shape | undefined, findRaw: FindRaw): Shape | undefined {
  return shape?.kind === "named" ? resolve(findRaw(shape.name), findRaw) : shape;
}
