import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { lock } from "proper-lockfile";
import { Failure } from "../terms/failure.ts";

/** A change holds the lock for milliseconds: whoever waits for some ten seconds waits for something that hangs. */
const patience = { retries: 60, minTimeout: 20, maxTimeout: 250, factor: 1.3, randomize: true };

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

/** What a file that cannot be written is said to be. */
export function unwritable(path: string, error: unknown): Failure<"library/unwritable"> {
  const reason = codeOf(error);
  return new Failure(
    "library/unwritable",
    { path, reason },
    {
      found: `${path} cannot be written (${reason}).`,
      why: "What was there before is still there; the change is not.",
      help: "Make the data folder writable for its owner, or set ATTEST_HOME to a folder that you own.",
    },
    error,
  );
}

function busy(path: string, error: unknown): Failure<"library/busy"> {
  return new Failure(
    "library/busy",
    { path },
    {
      found: `Another process of Attest holds ${path}.`,
      why: "Two changes at once would lose one of them, so this one was not made.",
      help: "Try again. The lock of a process that was killed ends by itself after ten seconds.",
    },
    error,
  );
}

/**
 * Does `work` while no other process holds the lock of that file. The file itself need not exist.
 * Throws `library/busy` or `library/unwritable`; what `work` throws is passed on.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  const release = await lock(path, { realpath: false, retries: patience }).catch((error: unknown) => {
    throw codeOf(error) === "ELOCKED" ? busy(path, error) : unwritable(path, error);
  });
  try {
    return await work();
  } finally {
    // A lock that was lost to a process which took it for dead is no failure of the work that is done.
    await release().catch(() => undefined);
  }
}
