import { getOperation } from "../../../registry/catalogue.ts";
import type { RecordedRead, Recording } from "../../../terms/recording.ts";

/** A scalar in a body: how to read and how to write it, and its field. */
interface Leaf {
  readonly field: string;
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;
}

interface Page {
  readonly read: RecordedRead;
  readonly body: unknown;
}

function pagesOf(recording: Recording): readonly Page[] {
  return Array.from({ length: recording.steps }, (_, step) => recording.find(step)).flatMap((read) =>
    read?.bodyHash === undefined ? [] : [{ read, body: JSON.parse(recording.loadBody(read.bodyHash)) }],
  );
}

function leavesOf({ read: { operationId }, body }: Page): readonly Leaf[] {
  const { items } = getOperation(operationId);
  const leaves: Leaf[] = [];
  const visit = (holder: object, path: string): void => {
    for (const [key, value] of Object.entries(holder)) {
      const inner = Array.isArray(holder) ? `${path}[]` : path === "" ? key : `${path}.${key}`;
      if (typeof value === "object" && value !== null) visit(value, inner);
      else
        leaves.push({
          field: `${operationId} ${inner}`,
          read: () => Reflect.get(holder, key),
          write: (other) => Reflect.set(holder, key, other),
        });
    }
  };
  const listed = items === undefined || items === "" ? body : Reflect.get(Object(body), items);
  if (items === undefined) visit(Object(body), "");
  else for (const item of Array.isArray(listed) ? listed : []) visit(item, "");
  return leaves;
}

/** Every field that a recording holds a scalar of. */
export function fieldsIn(recording: Recording): readonly string[] {
  return [
    ...new Set(
      pagesOf(recording)
        .flatMap(leavesOf)
        .map((leaf) => leaf.field),
    ),
  ].toSorted();
}

/** How the values of one field are changed all over a recording. Marking alone only ever makes a condition false. */
export type Strategy = "mark" | "rotate" | "equalise";

function marked(value: unknown): unknown {
  if (typeof value === "number") return value + 7;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string") return value === null ? "2020-01-01T00:00:00.000Z" : value;
  return /^\d{4}-/.test(value) ? value.replace(/^\d{4}/, "2011") : `${value}~`;
}

/** A copy of a recording in which all values of one field are others; undefined where that changes nothing. */
export function mutateRecording(recording: Recording, field: string, strategy: Strategy): Recording | undefined {
  const pages = pagesOf(recording);
  const leaves = pages.flatMap(leavesOf).filter((leaf) => leaf.field === field);
  const before = leaves.map((leaf) => leaf.read());
  for (const [index, leaf] of leaves.entries()) {
    const other = strategy === "rotate" ? before[(index + 1) % before.length] : before[0];
    leaf.write(strategy === "mark" ? marked(before[index]) : other);
  }
  const after = leaves.map((leaf) => leaf.read());
  if (JSON.stringify(after) === JSON.stringify(before)) return undefined;
  const texts = new Map(pages.map(({ read, body }) => [read.bodyHash ?? "", JSON.stringify(body)]));
  return { ...recording, loadBody: (hash) => texts.get(hash) ?? recording.loadBody(hash) };
}
