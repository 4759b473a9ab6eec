import type { EventParts } from "./event-parts.ts";

/** The event at a position of the log, as `listLogEvents` gives it. */
export function logEventAt({ parts }: EventParts, position: number): object {
  const event: Record<string, unknown> = {};
  for (const { name, at } of parts) event[name] = at(position);
  return event;
}
