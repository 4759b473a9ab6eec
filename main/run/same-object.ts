import { itemsOf } from "../../okta/answers/check-body.ts";
import type { Operation } from "../../registry/operation.ts";
import { idOfItem } from "./id-of-item.ts";
import { keysOfPointer } from "../../terms/json-pointer.ts";

/** What became of a value when its response was read again. */
export type ValueAgain =
  | { readonly kind: "same" }
  | { readonly kind: "changed"; readonly was: unknown; readonly is: unknown }
  /** The object itself is not in the response any more. */
  | { readonly kind: "gone" };

function into(value: unknown, part: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, part)
    ? Reflect.get(value, part)
    : undefined;
}

/** Compares the value at a JSON pointer of a response with that of the same object in a later response, wherever it stands there. */
export function compareAgain(operation: Operation, pointer: string, before: unknown, after: unknown): ValueAgain {
  const parts = keysOfPointer(pointer);
  const items = itemsOf(operation, before);
  const depth = items === undefined ? 0 : operation.items === "" ? 1 : 2;
  const old = parts.slice(0, depth).reduce(into, before);
  const id = depth === 0 ? undefined : idOfItem(old);
  const later =
    id === undefined
      ? parts.slice(0, depth).reduce(into, after)
      : itemsOf(operation, after)?.find((item) => idOfItem(item) === id);
  if (later === undefined) return { kind: "gone" };
  const rest = parts.slice(depth);
  const [was, is] = [rest.reduce(into, old), rest.reduce(into, later)];
  return JSON.stringify(was) === JSON.stringify(is) ? { kind: "same" } : { kind: "changed", was, is };
}
