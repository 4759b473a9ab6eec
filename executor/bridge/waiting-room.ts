import type { Answer } from "../../terms/ask.ts";
import { createProjection } from "../projection/project-body.ts";

type Response = Extract<Answer, { kind: "response" }>;

/** Characters of bodies that wait for their turn in memory; what is above that waits where the answer came from. */
const ROOM_CHARACTERS = 64 * 1024 * 1024;

/** Holds the bodies of answers that wait for their turn, cut to what the snippet can read. */
export interface WaitingRoom {
  /** The same answer, whose `load` gives what the isolate is to be handed. To be loaded once. */
  hold(answer: Response): Response;
}

/** An empty waiting room. `readableNames`: the properties that the isolate is given; all where there is none. */
export function createWaitingRoom(readableNames: readonly string[] | undefined): WaitingRoom {
  const project = readableNames === undefined ? undefined : createProjection(readableNames);
  let held = 0;

  const loadLate = (load: () => string): string => {
    const text = load();
    return project === undefined || text === "" ? text : (project(JSON.parse(text)) ?? text);
  };
  return {
    hold({ load, fresh, ...answer }) {
      if (fresh === undefined) return { ...answer, load: () => loadLate(load) };
      const text = project?.(fresh.body) ?? fresh.text;
      if (held + text.length > ROOM_CHARACTERS) return { ...answer, load: () => loadLate(load) };
      held += text.length;
      const take = (): string => {
        held -= text.length;
        return text;
      };
      return { ...answer, load: take };
    },
  };
}
