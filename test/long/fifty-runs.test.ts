import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startOrg, type EmulatedOrg } from "../../bench/emulated-org.ts";
import { openHouse, type House } from "../../main/house.ts";
import { run } from "../../main/run.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { silentFront } from "../acceptance/silent-front.ts";

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
const usualWarning = "Takes only the first 8 of listUsers, whatever else there is (line 6).";

interface Ended {
  readonly run: string;
  readonly ms: number;
  /** Outcome, failure and unusual warnings. */
  readonly said: string;
}

let home: string;
let org: EmulatedOrg;
let house: House;

/**
 * The heaps of the compiler's threads grow with their first five hundred snippets each and not after that (measured over 3,000), to
 * what an engine takes rather than collect: that is not what fifty runs leave behind.
 */
const snippetsBefore = 1_000;

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
  const checker = house.checker();
  const checkOne = (): Promise<unknown> => checker.check(snippet, { orgSchema: baseSchema() });
  for (let count = 0; count < snippetsBefore; count += 2) await Promise.all([checkOne(), checkOne()]);
}, 2 * minuteMs);
afterAll(async () => {
  await house.close();
  org.stop();
  rmSync(home, { recursive: true, force: true });
});

async function runOnce(): Promise<Ended> {
  const started = performance.now();
  const result = await run(house, { source: snippet, parameters: {} }, silentFront);
  if (result.kind !== "report") throw new Error(JSON.stringify(result));
  const { report } = result;
  const said = [
    report.outcome,
    ...(report.failure === undefined ? [] : [report.failure.found]),
    ...report.warnings.filter((warning) => warning !== usualWarning),
  ];
  return { run: report.run ?? "", ms: performance.now() - started, said: said.join("; ") };
}

interface Memory {
  readonly minute: number;
  readonly rss: number;
}

/** The lowest of each minute, in MB. */
function floors(samples: readonly Memory[]): readonly number[] {
  return [...Map.groupBy(samples, (one) => one.minute)]
    .filter(([minute]) => minute <= minutes)
    .map(([, all]) => Math.round(Math.min(...all.map((one) => one.rss)) / 1e6));
}

function mean(of: readonly number[]): number {
  return of.reduce((sum, one) => sum + one, 0) / of.length;
}

/**
 * How far the lowest of the later half lies above the lowest of the earlier one, as a share. The lowest, because what is above it
 * is work in progress and garbage of the compiler's threads, which comes and goes with the windows of the rate limit; what is
 * never given back raises the lowest. The first minute is the start.
 */
function growth(ofMinutes: readonly number[]): number {
  const after = ofMinutes.slice(1);
  const half = Math.ceil(after.length / 2);
  return Math.min(...after.slice(half)) / Math.min(...after.slice(0, half)) - 1;
}

/** What is still in use after everything else was collected, in bytes. */
function heapInUse(): number {
  if (globalThis.gc === undefined) throw new Error("The long tests run with --expose-gc.");
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

function refusedIn(runs: readonly Ended[]): number {
  const attempts = runs.flatMap((one) =>
    [...house.journal().runs.listReads(one.run)].flatMap((read) => read.exchange?.attempts ?? []),
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
    const heaps: number[] = [];
    const timers = [
      setInterval(() => {
        samples.push({ minute: Math.floor(sinceBegan() / minuteMs) + 1, rss: process.memoryUsage().rss });
      }, 1000),
      setInterval(() => (heaps.length < minutes ? heaps.push(heapInUse()) : undefined), minuteMs),
    ];
    const operate = async (): Promise<void> => {
      while (sinceBegan() < minutes * minuteMs) ended.push(await runOnce());
    };
    await Promise.all(Array.from({ length: operators * runsOfOperator }, operate));
    timers.forEach((timer) => clearInterval(timer));

    const lowest = floors(samples);
    const [times, refused] = [ended.map((one) => one.ms / 1000), refusedIn(ended)];
    const [usual, longest] = [mean(times), Math.max(...times)];
    const grown = { rss: growth(lowest), heap: growth(heaps) };
    process.stdout.write(
      [
        `${ended.length} runs, ${usual.toFixed(1)} s each, the longest ${longest.toFixed(1)} s, ${refused} answers of 429`,
        `lowest of each minute: ${lowest.join(", ")} MB in all`,
        `heap in use after each minute: ${heaps.map((one) => Math.round(one / 1e6)).join(", ")} MB`,
        `later half over the earlier: ${grown.rss.toFixed(3)} in all, ${grown.heap.toFixed(3)} of the heap`,
        "",
      ].join("\n"),
    );
    expect({
      said: [...new Set(ended.map((one) => one.said))],
      withinTwiceTheMean: longest <= 2 * usual,
      isFlat: { rss: grown.rss <= 0.1, heap: grown.heap <= 0.1 },
    }).toEqual({ said: ["answered"], withinTwiceTheMean: true, isFlat: { rss: true, heap: true } });
  },
  2 * minutes * minuteMs,
);
