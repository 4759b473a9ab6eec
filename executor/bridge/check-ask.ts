import { getOperation } from "../../registry/catalogue.ts";
import { checkFilter, filterParameters } from "../../registry/filters/check-filter.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { checkParameters } from "../../registry/parameters.ts";
import type { Ask } from "../../terms/ask.ts";
import type { Failure } from "../../terms/failure.ts";
import type { Program } from "../program.ts";
import type { AskMessage } from "./messages.ts";
import { badFilter, badParameters, notAllowed, sandboxLost } from "./run-failures.ts";

/** Checks the asks of one run, in their order. */
export type CheckAsk = (message: AskMessage) => Ask | Failure;

// A fresh object of known keys: a key such as `__proto__` arrives from JSON as an own one and must not be copied along.
function copyParameters(parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(parameters)) copy[name] = value;
  return copy;
}

// Filters that are put together at run time are seen whole here for the first time.
function refusedFilter({ operationId, parameters }: AskMessage, orgSchema: OrgSchema): Failure | undefined {
  for (const parameter of filterParameters) {
    const text = parameters[parameter];
    if (typeof text !== "string") continue;
    const [problem] = checkFilter({ operationId, parameter, text: [text], orgSchema });
    if (problem !== undefined) return badFilter(operationId, parameter, problem);
  }
  return undefined;
}

/**
 * Makes the check of what a guest asks for: steps without gap or repeat, pages that follow their list, operations of the approved set,
 * parameters and filters that the registry allows. Nothing that the child checked is taken for granted.
 */
export function createAskCheck({ operationIds, orgSchema }: Pick<Program, "operationIds" | "orgSchema">): CheckAsk {
  const approved = new Set(operationIds);
  const lists = new Map<number, { readonly operationId: string; pages: number }>();
  let next = 0;

  const misplaced = (message: AskMessage): boolean => {
    const { step, operationId, listing, page } = message;
    const isList = getOperation(operationId).items !== undefined;
    if (isList !== (page !== undefined) || isList !== (listing !== undefined)) return true;
    if (listing === undefined) return false;
    if (page === 0) {
      lists.set(step, { operationId, pages: 1 });
      return listing !== step;
    }
    const list = lists.get(listing);
    if (list?.operationId !== operationId || list.pages !== page) return true;
    list.pages += 1;
    return false;
  };

  return (message) => {
    const { step, operationId, listing, page } = message;
    if (step !== next) return sandboxLost(`it asked for step ${step} where ${next} was due`);
    next += 1;
    if (!approved.has(operationId)) return notAllowed(operationId);
    if (misplaced(message)) return sandboxLost(`it asked for a page of ${operationId} that does not follow`);
    const [problem] = checkParameters(getOperation(operationId), message.parameters);
    if (problem !== undefined) return badParameters(operationId, problem.parameter, problem.reason);
    const refused = orgSchema === undefined ? undefined : refusedFilter(message, orgSchema);
    if (refused !== undefined) return refused;
    return { step, operationId, parameters: copyParameters(message.parameters), listing, page };
  };
}
