import { tableOfStep } from "../../terms/input-table.ts";
import type { Recording } from "../../terms/recording.ts";
import { createProjection } from "../projection/project-body.ts";
import { findSource } from "./recorded-source.ts";
import { openBody, type RecordedBody } from "./resolve-place.ts";

/** A body of a recording, as a snippet can read it. */
export interface KeptBody extends RecordedBody {
  /** What was kept of it as text, where that is less than the whole. */
  readonly cut: string | undefined;
}

/** The bodies of a recording, parsed once each while there is room for them. */
export interface RecordedBodies {
  /** The body of a step; undefined where it has none. Throws `journal/not-found` when it was pruned or erased. */
  find(step: number): KeptBody | undefined;
}

// Rows that are sorted jump between the pages of a run, so all of them are held where they fit: parsed they take some four times as much.
const KEPT_CHARACTERS = 32 * 1024 * 1024;

/**
 * Opens the bodies of a recording. `readableNames`: the properties that the snippet can read, which are all that is kept of a response;
 * everything where it is absent.
 */
export function openBodies(
  recording: Pick<Recording, "find" | "tables" | "loadBody">,
  readableNames?: readonly string[],
): RecordedBodies {
  const project = readableNames === undefined ? undefined : createProjection(readableNames);
  const opened = new Map<number, { readonly body: KeptBody; readonly characters: number }>();
  let characters = 0;

  const makeRoom = (): void => {
    for (const [step, oldest] of opened) {
      if (characters <= KEPT_CHARACTERS || opened.size === 1) return;
      opened.delete(step);
      characters -= oldest.characters;
    }
  };
  const open = (step: number): KeptBody | undefined => {
    const source = findSource(recording, step);
    if (source?.bodyHash === undefined) return undefined;
    const text = recording.loadBody(source.bodyHash);
    const whole: unknown = JSON.parse(text);
    // A snippet is given the whole of a file.
    const cut = tableOfStep(step) === undefined ? project?.(whole) : undefined;
    const body = { ...openBody(source, cut === undefined ? whole : JSON.parse(cut)), cut };
    opened.set(step, { body, characters: (cut ?? text).length });
    characters += (cut ?? text).length;
    makeRoom();
    return body;
  };
  return { find: (step) => opened.get(step)?.body ?? open(step) };
}
