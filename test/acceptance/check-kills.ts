import { expect, test } from "vitest";
import { randomNumbers } from "../random-numbers.ts";
import { killExports } from "./kill-exports.ts";
import { killPrunes } from "./kill-prunes.ts";
import { killRuns } from "./kill-runs.ts";

/** How many of each are killed. */
export interface KillCounts {
  readonly runs: number;
  readonly prunes: number;
  readonly exports: number;
}

/** Declares the tests of what is left after SIGKILL at random moments; set `ATTEST_SEED` to have the same moments again. */
export function checkKills(counts: KillCounts): void {
  const seed = Number(process.env["ATTEST_SEED"] ?? Math.floor(Math.random() * 2 ** 32));
  const random = randomNumbers(seed);
  const moments = (count: number): readonly number[] => Array.from({ length: count }, random);
  const timeout = 1_200_000;

  test(
    `${counts.runs} runs that are killed lose no delivered answer, break no journal and leave no process`,
    { timeout },
    async () => {
      const { delivered, ...found } = await killRuns(moments(counts.runs));
      expect({ seed, ...found, anyDelivered: delivered > counts.runs }).toEqual({
        seed,
        lost: [],
        broken: [],
        missed: [],
        left: [],
        anyDelivered: true,
      });
    },
  );

  test(
    `${counts.prunes} prunes that are killed break no journal and take from no run but what they say`,
    { timeout },
    async () => {
      const { wrong, inTheMiddle } = await killPrunes(moments(counts.prunes));
      expect({ seed, wrong, anyInTheMiddle: inTheMiddle > 0 }).toEqual({ seed, wrong: [], anyInTheMiddle: true });
    },
  );

  test(`${counts.exports} exports that are killed leave no file that looks whole and is not`, { timeout }, async () => {
    const { wrong, partial, whole } = await killExports(moments(counts.exports));
    expect({ seed, wrong, any: partial > 0 && whole > 0 }).toEqual({ seed, wrong: [], any: true });
  });
}
