import { readFileSync } from "node:fs";
import { z } from "zod";
import type { EvaluationQuestion } from "../../test/evaluation/evaluate.ts";

const row = z.record(z.string(), z.unknown());
const expected = z.union([
  z.object({ declined: z.literal(true) }),
  z.object({
    key: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.union([row, z.array(z.unknown())])),
    ordered: z.boolean().default(false),
  }),
]);
const questionsOfFile = z.array(
  z.object({
    id: z.string(),
    question: z.string(),
    class: z.string(),
    expected: expected.optional(),
    cheapest: z.number().optional(),
  }),
);

/** The questions of a file. Its rows may be lists: the key first, then the columns. */
export function readQuestions(path: string): readonly EvaluationQuestion[] {
  return questionsOfFile.parse(JSON.parse(readFileSync(path, "utf8"))).map(({ expected: wanted, ...one }) => {
    if (wanted === undefined) return one;
    if ("declined" in wanted) return { ...one, expected: wanted };
    const names = [wanted.key, ...wanted.columns.filter((name) => name !== wanted.key)];
    const rows = wanted.rows.map((cells) =>
      Array.isArray(cells) ? Object.fromEntries(names.map((name, at) => [name, cells[at]])) : cells,
    );
    return { ...one, expected: { ...wanted, rows } };
  });
}
