import type { Operation } from "../../registry/operation.ts";
import { mayHoldSecret } from "../../registry/may-hold-secret.ts";
import { removeSecrets } from "../../registry/secrets.ts";
import type { ReplyBody } from "../reply-body.ts";

/** A body that is what the operation promises, or what is wrong with it. */
export type CheckedBody =
  | {
      readonly kind: "good";
      /** As Okta sent it, byte for byte, unless a secret was taken out. */
      readonly text: string;
      /** The text in UTF-8, where it is as Okta sent it and worth giving away. */
      readonly utf8: Uint8Array<ArrayBuffer> | undefined;
      readonly body: unknown;
    }
  | {
      readonly kind: "wrong";
      readonly reason: string;
      /** True where a further try may bring it whole. */
      readonly again: boolean;
    };

function wrong(reason: string, again = false): CheckedBody {
  return { kind: "wrong", reason, again };
}

/** The items of a list's body; undefined where the body is no such list. */
export function itemsOf(operation: Operation, body: unknown): readonly unknown[] | undefined {
  if (operation.items === undefined) return undefined;
  if (operation.items === "") return Array.isArray(body) ? body : undefined;
  if (typeof body !== "object" || body === null) return undefined;
  const items: unknown = Reflect.get(body, operation.items);
  return Array.isArray(items) ? items : undefined;
}

/** Checks a 2xx body against what the operation promises at its top, and takes its secrets out. */
export function checkBody(operation: Operation, contentType: string | null, reply: ReplyBody): CheckedBody {
  const { text } = reply;
  const isHtml = /^\s*(?:<!doctype|<html)/i.test(text);
  if (isHtml) return wrong("an HTML page came instead of JSON");
  if (contentType !== null && !/^application\/([a-z0-9.-]+\+)?json\b/i.test(contentType)) {
    return wrong(`its content type is ${/^[\w./+-]{1,60}/.exec(contentType)?.[0] ?? "unknown"}, not JSON`);
  }
  if (text.trim() === "") return wrong("the body is empty", true);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return wrong("the JSON is cut off or malformed", true);
  }
  if (operation.items !== undefined && itemsOf(operation, body) === undefined) {
    return wrong(operation.items === "" ? "a list was promised" : `a list under ${operation.items} was promised`);
  }
  return withoutSecrets(operation, reply, body);
}

function withoutSecrets(operation: Operation, { text, utf8 }: ReplyBody, body: unknown): CheckedBody {
  const kept = mayHoldSecret(operation, body) ? removeSecrets(operation, body) : body;
  return kept === body
    ? { kind: "good", text, utf8, body }
    : { kind: "good", text: JSON.stringify(kept), utf8: undefined, body: kept };
}
