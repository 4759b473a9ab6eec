import type { Field } from "../../terms/field.ts";
import { keyOfStep } from "../../terms/json-pointer.ts";

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

/** A recorded body that pointers are followed in. */
export interface RecordedBody {
  readonly source: ListedSource;
  readonly body: unknown;
  /** What stands at a pointer (RFC 6901); undefined where nothing does. */
  resolve(pointer: string): Resolved | undefined;
}

/** A path within a body, and those that it goes on to: thousands of places share few of them. */
interface Path {
  readonly text: string;
  readonly field: Field;
  readonly onward: Map<string, Path>;
  items?: Path;
}

/** What a pointer led to, with its path. */
interface Standing {
  readonly value: unknown;
  readonly path: Path;
}

function startPath(source: ListedSource, text: string): Path {
  return { text, field: `${source.operationId} ${withoutList(source, text)}`, onward: new Map() };
}

function pathTo(source: ListedSource, { value, path }: Standing, part: string): Path {
  if (Array.isArray(value)) return (path.items ??= startPath(source, `${path.text}[]`));
  const known = path.onward.get(part);
  if (known !== undefined) return known;
  const made = startPath(source, path.text === "" ? part : `${path.text}.${part}`);
  path.onward.set(part, made);
  return made;
}

/** Opens a body. It remembers the objects that it was led through: the cells of a row stand in few of them. */
export function openBody(source: ListedSource, body: unknown): RecordedBody {
  const objects = new Map<string, Standing>([["", { value: body, path: startPath(source, "") }]]);
  const stepInto = (pointer: string): Standing | undefined => {
    const end = pointer.lastIndexOf("/");
    const around = end === -1 ? undefined : findObject(pointer.slice(0, end));
    if (typeof around?.value !== "object" || around.value === null) return undefined;
    const part = keyOfStep(pointer.slice(end + 1));
    if (!Object.hasOwn(around.value, part)) return undefined;
    return { value: Reflect.get(around.value, part), path: pathTo(source, around, part) };
  };
  const findObject = (pointer: string): Standing | undefined => {
    const known = objects.get(pointer);
    if (known !== undefined) return known;
    const found = stepInto(pointer);
    if (found !== undefined) objects.set(pointer, found);
    return found;
  };
  return {
    source,
    body,
    resolve(pointer) {
      const found = pointer === "" ? objects.get("") : stepInto(pointer);
      return found === undefined ? undefined : { value: found.value, field: found.path.field };
    },
  };
}

// The items of a list stand in the body itself or under one property; a field's path starts within one item.
function withoutList({ items }: ListedSource, path: string): string {
  if (items === undefined) return path;
  if (path === items) return "";
  const start = `${items}[]`;
  return path.startsWith(start) ? path.slice(start.length).replace(/^[.]/, "") : path;
}

const betweenNames = /[ .]|(?=\[)/;

function fits(field: Field, named: Field): boolean {
  const [names, wanted] = [field.split(betweenNames), named.split(betweenNames)];
  return names.length === wanted.length && wanted.every((one, at) => one === names[at] || one === "*");
}

/** Whether a place's field is one of those that the check named; `*` stands for one name that a snippet works out. */
export function isFieldOf(field: Field, named: readonly Field[]): boolean {
  if (named.includes(field)) return true;
  return named.some((one) => one.includes("*") && fits(field, one));
}
