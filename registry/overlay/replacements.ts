import type { Shape } from "../shape.ts";

const text: Shape = { kind: "string" };
const named = (name: string): Shape => ({ kind: "named", name });
const freeMap: Shape = { kind: "object", properties: {}, others: named("FreeValue") };

/**
 * Properties whose shape the specification leaves open or states otherwise than real orgs answer, by shape and path.
 * A path that the specification lacks is added.
 */
export const replacements: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  LogEvent: { eventType: named("EventType") },
  LogDebugContext: { debugData: freeMap },
  LogTarget: { detailEntry: freeMap },
  LogActor: { detailEntry: freeMap },
  Application: { "settings.app": freeMap },
  ApplicationSettings: { app: freeMap },
  Group: { "source.id": text },
  CustomRole: { role: text, "resource-set": text },
};

/** Shapes that the catalogue adds under names of its own. */
export const addedShapes: Readonly<Record<string, Shape>> = {
  /** A value under a key that the API does not name: scalars and lists of them, as profiles and app settings hold. */
  FreeValue: {
    kind: "union",
    of: [
      text,
      { kind: "number" },
      { kind: "boolean" },
      { kind: "array", items: { kind: "union", of: [text, { kind: "number" }, { kind: "boolean" }] } },
    ],
    nullable: true,
  },
};
