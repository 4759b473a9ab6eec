import { answerJson, isAnswer, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import { answerPage } from "../http/page.ts";
import type { JsonObject } from "../org/json.ts";
import type { Org } from "../org/org.ts";
import { walkObjects } from "./walk-objects.ts";

/** A list of configuration objects and the read of one of them. */
export interface CollectionParts {
  readonly list: string;
  readonly get?: string;
  readonly path: string;
  readonly items: (org: Org) => readonly JsonObject[];
  /** Page size without one asked; absent where Okta gives the whole list without Link headers. */
  readonly defaultLimit?: number;
  /** What Okta calls the thing in its 404. */
  readonly type: string;
  readonly bucket?: string;
  /** Property beside the id by which one may be asked for. */
  readonly alsoBy?: string;
  /** Which items a query wants; absent where Okta knows no filter. */
  readonly narrow?: (call: Call, items: readonly JsonObject[]) => readonly JsonObject[] | Answer;
}

function listOf(parts: CollectionParts): (call: Call) => Answer {
  return (call) => {
    const items = parts.narrow?.(call, parts.items(call.org)) ?? parts.items(call.org);
    if (isAnswer(items)) return items;
    if (parts.defaultLimit === undefined) return answerJson(items);
    return answerPage(call, { defaultLimit: parts.defaultLimit, maxLimit: 200, keep: [] }, walkObjects(items));
  };
}

/** The endpoints of a collection. */
export function collection(parts: CollectionParts): readonly Endpoint[] {
  const bucket = parts.bucket ?? "/api/v1";
  const list: Endpoint = { operationId: parts.list, path: parts.path, bucket, answer: listOf(parts) };
  if (parts.get === undefined) return [list];
  const get = (call: Call): Answer => {
    const asked = call.parameter("id");
    const keys = ["id", ...(parts.alsoBy === undefined ? [] : [parts.alsoBy])];
    const found = parts.items(call.org).find((item) => keys.some((key) => item[key] === asked));
    return found === undefined ? notFound(asked, parts.type) : answerJson(found);
  };
  return [list, { operationId: parts.get, path: `${parts.path}/:id`, bucket, answer: get }];
}
