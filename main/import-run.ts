import { resolve } from "node:path";
import { checkRunFile } from "../audit/transfer/check-run-file.ts";
import type { ImportedRun } from "../audit/transfer/import-run.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";
import { badFile, readLines } from "./run-file/read-lines.ts";

/**
 * Takes in a run out of a file: first the file is read and verified whole, then it is written. Throws `journal/bad-file` for a file
 * that does not hold, `journal/conflict` for another run of the same name.
 */
export async function importRun(house: House, path: string): Promise<ImportedRun> {
  const whole = resolve(path);
  const checked = await checkRunFile(readLines(whole));
  if ("reason" in checked) throw badFile(whole, checked.line, checked.reason);
  return house.journal().importRun(checked, readLines(whole), operatorName());
}
