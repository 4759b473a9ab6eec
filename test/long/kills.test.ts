import { expect, test } from "vitest";
import { killRuns } from "../acceptance/kill-runs.ts";

test("200 runs killed at random moments lose no delivered answer, break no journal and leave no process", async () => {
  const { delivered, ...found } = await killRuns(200);
  expect({ ...found, anyDelivered: delivered > 200 }).toEqual({
    seed: found.seed,
    lost: [],
    broken: [],
    missed: [],
    left: [],
    anyDelivered: true,
  });
}, 1_200_000);
