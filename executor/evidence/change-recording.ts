import { dayMs } from "../../terms/day-ms.ts";
import type { Place } from "../../terms/evidence.ts";
import { tableOfStep } from "../../terms/input-table.ts";
import { keysOfPointer } from "../../terms/json-pointer.ts";
import type { Recording } from "../../terms/recording.ts";

import { findSource } from "./recorded-source.ts";

/** A copy of a recording in which one value is another. */
export interface ChangedRecording {
  readonly recording: Recording;
  readonly before: unknown;
  /** What stands there now; of a list or an item, what became of it in words. */
  readonly after: unknown;
}

/** Another value of the same kind: a later date for a date, a longer text for a text. */
function otherValue(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string") return "changed";
  const isDate = /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
  return isDate ? new Date(Date.parse(value) + dayMs).toISOString() : `${value} (changed)`;
}

function propertyOf(value: unknown, part: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
}

/** Changes what stands under a key, and says what stands there now; undefined where nothing can be changed. */
function changeAt(holder: object, key: string): { readonly before: unknown; readonly after: unknown } | undefined {
  if (!Object.hasOwn(holder, key)) return undefined;
  const before: unknown = Reflect.get(holder, key);
  if (Array.isArray(before)) return before.length === 0 ? undefined : { before, after: emptied(before) };
  if (typeof before !== "object" || before === null) {
    const after = otherValue(before);
    Reflect.set(holder, key, after);
    return { before, after };
  }
  if (!Array.isArray(holder)) return undefined;
  holder.splice(Number(key), 1);
  return { before, after: "no such item" };
}

function emptied(list: unknown[]): string {
  const count = list.length;
  list.length = 0;
  return `no items in place of ${count}`;
}

/**
 * Changes one value in a copy of a recording: a list loses its items, a list that a place is an item of loses that item.
 * Undefined where nothing stands at the place, or nothing that could be changed, as in an empty list. The recording itself stays.
 */
export function changeRecording(recording: Recording, { step, pointer }: Place): ChangedRecording | undefined {
  const known = findSource(recording, step)?.bodyHash;
  if (known === undefined) return undefined;
  const body: unknown = JSON.parse(recording.loadBody(known));
  const parts = ["body", ...keysOfPointer(pointer)];
  const holder = parts.slice(0, -1).reduce<unknown>(propertyOf, { body });
  if (typeof holder !== "object" || holder === null) return undefined;
  const change = changeAt(holder, parts.at(-1) ?? "");
  if (change === undefined) return undefined;
  const text = JSON.stringify(body);
  const bodyHash = `changed ${step}${pointer}`;
  const read = recording.find(step);
  const changed = read && { ...read, bodyHash, bytes: Buffer.byteLength(text) };
  const table = tableOfStep(step);
  return {
    ...change,
    recording: {
      run: recording.run,
      source: recording.source,
      parameters: recording.parameters,
      tables: recording.tables.map((one, index) => (index === table ? { ...one, bodyHash } : one)),
      clock: recording.clock,
      timeZone: recording.timeZone,
      versions: recording.versions,
      steps: recording.steps,
      find: (asked) => (asked === step ? changed : recording.find(asked)),
      loadBody: (hash) => (hash === bodyHash ? text : recording.loadBody(hash)),
    },
  };
}
