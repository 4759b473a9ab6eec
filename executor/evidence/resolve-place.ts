import type { Field } from "../../terms/field.ts";

/** What a body is: of which operation or file, and where the items of a list stand in it. */
export interface ListedSource {
  readonly operationId: string;
  readonly items?: string | undefined;
}

/** What stands at a JSON pointer, and the path of the registry's grammar that leads there. */
export interface Resolved {
  readonly value: unknown;
  readonly field: Field;
}

function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function into(value: unknown, part: string): { readonly value: unknown } | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
  return { value: Reflect.get(value, part) };
}

/** Follows a pointer (RFC 6901) in a recorded body; undefined where nothing stands there. */
export function resolvePlace(source: ListedSource, body: unknown, pointer: string): Resolved | undefined {
  const parts = parsePointer(pointer);
  if (parts === undefined) return undefined;
  let value = body;
  let path = "";
  for (const part of parts) {
    const next = into(value, part);
    if (next === undefined) return undefined;
    path = Array.isArray(value) ? `${path}[]` : `${path}${path === "" ? "" : "."}${part}`;
    value = next.value;
  }
  return { value, field: `${source.operationId} ${withoutList(source, path)}` };
}

// The items of a list stand in the body itself or under one property; a field's path starts within one item.
function withoutList({ items }: ListedSource, path: string): string {
  if (items === undefined) return path;
  if (path === items) return "";
  const start = `${items}[]`;
  return path.startsWith(start) ? path.slice(start.length).replace(/^[.]/, "") : path;
}

/** Whether a place's field is one of those that the check named; `*` stands for one name that a snippet works out. */
export function isFieldOf(field: Field, named: readonly Field[]): boolean {
  if (named.includes(field)) return true;
  return named.some((one) => {
    if (!one.endsWith("*")) return false;
    const start = one.slice(0, -1);
    return field.startsWith(start) && !/[.[]/.test(field.slice(start.length));
  });
}
