import { afterAll, beforeAll, expect, test } from "vitest";
import { inParallel, openFaultBench, renderTable, type Cell, type FaultBench } from "../main/fault-matrix.ts";
import { quickFaults, slowFaults } from "../main/misbehaviours.ts";

let bench: FaultBench;
beforeAll(() => {
  bench = openFaultBench();
});
afterAll(() => bench.close());

const atOnce = 16;
const seeds = Array.from({ length: 20 }, (_, at) => at + 1);

test("under every fault and twenty seeds a read gives the rows of the dump, or a failure that names it", async () => {
  const tasks = [...quickFaults, ...slowFaults].flatMap((fault) =>
    (["single", "walk", "join"] as const).flatMap((kind) => seeds.map((seed) => () => bench.cell(fault, kind, seed))),
  );
  const cells = await inParallel(tasks, atOnce);
  process.stdout.write(`${renderTable(cells)}\n`);
  const wrong = (cell: Cell): boolean => !cell.isRight;
  const neverMet = [...Map.groupBy(cells, (cell) => cell.fault)]
    .filter(([, all]) => all.every((cell) => cell.met === 0))
    .map(([fault]) => fault);
  expect({ wrong: cells.filter(wrong), neverMet }).toEqual({ wrong: [], neverMet: [] });
}, 3_600_000);
