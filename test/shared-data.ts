import { accessSync, constants, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const given = process.env["ATTEST_SHARED"];
const folder = resolve(given ?? "../shared");

function readable(): boolean {
  try {
    accessSync(folder, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether tests that read the shared data have to skip: only where `ATTEST_SHARED` is not set and the default place is absent.
 * Set but unreadable is no reason to skip: the test then fails at its first read.
 */
export const withoutSharedData: boolean = given === undefined && !readable();

/** The path of a file of the shared data, `okta-spec/management.yaml`. */
export function sharedPath(name: string): string {
  return join(folder, name);
}

/** The text of a file of the shared data. */
export function readShared(name: string): string {
  return readFileSync(sharedPath(name), "utf8");
}
