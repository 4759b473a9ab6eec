import { expect, test } from "vitest";
import { traceLineage } from "../../../executor/origins/trace-lineage.ts";
import { answerFromRecording } from "../../../executor/replay.ts";
import type { Column, Lineage } from "../../../terms/origin.ts";
import type { Row } from "../../../terms/cell.ts";
import { createProcessSandbox } from "../evidence/process-sandbox.ts";
import { fieldsIn, mutateRecording, type Strategy } from "../evidence/mutate-recording.ts";
import { limits, recordRun, type RecordedRun } from "../evidence/record-run.ts";
import { compileSnippet } from "./compile-snippet.ts";
import { styledSnippets } from "./styled-snippets.ts";

const sandbox = createProcessSandbox();
// ATTEST_LONG=1 changes every field in three ways; without it a part of the fields, in the way that finds most.
const isLong = process.env["ATTEST_LONG"] === "1";
const strategies: readonly Strategy[] = isLong ? ["mark", "rotate", "equalise"] : ["rotate"];

function claimedBy({ origin }: Column, { selectedBy, askedBy }: Lineage): readonly string[] {
  const fields = "fields" in origin ? origin.fields : [];
  const chosenBy = "chosenBy" in origin ? origin.chosenBy : [];
  return [...fields, ...chosenBy, ...selectedBy, ...askedBy];
}

function isClaimed(field: string, claimed: readonly string[]): boolean {
  return claimed.some((one) => one === field || `${one}[]` === field);
}

function changedColumns(lineage: Lineage, before: readonly Row[], after: readonly Row[]): readonly Column[] {
  const valuesOf = (rows: readonly Row[], name: string): string => JSON.stringify(rows.map((row) => row[name]));
  return lineage.columns.filter(({ name }) => valuesOf(before, name) !== valuesOf(after, name));
}

async function unclaimed(
  { program, recording, rows }: RecordedRun,
  lineage: Lineage,
  fields: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const field of fields) {
    for (const strategy of strategies) {
      const changed = mutateRecording(recording, field, strategy);
      if (changed === undefined) continue;
      const end = await sandbox.run(program, { limits, answer: answerFromRecording(changed) });
      if (end.kind !== "finished") continue;
      for (const column of changedColumns(lineage, rows, end.rows))
        if (!isClaimed(field, claimedBy(column, lineage))) found.push(`${column.name} by ${field}, ${strategy}`);
    }
  }
  return found;
}

test(
  "no field that changes a column is missing from its origin, whatever the style",
  { timeout: 600_000 },
  async () => {
    const found: string[] = [];
    for (const [index, [name, { text, parameters }]] of Object.entries(styledSnippets).entries()) {
      const { lineage } = traceLineage(compileSnippet(text));
      const run = await recordRun(sandbox, text, parameters);
      const fields = fieldsIn(run.recording).filter((_, position) => isLong || (position + index) % 11 === 0);
      for (const one of await unclaimed(run, lineage, fields)) found.push(`${name}: ${one}`);
    }
    expect(found).toEqual([]);
  },
);
