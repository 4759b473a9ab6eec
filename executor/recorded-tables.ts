import { Failure } from "../terms/failure.ts";
import type { Recording } from "../terms/recording.ts";
import type { ProgramTable } from "./program.ts";

/** The rows of a recorded run's files, as a program is given them. Throws `journal/not-found` where they were pruned or erased. */
export function recordedTables(recording: Pick<Recording, "run" | "tables" | "loadBody">): readonly ProgramTable[] {
  return recording.tables.map(({ name, file, bodyHash }) => {
    if (bodyHash !== undefined) return { name, text: recording.loadBody(bodyHash) };
    throw new Failure(
      "journal/not-found",
      { what: "input table", name },
      {
        found: `The rows of ${file}, which run ${recording.run} was given, are no longer in the journal.`,
        why: "Without them the run cannot be repeated.",
        help: "Run it again with the file.",
      },
    );
  });
}
