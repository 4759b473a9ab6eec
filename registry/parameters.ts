import type { Operation, OperationParameter } from "./operation.ts";
import { resolveShape } from "./shape-path.ts";
import type { Shape } from "./shape.ts";

/** What is wrong with one parameter of a call. */
export interface ParameterProblem {
  readonly parameter: string;
  /** In a sentence that ends a message: `is missing`, `must be one of ACTIVE, INACTIVE`. */
  readonly reason: string;
}

/** Parameters that only the host sets: it pages, and a projection or a header would change what the types promise. */
const hostOnly = new Set(["after", "cursor", "fields"]);

/** The parameters that a snippet may give: `limit` and cursors of lists, headers and projections are the host's. */
export function snippetParameters(operation: Operation): readonly OperationParameter[] {
  return operation.parameters.filter((one) => {
    if (one.in === "header" || hostOnly.has(one.name)) return false;
    return one.name !== "limit" || operation.items === undefined;
  });
}

/**
 * Everything that is wrong with a call's parameters: names that the operation lacks or only the host may set, missing required
 * ones, values of another type, outside an enum, a range or a pattern, and path values that could leave their segment.
 * `body` stands for the request body where the operation has one. An empty list means that it may be sent. Never throws.
 */
export function checkParameters(
  operation: Operation,
  parameters: Readonly<Record<string, unknown>>,
): readonly ParameterProblem[] {
  const allowed = snippetParameters(operation);
  const names = new Set(allowed.map((one) => one.name));
  const unknown = Object.keys(parameters)
    .filter((name) => !names.has(name) && !(name === "body" && operation.body !== undefined))
    .map((name) => ({ parameter: name, reason: unknownReason(operation, name, allowed) }));
  const wrong = allowed.flatMap((one) => {
    const value = Object.hasOwn(parameters, one.name) ? parameters[one.name] : undefined;
    if (value === undefined) return one.required ? [{ parameter: one.name, reason: "is missing" }] : [];
    const reason = one.in === "path" ? checkSegment(operation, one, value) : checkValue(one.shape, value);
    return reason === undefined ? [] : [{ parameter: one.name, reason }];
  });
  return [...unknown, ...wrong];
}

function unknownReason(operation: Operation, name: string, allowed: readonly OperationParameter[]): string {
  const isHosts = operation.parameters.some((one) => one.name === name);
  if (isHosts) return "is set by the host alone";
  const list = allowed.map((one) => one.name).join(", ");
  return `is no parameter of ${operation.operationId}, which has ${list === "" ? "none" : list}`;
}

/** One segment of a path: an id as Okta makes them, or the login, name or label that some paths take in its place. */
function checkSegment(operation: Operation, parameter: OperationParameter, value: unknown): string | undefined {
  const wrong = checkValue(parameter.shape, value);
  if (wrong !== undefined) return wrong;
  const text = String(value);
  if (text === "" || text === "." || text === "..") return "must name one object";
  if (text.length > 255) return "is longer than 255 characters";
  if (/[/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return "must not hold a slash or a control character";
  if (takesName(operation.path, parameter.name)) return undefined;
  return /^[A-Za-z0-9_.:@~-]{1,255}$/.test(text) ? undefined : "must be an id: letters, digits, dash and underscore";
}

/** Places in a path that take a name, login, label or code beside an id. */
function takesName(path: string, name: string): boolean {
  if (path.includes(`/users/{${name}}`)) return true;
  return /(Or[A-Z]|Name|Label|Login|Key|Type|Code|Language|Value|Address)/.test(
    name.charAt(0).toUpperCase() + name.slice(1),
  );
}

function checkValue(shape: Shape, value: unknown): string | undefined {
  const resolved = resolveShape(shape);
  switch (resolved.kind) {
    case "string":
      return checkText(resolved, value);
    case "number":
      return checkNumber(resolved, value);
    case "boolean":
      return typeof value === "boolean" ? undefined : "must be true or false";
    case "array":
      return checkList(resolved, value);
    case "union":
      return checkUnion(resolved, value);
    case "object":
      return isObject(value) ? undefined : "must be an object";
    case "named":
    case "unknown":
      return checkPlain(value);
  }
}

function checkUnion(shape: Shape & { kind: "union" }, value: unknown): string | undefined {
  const reasons = shape.of.map((one) => checkValue(one, value));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// What is left where a text is cut within an emoji; an address cannot hold it.
const halfCharacter = "holds half of a character";

function checkText(shape: Shape & { kind: "string" }, value: unknown): string | undefined {
  if (typeof value !== "string") return "must be a text";
  if (!value.isWellFormed()) return halfCharacter;
  if (shape.values !== undefined && !shape.values.includes(value)) return `must be one of ${shape.values.join(", ")}`;
  if (shape.format === "date-time" && Number.isNaN(Date.parse(value))) return "must be an ISO 8601 date";
  if (shape.pattern !== undefined && !matches(shape.pattern, value)) return `must match ${shape.pattern}`;
  return value.length > 8000 ? "is longer than 8,000 characters" : undefined;
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    // Some patterns of the specification are written for another engine; Okta checks those itself.
    return true;
  }
}

function checkNumber(shape: Shape & { kind: "number" }, value: unknown): string | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return "must be a number";
  if (shape.integer === true && !Number.isInteger(value)) return "must be a whole number";
  if (shape.minimum !== undefined && value < shape.minimum) return `must be at least ${shape.minimum}`;
  if (shape.maximum !== undefined && value > shape.maximum) return `must be at most ${shape.maximum}`;
  return undefined;
}

function checkList(shape: Shape & { kind: "array" }, value: unknown): string | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const wrong = values.map((one) => checkValue(shape.items, one)).find((reason) => reason !== undefined);
  return wrong === undefined ? undefined : `each ${wrong}`;
}

function checkPlain(value: unknown): string | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : halfCharacter;
  return typeof value === "number" || typeof value === "boolean"
    ? undefined
    : "must be a text, a number, true or false";
}
