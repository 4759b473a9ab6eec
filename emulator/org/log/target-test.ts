import type { JsonObject } from "../json.ts";
import type { EventOutlines } from "./event-outlines.ts";
import { type EventTarget, renderTarget, targetsAt } from "./event-targets.ts";
import type { Matches } from "./remember.ts";

/** True where an event is about something that passes a test, which is made once for each person, app, group, policy and zone. */
export function createTargetTest(outlines: EventOutlines, passes: (target: JsonObject) => boolean): Matches {
  const known: Record<EventTarget["set"], Map<number, boolean>> = {
    people: new Map(),
    apps: new Map(),
    groups: new Map(),
    changedPolicy: new Map(),
    changedZone: new Map(),
  };
  const isFound = (target: EventTarget): boolean => {
    const answers = known[target.set];
    const answer = answers.get(target.index) ?? passes(renderTarget(outlines, target));
    answers.set(target.index, answer);
    return answer;
  };
  return (position) => targetsAt(outlines, position)?.some(isFound) ?? false;
}
