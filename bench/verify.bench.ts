// How long a verification of a million entries takes: half of them in runs of 5,000 reads, half in small ones, with the bodies
// of one user's factors.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyJournal } from "../main/journal.ts";
import { answerCount } from "./attest-run.ts";
import { openBenchHouse } from "./bench-house.ts";
import { startOrg } from "./emulated-org.ts";
import { factorsOfUsers } from "./factors-of-users.ts";
import { say, timed } from "./figures.ts";
import { addRuns, patternOf } from "./filled-journal.ts";

/** Runs of so many reads. */
const sizes = [
  { reads: 5_000, runs: 100 },
  { reads: 17, runs: 22_700 },
] as const;

const org = await startOrg(5_100);
const folder = mkdtempSync(join(tmpdir(), "attest-bench-"));
const house = openBenchHouse(join(folder, "data"), org, 64);
try {
  await answerCount(house, factorsOfUsers);
  const pattern = patternOf(house.journal(), house.journal().runs.get("last").run);
  const filled = await timed(async () => {
    for (const size of sizes) await addRuns(house.journal(), pattern, size);
  });
  const { entries, stored } = house.journal().usage();
  say(`${entries} entries, ${(stored / 1e9).toFixed(2)} GB, written in ${(filled.ms / 1000).toFixed(0)} s`);
  for (const bodies of [false, true]) {
    const { ms, value } = await timed(async () => verifyJournal(house, bodies));
    if (!value.clean || value.entries !== entries) throw new Error(JSON.stringify(value.broken.slice(0, 3)));
    say(`verify${bodies ? " --bodies" : ""}: ${(ms / 1000).toFixed(1)} s${bodies ? "" : " (bound 60)"}`);
  }
} finally {
  await house.close();
  org.stop();
  rmSync(folder, { recursive: true, force: true });
}
