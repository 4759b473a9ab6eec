// A run that is killed at any moment: its journal verifies, and holds every answer that had been delivered to the sandbox.
import { expect, test } from "vitest";
import { killRuns } from "./kill-runs.ts";

test("20 runs killed at random moments lose no delivered answer, break no journal and leave no process", async () => {
  const { delivered, ...found } = await killRuns(20);
  expect({ ...found, anyDelivered: delivered > 20 }).toEqual({
    seed: found.seed,
    lost: [],
    broken: [],
    missed: [],
    left: [],
    anyDelivered: true,
  });
}, 120_000);
