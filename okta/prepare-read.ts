import { findOperation } from "../registry/catalogue.ts";
import type { Operation } from "../registry/operation.ts";
import { checkParameters } from "../registry/parameters.ts";
import type { OperationParameters } from "../terms/ask.ts";
import { Failure } from "../terms/failure.ts";
import type { OrgAddress } from "./org-address.ts";
import { parseCursor, type Cursor } from "./paging/cursor.ts";
import { nextTarget } from "./paging/next-target.ts";
import { pagingFailure } from "./paging/paging-failure.ts";
import { buildTarget, leadsTo } from "./request-target.ts";

/** A read of one object or one page, by Okta's names. */
export interface ReadRequest {
  readonly operationId: string;
  readonly parameters: OperationParameters;
  /** Where a list goes on: the `cursor` of the page before. Opaque. */
  readonly cursor?: string;
  /** Path and query of an earlier read with these parameters, to be sent again as they were. In place of `cursor`. */
  readonly target?: string;
  /** The run that it is for; runs take turns. */
  readonly run?: string;
}

/** A read that may be sent. */
export interface CheckedRead {
  readonly operation: Operation;
  readonly parameters: OperationParameters;
  /** Target of the list's first page, or of the object. */
  readonly first: string;
  readonly at: Cursor;
}

function badParameter(operationId: string, parameter: string, reason: string): Failure<"bridge/bad-parameters"> {
  return new Failure(
    "bridge/bad-parameters",
    { operationId, parameter, reason },
    {
      found: `${operationId}: ${parameter} ${reason}.`,
      why: "Okta would refuse it, or answer another question.",
      help: `See what it takes with: attest operations ${operationId}`,
    },
  );
}

function getReadable(operationId: string): Operation {
  const operation = findOperation(operationId);
  if (operation !== undefined && (operation.effect === "read" || operation.effect === "secret")) return operation;
  throw new Failure(
    "bridge/not-allowed",
    { operationId },
    {
      found:
        operation === undefined
          ? `Okta has no operation ${operationId}.`
          : `${operationId} changes something in the org.`,
      why: "Only reads are sent.",
      help: "Look for a read that tells the same with: attest operations WORDS",
    },
  );
}

function findCursor(operation: Operation, text: string, first: string, address: OrgAddress): Cursor {
  const cursor = parseCursor(text);
  // A cursor may come out of a journal, so it is held against the parameters again.
  const next = cursor === undefined ? undefined : nextTarget(operation, cursor.target, first, address);
  if (cursor !== undefined && next !== undefined && "target" in next) return { ...cursor, target: next.target };
  throw pagingFailure(operation.operationId, "its cursor does not belong to it");
}

/**
 * Checks a read against the registry and finds where it leads. Throws `bridge/not-allowed`, `bridge/bad-parameters`,
 * or `okta/paging` for a cursor of another list.
 */
export function prepareRead(request: ReadRequest, address: OrgAddress): CheckedRead {
  const { operationId, parameters } = request;
  const operation = getReadable(operationId);
  const [problem] = checkParameters(operation, parameters);
  if (problem !== undefined) throw badParameter(operationId, problem.parameter, problem.reason);
  const first = buildTarget(operation, parameters);
  const at =
    request.cursor === undefined
      ? { target: request.target ?? first, page: 0, mark: "", previous: "" }
      : findCursor(operation, request.cursor, first, address);
  if (!leadsTo(at.target, address.origin, operation, parameters)) {
    throw badParameter(operationId, "path", "leads to another place than the operation's own");
  }
  return { operation, parameters, first, at };
}
