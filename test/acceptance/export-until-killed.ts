// Run as a process of its own by tests: exports a run and packs it by turns, again and again, and names each file that was
// acknowledged.
import { join } from "node:path";
import { exportRun } from "../../main/export-run.ts";
import { openHouse } from "../../main/house.ts";
import { packRuns } from "../../main/pack-runs.ts";
import { sayLine } from "../say-line.ts";

const [home = "", keys = "", out = ""] = process.argv.slice(2);
const house = openHouse({ ATTEST_HOME: home, ATTEST_KEYS: keys }, out);
house.journal();
sayLine("exporting");
for (let count = 0; ; count += 1) {
  const name = count % 2 === 0 ? `${count}.attest.gz` : `${count}.zip`;
  if (name.endsWith(".zip")) await packRuns(house, ["last"], join(out, name));
  else await exportRun(house, "last", join(out, name));
  sayLine(`${name}`);
}
