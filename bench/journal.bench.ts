// What the journal costs a run of 5,000 reads at zero latency, synchronous full and encrypted; what it takes of the disk; and how
// long it takes to be listed, searched and shown at 100,000 entries.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderRunList, renderRunRecord } from "../cli/render/render-journal.ts";
import type { House } from "../main/house.ts";
import { listJournal, searchJournal, showJournal } from "../main/journal.ts";
import { answerCount } from "./attest-run.ts";
import { startOrg } from "./emulated-org.ts";
import { factorsOfUsers } from "./factors-of-users.ts";
import { median, say, timed } from "./figures.ts";
import { openBenchHouse } from "./bench-house.ts";
import { addRun, addRuns, patternOf } from "./filled-journal.ts";
import { measuredRun } from "./journal-cost.ts";

const users = 5_000;
const rounds = 7;
const concurrency = 64;
const looks = 9;
const entries = 100_000;
/** Reads of a run, and runs of that size: half of the entries are in large runs, half in small ones. */
const sizes = [
  { reads: 5_000, runs: 10 },
  { reads: 17, runs: 2_500 },
] as const;

const onePage = (operation: string, columns: string): string => `import { okta } from 'okta'

export const title = '${operation}'

export default async function () {
  const items = await okta.${operation}({}).all()
  return items.map((item) => (${columns}))
}
`;

const kinds = [
  { name: "pages of 200 users", source: onePage("listUsers", "{ id: item.id, login: item.profile.login }") },
  { name: "groups", source: onePage("listGroups", "{ id: item.id, name: item.profile.name }") },
  { name: "applications", source: onePage("listApplications", "{ id: item.id, label: item.label }") },
  { name: "factors of one user each", source: factorsOfUsers },
];

/** What runs of each kind take of the disk, beside what was received. */
async function storedToReceived(house: House): Promise<void> {
  for (const { name, source } of kinds) {
    const before = house.journal().usage();
    await answerCount(house, source);
    const after = house.journal().usage();
    const [stored, received] = [after.stored - before.stored, after.received - before.received];
    const [mb, of] = [stored, received].map((bytes) => (bytes / 1e6).toFixed(2));
    say(`stored to received, ${name}: ${mb} of ${of} MB, ${(stored / received).toFixed(2)}`);
  }
}

async function cost(house: House): Promise<void> {
  const run = await measuredRun(house, house.journal().runs.get("last"));
  await run("off");
  await run("on");
  const pairs: { readonly off: number; readonly on: number }[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ off: await run("off"), on: await run("on") });
  const ms = (of: "off" | "on"): number => Math.round(median(pairs.map((pair) => pair[of])));
  const ratio = median(pairs.map(({ off, on }) => on / off)).toFixed(2);
  say(`${users} reads and the walk before them, ${concurrency} at once, medians of ${rounds} rounds`);
  say(`journal off: ${ms("off")} ms; on: ${ms("on")} ms; ratio ${ratio} (bound 1.10)`);
}

async function look(name: string, work: () => string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < looks; round += 1) times.push((await timed(async () => work())).ms);
  const [first = 0] = times;
  say(`${name}: ${median(times).toFixed(0)} ms, the first time ${first.toFixed(0)} ms (bound 200)`);
}

async function looksAt(house: House, large: string): Promise<void> {
  await look("list", () => renderRunList(listJournal(house, 20)));
  await look("search, found in every run", () => renderRunList(searchJournal(house, ["factor"], 20)));
  await look("search, found in none", () => renderRunList(searchJournal(house, ["nowhere"], 20)));
  await look("show, 17 reads", () => renderRunRecord(showJournal(house, "last")));
  await look("show, 5,000 reads", () => renderRunRecord(showJournal(house, large)));
  await look("show --json, 5,000 reads", () => JSON.stringify(showJournal(house, large)));
}

const org = await startOrg(users);
const folder = mkdtempSync(join(tmpdir(), "attest-bench-"));
const measured = openBenchHouse(join(folder, "measured"), org, concurrency);
const filled = openBenchHouse(join(folder, "filled"), org, concurrency);
try {
  await storedToReceived(measured);
  await cost(measured);
  const pattern = patternOf(measured.journal(), measured.journal().runs.get("last").run);
  const large = await addRun(filled.journal(), pattern, 5_000);
  for (const size of sizes) await addRuns(filled.journal(), pattern, size);
  say(`a journal of ${filled.journal().usage().entries} entries (${entries} were asked for)`);
  await looksAt(filled, large);
} finally {
  await measured.close();
  await filled.close();
  org.stop();
  rmSync(folder, { recursive: true, force: true });
}
