import type { OperationFacts } from "../../registry/operation-facts.ts";
import type { OperationParameter } from "../../registry/operation.ts";
import { present } from "../../registry/present.ts";
import type { SchemaConverter } from "./convert-schema.ts";
import {
  referencedName,
  type Schema,
  type Specification,
  type SpecificationBody,
  type SpecificationOperation,
  type SpecificationParameter,
} from "./specification.ts";

const methods = [
  ["get", "GET"],
  ["post", "POST"],
  ["put", "PUT"],
  ["patch", "PATCH"],
  ["delete", "DELETE"],
  ["head", "HEAD"],
] as const;

/** Facts that a second source states about an operation: page sizes, paging, rate-limit bucket. */
export interface RankedOperation {
  readonly operationId: string;
  readonly default_limit: number | null;
  readonly max_limit: number | null;
  readonly pagination: string;
  readonly rate_limit_bucket: string;
}

/** Every operation of the document as facts, sorted by operationId. */
export function convertOperations(
  specification: Specification,
  converter: SchemaConverter,
  ranked: readonly RankedOperation[],
): readonly OperationFacts[] {
  const rankedById = new Map(ranked.map((one) => [one.operationId, one]));
  const operations = Object.entries(specification.paths).flatMap(([path, item]) =>
    methods.flatMap(([key, method]) => {
      const operation = item[key];
      if (operation === undefined) return [];
      const shared = item.parameters ?? [];
      const facts = convertOperation({ specification, converter, path, method, operation, shared });
      return [{ ...facts, ...rankedFacts(rankedById.get(facts.operationId)) }];
    }),
  );
  return operations.toSorted((a, b) => (a.operationId < b.operationId ? -1 : 1));
}

interface Place {
  readonly specification: Specification;
  readonly converter: SchemaConverter;
  readonly path: string;
  readonly method: OperationFacts["method"];
  readonly operation: SpecificationOperation;
  readonly shared: readonly SpecificationParameter[];
}

function convertOperation(place: Place): OperationFacts {
  const { specification, converter, path, method, operation } = place;
  const response = responseSchema(specification, operation);
  const body = schemaOf(resolveBody(specification, operation.requestBody));
  return {
    operationId: operation.operationId,
    method,
    path,
    tag: operation.tags?.[0] ?? "",
    ...accessOf(operation),
    parameters: convertParameters(place),
    ...present("body", body && converter.shape(body)),
    ...present("response", response && converter.shape(response)),
    lifecycle: lifecycleOf(operation),
    ...present("engine", engineOf(operation)),
    ...present("permissions", operation["x-okta-iam-permissions"]),
    ...present("adminRoles", operation["x-okta-iam-admin-roles"]),
  };
}

function accessOf(operation: SpecificationOperation): Pick<OperationFacts, "scopes" | "tokens"> {
  const security = operation.security ?? [];
  return {
    scopes: security.flatMap((one) => one["oauth2"] ?? []),
    tokens: security.some((one) => one["apiToken"] !== undefined),
  };
}

function lifecycleOf(operation: SpecificationOperation): string {
  return operation.deprecated === true ? "DEPRECATED" : (operation["x-okta-lifecycle"]?.lifecycle ?? "GA");
}

function engineOf(operation: SpecificationOperation): "classic" | "oie" | undefined {
  const skus = operation["x-okta-lifecycle"]?.SKUs ?? [];
  if (skus.includes("Okta Identity Engine")) return "oie";
  return skus.includes("Okta Classic Engine") ? "classic" : undefined;
}

function convertParameters({ specification, converter, operation, shared }: Place): readonly OperationParameter[] {
  const byKey = new Map<string, OperationParameter>();
  for (const one of [...shared, ...(operation.parameters ?? [])]) {
    const parameter = one.$ref === undefined ? one : specification.components.parameters[referencedName(one.$ref)];
    if (parameter === undefined) continue;
    byKey.set(`${parameter.in} ${parameter.name}`, {
      name: parameter.name,
      in: parameter.in,
      required: parameter.required === true || parameter.in === "path",
      shape: converter.shape(parameter.schema ?? {}),
    });
  }
  return [...byKey.values()];
}

function responseSchema(specification: Specification, operation: SpecificationOperation): Schema | undefined {
  const status = Object.keys(operation.responses).find((one) => one.startsWith("2"));
  return status === undefined ? undefined : schemaOf(resolveBody(specification, operation.responses[status]));
}

function resolveBody(specification: Specification, body: SpecificationBody | undefined): SpecificationBody | undefined {
  if (body?.$ref === undefined) return body;
  const name = referencedName(body.$ref);
  return specification.components.responses[name] ?? specification.components.requestBodies[name];
}

function schemaOf(body: SpecificationBody | undefined): Schema | undefined {
  const content = body?.content ?? {};
  const media = content["application/json"] ?? Object.values(content)[0];
  return media === undefined ? undefined : (media.schema ?? {});
}

function rankedFacts(ranked: RankedOperation | undefined): Partial<OperationFacts> {
  if (ranked === undefined) return {};
  return {
    ...(ranked.default_limit === null ? {} : { defaultLimit: ranked.default_limit }),
    ...(ranked.max_limit === null ? {} : { maxLimit: ranked.max_limit }),
    paging: pagingOf(ranked.pagination),
    bucket: ranked.rate_limit_bucket,
  };
}

function pagingOf(pagination: string): "link" | "body" | "none" {
  if (pagination.startsWith("Link")) return "link";
  return pagination.startsWith("body") ? "body" : "none";
}
