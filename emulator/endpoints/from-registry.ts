import { listOperations } from "../../registry/catalogue.ts";
import type { Operation } from "../../registry/operation.ts";
import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import { answerPage, walkOver } from "../http/page.ts";
import { findApp, findGroup, findPerson } from "./find.ts";
import { plainValue } from "./plain-value.ts";

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

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
      namedThing(operation, call) ?? answerJson(operation.response === undefined ? {} : plainValue(operation.response))
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
