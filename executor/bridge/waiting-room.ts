import type { Answer, FreshBody } from "../../terms/ask.ts";
import { createProjection } from "../projection/project-body.ts";

type Response = Extract<Answer, { kind: "response" }>;

/** Characters of bodies that wait for their turn in memory; what is above that waits where the answer came from. */
const ROOM_CHARACTERS = 64 * 1024 * 1024;

/** Holds the bodies of answers that wait for their turn, cut to what the snippet can read. */
export interface WaitingRoom {
  /** The text that the isolate is to be handed of a body. */
  cut(body: FreshBody): string;
  /**
   * The same answer, whose `load` gives what the isolate is to be handed, to be loaded once. `ready`: what was cut of the response
   * when it had arrived.
   */
  hold(answer: Response, ready: string | undefined): Response;
}

/** An empty waiting room. `readableNames`: the properties that the isolate is given; all where there is none. */
export function createWaitingRoom(readableNames: readonly string[] | undefined): WaitingRoom {
  const project = readableNames === undefined ? undefined : createProjection(readableNames);
  let held = 0;

  const loadLate = (load: () => string): string => {
    const text = load();
    return project === undefined || text === "" ? text : (project(JSON.parse(text)) ?? text);
  };
  const cut = ({ text, body }: FreshBody): string => project?.(body) ?? text;
  // By itself: a function made where `hold` makes the other one would share its variables, and the late one would hold the text too.
  const keep = (text: string): (() => string) => {
    held += text.length;
    return () => {
      held -= text.length;
      return text;
    };
  };
  return {
    cut,
    hold({ load, fresh, ...answer }, ready) {
      const text = fresh === "as-arrived" ? ready : fresh && cut(fresh);
      const hasRoom = text !== undefined && held + text.length <= ROOM_CHARACTERS;
      return { ...answer, load: hasRoom ? keep(text) : () => loadLate(load) };
    },
  };
}
