import type { EventParts } from "./event-parts.ts";

/** The event at a position of the log, as `listLogEvents` gives it. */
export function logEventAt({ parts }: EventParts, position: number): object {
  return Object.fromEntries(parts.map(({ name, at }) => [name, at(position)]));
}
