import { Failure, isFailure } from "../../terms/failure.ts";

/** A journal file that SQLite cannot read. A Failure stays itself. */
export function damaged(error: unknown, path: string): Failure {
  if (isFailure(error)) return error;
  const reason = error instanceof Error ? error.message : "unknown reason";
  return new Failure(
    "journal/broken",
    { chain: "", entry: -1, reason },
    {
      found: `The journal ${path} cannot be read: ${reason}.`,
      why: "The file is damaged, so nothing in it can be vouched for.",
      help: "Restore it from a copy; keep the damaged file, since parts of it may still be read.",
    },
    error,
  );
}
