import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startOrg, type EmulatedOrg } from "../../bench/emulated-org.ts";
import type { Front } from "../../main/front.ts";
import { openHouse, type House } from "../../main/house.ts";
import { run } from "../../main/run.ts";

const minuteMs = 60_000;
const minutes = 10;
const operators = 5;
const runsOfOperator = 10;

const snippet = `import { each, okta } from 'okta'

export const title = 'Factors of a few users'

export default async function () {
  const users = await okta.listUsers({}).first(8)
  return each(users, async (user) => {
    const [whole, factors] = await Promise.all([okta.getUser({ id: user.id }), okta.listFactors({ userId: user.id }).all()])
    return { id: user.id, status: whole.status, factors: factors.length }
  })
}
`;
/** All that such an answer warns of: that its list was cut. */
const usual = "Takes only the first 8 of listUsers, whatever else there is (line 6).";

const front: Front = {
  decide: undefined,
  allowLookUp: undefined,
  onProgress: () => undefined,
  yes: true,
  signal: new AbortController().signal,
};

interface Ended {
  readonly run: string;
  readonly ms: number;
  /** Outcome, failure and unusual warnings. */
  readonly said: string;
}

let home: string;
let org: EmulatedOrg;
let house: House;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "attest-fifty-"));
  // In a process of its own: what the org holds is none of the memory that is measured.
  org = await startOrg(2000, "--limits", "enterprise", "--latency", "20");
  house = openHouse(
    {
      ATTEST_HOME: join(home, "data"),
      ATTEST_KEYS: join(home, "keys"),
      ATTEST_LIMITS: "minutes=30",
      LOOKUPS: "off",
      OKTA_DOMAIN: org.origin,
      OKTA_API_TOKEN: org.token,
    },
    home,
  );
});
afterAll(async () => {
  await house.close();
  org.stop();
  rmSync(home, { recursive: true, force: true });
});

async function runOnce(): Promise<Ended> {
  const started = performance.now();
  const result = await run(house, { source: snippet, parameters: {} }, front);
  if (result.kind !== "report") throw new Error(JSON.stringify(result));
  const { report } = result;
  const said = [
    report.outcome,
    ...(report.failure === undefined ? [] : [report.failure.found]),
    ...report.warnings.filter((warning) => warning !== usual),
  ];
  return { run: report.run ?? "", ms: performance.now() - started, said: said.join("; ") };
}

interface Memory {
  readonly minute: number;
  readonly rss: number;
  readonly heap: number;
}

/** The means of each minute, in MB. */
function byMinute(samples: readonly Memory[]): readonly Memory[] {
  const mean = (of: readonly number[]): number => Math.round(of.reduce((sum, one) => sum + one, 0) / of.length / 1e6);
  return [...Map.groupBy(samples, (one) => one.minute)]
    .filter(([minute]) => minute <= minutes)
    .map(([minute, all]) => ({ minute, rss: mean(all.map((one) => one.rss)), heap: mean(all.map((one) => one.heap)) }));
}

function refusedIn(runs: readonly Ended[]): number {
  const attempts = runs.flatMap((one) =>
    [...house.journal().listReads(one.run)].flatMap((read) => read.exchange?.attempts ?? []),
  );
  return attempts.filter((attempt) => attempt.status === 429).length;
}

test(
  "50 runs of five operators at once, for ten minutes: none waits for more than twice the mean, none sees a 429, memory stays flat",
  async () => {
    const began = performance.now();
    const sinceBegan = (): number => performance.now() - began;
    const ended: Ended[] = [];
    const samples: Memory[] = [];
    const timer = setInterval(() => {
      const { rss, heapUsed: heap } = process.memoryUsage();
      samples.push({ minute: Math.floor(sinceBegan() / minuteMs) + 1, rss, heap });
    }, 1000);
    const operate = async (): Promise<void> => {
      while (sinceBegan() < minutes * minuteMs) ended.push(await runOnce());
    };
    await Promise.all(Array.from({ length: operators * runsOfOperator }, operate));
    clearInterval(timer);

    const memory = byMinute(samples);
    const [times, refused] = [ended.map((one) => one.ms / 1000), refusedIn(ended)];
    const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
    const longest = Math.max(...times);
    process.stdout.write(
      [
        `${ended.length} runs, ${mean.toFixed(1)} s each, the longest ${longest.toFixed(1)} s, ${refused} answers of 429`,
        ...memory.map(({ minute, rss, heap }) => `minute ${minute}: ${rss} MB in all, ${heap} MB of heap`),
        "",
      ].join("\n"),
    );
    const [first, last] = [memory.at(1), memory.at(-1)];
    expect({
      said: [...new Set(ended.map((one) => one.said))],
      withinTwiceTheMean: longest <= 2 * mean,
      grewMb: Math.max(0, (last?.rss ?? 0) - 1.2 * (first?.rss ?? 0)),
    }).toEqual({ said: ["answered"], withinTwiceTheMean: true, grewMb: 0 });
  },
  2 * minutes * minuteMs,
);
