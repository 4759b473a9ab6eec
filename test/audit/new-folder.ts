import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is not there yet, for the running test alone; gone when the test has ended. */
export function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), "attest-journal-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, "data");
}
