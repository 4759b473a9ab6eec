import { afterAll, beforeAll, expect, test } from "vitest";
import { inParallel, openFaultBench, renderTable, type Cell, type FaultBench } from "./fault-matrix.ts";
import { quickFaults } from "./misbehaviours.ts";

let bench: FaultBench;
beforeAll(() => {
  bench = openFaultBench();
});
afterAll(() => bench.close());

/** Most of a cell is waiting: for retries, and for the slow ones among the faults. */
const atOnce = 16;
const seeds = [1, 2];

test("under every fault a read gives the rows of the dump, or a failure that names it", async () => {
  const tasks = quickFaults.flatMap((fault) =>
    (["single", "walk", "join"] as const).flatMap((kind) => seeds.map((seed) => () => bench.cell(fault, kind, seed))),
  );
  const cells = await inParallel(tasks, atOnce);
  process.stdout.write(`${renderTable(cells)}\n`);
  const wrong = (cell: Cell): boolean => !cell.isRight || cell.met === 0;
  expect(cells.filter(wrong)).toEqual([]);
}, 120_000);
