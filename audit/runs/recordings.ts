import type { Recording } from "../../terms/recording.ts";
import type { BodyStore } from "../entries/bodies.ts";
import type { EntryReader } from "../entries/entries.ts";
import { parseRead } from "../entries/read-detail.ts";
import type { KeptRun } from "./runs.ts";

/**
 * The reads of a run, answering in place of the network. Reads and bodies come from the disk one by one, so that a run of
 * any size can be replayed. A step that was read again after a resume gives the later read.
 */
export function recordingOf(entries: EntryReader, bodies: BodyStore, { run, beginning }: KeptRun): Recording {
  return {
    run,
    source: beginning.source,
    parameters: beginning.parameters,
    tables: (beginning.tables ?? []).map((table) => {
      const bodyHash = entries.findInChain(run, "table", table.name)?.bodyHash ?? undefined;
      return { ...table, bodyHash };
    }),
    clock: beginning.clock,
    timeZone: beginning.timeZone,
    versions: beginning.versions,
    steps: entries.countSteps(run, "read"),
    find: (step) => {
      const entry = entries.findInChain(run, "read", String(step));
      return entry === undefined || entry.detail === null ? undefined : parseRead(entry.detail, entry.bodyHash);
    },
    loadBody: (bodyHash) => bodies.load(bodyHash),
  };
}
