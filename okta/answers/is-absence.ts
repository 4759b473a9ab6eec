import type { Operation } from "../../registry/operation.ts";
import type { OperationParameters } from "../../terms/ask.ts";
import type { ErrorBody } from "./error-body.ts";

/**
 * True where a 404 means "no": the operation says so, the answer is Okta's own, and what was not found is the thing asked for,
 * not one of the things on the way to it (an app that does not exist has no "not assigned").
 */
export function isAbsence(operation: Operation, parameters: OperationParameters, error: ErrorBody): boolean {
  if (operation.absentIsAnswer !== true || error.errorCode !== "E0000007") return false;
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
  const onTheWay = names.slice(0, -1).map((name) => parameters[name]);
  const missing = /Resource not found: (\S+) \(/.exec(error.summary)?.[1];
  return missing === undefined || !onTheWay.includes(missing);
}
