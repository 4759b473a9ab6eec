import { isFailure, Failure } from "../../terms/failure.ts";

/** SQLite's or the system's own short reason for an error. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  if ("errstr" in error && typeof error.errstr === "string") return error.errstr;
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

/** What a failed write to the journal at `path` is called: `journal/unwritable` with the reason of `error`. A Failure stays itself. */
export function unwritable(error: unknown, path: string): Failure {
  return isFailure(error) ? error : unwritableFor(reasonOf(error), path, error);
}

/** The same, where only the reason is left of the error. */
export function unwritableFor(reason: string, path: string, cause?: unknown): Failure<"journal/unwritable"> {
  return new Failure(
    "journal/unwritable",
    { path, reason },
    {
      found: `The journal ${path} cannot be written (${reason}).`,
      why: "Every response is kept before it is used, so the run was stopped; what the journal had before is still there.",
      help: "Make room (attest journal prune; ATTEST_JOURNAL_MB is its bound) or set the folder's rights, or choose another data folder with ATTEST_HOME; then resume the run.",
    },
    cause,
  );
}
