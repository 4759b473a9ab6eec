import { findSource } from "./recorded-source.ts";
import type { Recording } from "../../terms/recording.ts";

/** The bodies of a recording, parsed once each while they are near. */
export interface RecordedBodies {
  /** The body of a step; undefined where it has none. Throws `journal/not-found` when it was pruned or erased. */
  find(step: number): { readonly body: unknown } | undefined;
}

// Evidence walks the rows in order, so that neighbours share a page; more would hold a large run in memory twice.
const KEPT = 64;

/** Opens the bodies of a recording. */
export function openBodies(recording: Pick<Recording, "find" | "tables" | "loadBody">): RecordedBodies {
  const parsed = new Map<string, unknown>();
  return {
    find(step) {
      const hash = findSource(recording, step)?.bodyHash;
      if (hash === undefined) return undefined;
      if (parsed.has(hash)) return { body: parsed.get(hash) };
      const body: unknown = JSON.parse(recording.loadBody(hash));
      const [oldest] = parsed.keys();
      if (parsed.size >= KEPT && oldest !== undefined) parsed.delete(oldest);
      parsed.set(hash, body);
      return { body };
    },
  };
}
