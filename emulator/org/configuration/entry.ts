import { dateText, dayMs } from "../clock-text.ts";
import type { JsonObject } from "../json.ts";
import { objectId } from "../object-id.ts";
import type { OrgBase } from "../org-base.ts";

/** What makes one object of the org's configuration. */
interface EntryParts {
  /** Prefix of its id. */
  readonly prefix: string;
  readonly index: number;
  /** Path of the collection, `/api/v1/zones`. */
  readonly path: string;
  readonly body: JsonObject;
}

/** An object with id, dates and links as Okta gives them around its body. */
function entry(org: OrgBase, { prefix, index, path, body }: EntryParts): JsonObject {
  const id = objectId(org.seed, prefix, index);
  const self = `${org.origin}${path}/${id}`;
  const active = body["status"] !== "INACTIVE";
  const turn = active ? "deactivate" : "activate";
  return {
    id,
    ...body,
    created: dateText(org.now - (900 - index * 7) * dayMs),
    lastUpdated: dateText(org.now - (90 - index) * dayMs),
    _links: {
      self: { href: self, hints: { allow: ["GET", "PUT", "DELETE"] } },
      ...(body["status"] === undefined
        ? {}
        : { [turn]: { href: `${self}/lifecycle/${turn}`, hints: { allow: ["POST"] } } }),
    },
  };
}

/** One object for each body, in order. */
export function entries(
  org: OrgBase,
  prefix: string,
  path: string,
  bodies: readonly JsonObject[],
): readonly JsonObject[] {
  return bodies.map((body, index) => entry(org, { prefix, index, path, body }));
}
