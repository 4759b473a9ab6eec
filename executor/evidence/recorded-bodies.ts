import type { Recording } from "../../terms/recording.ts";
import { findSource } from "./recorded-source.ts";
import { openBody, type RecordedBody } from "./resolve-place.ts";

/** The bodies of a recording, parsed once each while they are near. */
export interface RecordedBodies {
  /** The body of a step; undefined where it has none. Throws `journal/not-found` when it was pruned or erased. */
  find(step: number): RecordedBody | undefined;
}

// Evidence walks the rows in order, so that neighbours share a page; more would hold a large run in memory twice.
const KEPT = 64;

/** Opens the bodies of a recording. */
export function openBodies(recording: Pick<Recording, "find" | "tables" | "loadBody">): RecordedBodies {
  const opened = new Map<number, RecordedBody>();
  const open = (step: number): RecordedBody | undefined => {
    const source = findSource(recording, step);
    if (source?.bodyHash === undefined) return undefined;
    const body = openBody(source, JSON.parse(recording.loadBody(source.bodyHash)));
    const [oldest] = opened.keys();
    if (opened.size >= KEPT && oldest !== undefined) opened.delete(oldest);
    opened.set(step, body);
    return body;
  };
  return { find: (step) => opened.get(step) ?? open(step) };
}
