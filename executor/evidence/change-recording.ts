import type { Place } from "../../terms/evidence.ts";
import { tableOfStep } from "../../terms/input-table.ts";
import type { Recording } from "../../terms/recording.ts";

import { findSource } from "./recorded-source.ts";

/** A copy of a recording in which one value is another. */
export interface ChangedRecording {
  readonly recording: Recording;
  readonly before: unknown;
  readonly after: unknown;
}

const MS_PER_DAY = 86_400_000;

/** Another value of the same kind: a later date for a date, a longer text for a text. */
function otherValue(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string") return "changed";
  const isDate = /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
  return isDate ? new Date(Date.parse(value) + MS_PER_DAY).toISOString() : `${value} (changed)`;
}

function partsOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function propertyOf(value: unknown, part: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
}

/** Changes one value in a copy of a recording; undefined where nothing stands at the place. The recording itself stays. */
export function changeRecording(
  recording: Recording,
  { step, pointer }: Place,
  change: (value: unknown) => unknown = otherValue,
): ChangedRecording | undefined {
  const known = findSource(recording, step)?.bodyHash;
  const parts = partsOf(pointer);
  const last = parts.at(-1);
  if (known === undefined || last === undefined) return undefined;
  const body: unknown = JSON.parse(recording.loadBody(known));
  const holder = parts.slice(0, -1).reduce(propertyOf, body);
  if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, last)) return undefined;
  const before: unknown = Reflect.get(holder, last);
  const after = change(before);
  Reflect.set(holder, last, after);
  const text = JSON.stringify(body);
  const bodyHash = `changed ${step}${pointer}`;
  const read = recording.find(step);
  const changed = read && { ...read, bodyHash, bytes: Buffer.byteLength(text) };
  const table = tableOfStep(step);
  return {
    before,
    after,
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
