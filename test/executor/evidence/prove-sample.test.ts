// Every style, every direct cell that a sample of 500 names: its value is changed in a copy of the recording, and the plain snippet
// is run over it. Where that changes nothing, an equal value that takes its place must be there, or the claim is wrong.
import { expect, test } from "vitest";
import { openBodies } from "../../../executor/evidence/recorded-bodies.ts";
import { prove } from "../../../executor/evidence/prove.ts";
import type { Place } from "../../../terms/evidence.ts";
import type { Recording } from "../../../terms/recording.ts";
import { styledSnippets } from "../origins/styled-snippets.ts";
import { type Evidenced, evidenceOf } from "./evidence-of.ts";
import { createProcessSandbox } from "./process-sandbox.ts";
import { limits } from "./record-run.ts";

const sandbox = createProcessSandbox();
const sampleSize = 500;

interface Claim {
  readonly style: string;
  readonly evidenced: Evidenced;
  readonly row: number;
  readonly column: string;
  readonly place: Place;
}

function claimsOf(style: string, evidenced: Evidenced): readonly Claim[] {
  const { evidence } = evidenced;
  if (evidence.kind === "none") return [];
  return evidence.rows.flatMap((cells, row) =>
    cells.flatMap((cell, at) =>
      cell.kind === "value" ? [{ style, evidenced, row, column: evidence.columns[at] ?? "", place: cell.place }] : [],
    ),
  );
}

/** How often the value of a place stands in the same field of the recording. */
function timesOf(recording: Recording, { step, pointer }: Place): number {
  const path = (one: string): string => one.replaceAll(/\/\d+(?=\/|$)/g, "/#");
  const read = recording.find(step);
  const value = JSON.stringify(valueAt(recording, { step, pointer }));
  let times = 0;
  for (let other = 0; other < recording.steps; other += 1) {
    const here = recording.find(other);
    if (here?.operationId !== read?.operationId || here?.bodyHash === undefined) continue;
    JSON.parse(recording.loadBody(here.bodyHash), function visit(this: unknown, key: string, one: unknown) {
      if (key === path(pointer).split("/").at(-1) && JSON.stringify(one) === value) times += 1;
      return one;
    });
  }
  return times;
}

function valueAt(recording: Recording, { step, pointer }: Place): unknown {
  return openBodies(recording).find(step)?.resolve(pointer)?.value;
}

test("500 direct cells over all styles: each is proved, decides its row too, or has an equal neighbour", async () => {
  const all: Claim[] = [];
  for (const [style, snippet] of Object.entries(styledSnippets))
    all.push(...claimsOf(style, await evidenceOf(snippet, sandbox)));
  const sample = all.filter(
    (_, at) => Math.floor((at * sampleSize) / all.length) !== Math.floor(((at + 1) * sampleSize) / all.length),
  );
  const counts: Record<string, number> = {};
  const unexplained: string[] = [];
  for (const { style, evidenced, row, column, place } of sample) {
    const { program, recording, rows } = evidenced.run;
    const proof = await prove({ program, recording, rows, row, column, place, sandbox, limits });
    counts[proof.kind] = (counts[proof.kind] ?? 0) + 1;
    const isExplained = proof.kind !== "no-such-place" && (proof.kind !== "no-effect" || timesOf(recording, place) > 1);
    if (!isExplained)
      unexplained.push(`${style}: ${column} of row ${row}, ${place.pointer} of step ${place.step}: ${proof.kind}`);
  }
  console.info(
    `${sample.length} of ${all.length} direct cells in ${Object.keys(styledSnippets).length} styles: ${JSON.stringify(counts)}`,
  );
  expect({ tried: sample.length, unexplained }).toEqual({ tried: sampleSize, unexplained: [] });
}, 120_000);
