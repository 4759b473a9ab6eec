// Asks an emulated org the questions of a file, our own, or those that administrators asked, and says how many answers are right.
//   npm run evaluate -- --planner phrasebook|model [--questions FILE | --asked] [--users N] [--seed N] [--only ID,ID] [--json]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { askedQuestions } from "../test/evaluation/asked-questions.ts";
import { evaluate, type Evaluated, type EvaluationQuestion } from "../test/evaluation/evaluate.ts";
import { openEvaluation } from "../test/evaluation/evaluation-house.ts";
import { paraphrases } from "../test/evaluation/paraphrases.ts";
import { ownQuestions } from "../test/evaluation/own-questions.ts";

const { values } = parseArgs({
  options: {
    planner: { type: "string", default: "phrasebook" },
    questions: { type: "string" },
    users: { type: "string", default: "1200" },
    seed: { type: "string", default: "7" },
    asked: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    // Only these of them, by their ids.
    only: { type: "string" },
  },
});

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

/** Rows of a file may be lists: the key first, then the columns. */
function readQuestions(path: string): readonly EvaluationQuestion[] {
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

const verdicts = ["right", "rightly declined", "declined", "wrong", "failed", "answered", "not answered"] as const;

/** What a model took for all of them; empty for the phrasebook. */
function renderUsage(all: readonly Evaluated[]): string {
  const used = all.flatMap(({ usage }) => usage ?? []);
  if (used.length === 0) return "";
  const rounds = used.map((one) => one.rounds).toSorted((a, b) => a - b);
  const tokens = used.reduce((sum, one) => sum + one.inputTokens + one.outputTokens, 0);
  return `, ${tokens} tokens, median rounds ${rounds[Math.floor(rounds.length / 2)]}`;
}

function render(all: readonly Evaluated[]): string {
  const classes = [...new Set(all.map((one) => one.class))];
  const shown = verdicts.filter((verdict) => all.some((one) => one.verdict === verdict));
  const count = (list: readonly Evaluated[], verdict: string): number =>
    list.filter((one) => one.verdict === verdict).length;
  const line = (name: string, list: readonly Evaluated[]): string =>
    [
      name.padEnd(12),
      String(list.length).padStart(5),
      ...shown.map((one) => String(count(list, one)).padStart(one.length + 2)),
    ].join("");
  const calls = all.reduce((sum, one) => sum + one.calls, 0);
  const seconds = all.reduce((sum, one) => sum + one.seconds, 0);
  return [
    ["class".padEnd(12), "  all", ...shown.map((one) => `  ${one}`)].join(""),
    ...classes.map((one) =>
      line(
        one,
        all.filter((evaluated) => evaluated.class === one),
      ),
    ),
    line("all", all),
    "",
    `${calls} calls, ${seconds.toFixed(1)} s${renderUsage(all)}`,
    ...besideCheapest(all),
  ].join("\n");
}

/** Calls of right answers beside those of the cheapest known recipe, where one was worked out. */
function besideCheapest(all: readonly Evaluated[]): readonly string[] {
  const known = all.flatMap(({ verdict, calls, cheapest }) =>
    verdict === "right" && cheapest !== undefined ? [{ calls, cheapest }] : [],
  );
  if (known.length === 0) return [];
  const sum = (part: "calls" | "cheapest"): number => known.reduce((whole, one) => whole + one[part], 0);
  return [`${known.length} right answers with a known recipe: ${sum("calls")} calls, ${sum("cheapest")} by the recipe`];
}

function renderOne(one: Evaluated): string {
  const { usage, cheapest } = one;
  const model = usage === undefined ? "" : `${usage.inputTokens + usage.outputTokens} tokens, ${usage.rounds} rounds, `;
  const recipe = cheapest === undefined ? "" : ` (${cheapest} by the recipe)`;
  const spent = `${model}${one.seconds.toFixed(1)} s, ${one.calls} calls${recipe}`;
  const head = `${one.id.padEnd(8)} ${one.verdict.padEnd(16)} ${spent}  ${one.question}`;
  return [head, ...[one.reading, one.detail].filter((text) => text !== "").map((text) => `         ${text}`)].join(
    "\n",
  );
}

const planner = values.planner === "model" ? "model" : "phrasebook";
const house = await openEvaluation({ users: Number(values.users), seed: Number(values.seed), planner });
try {
  const own = values.asked ? [...askedQuestions(house.world), ...paraphrases(house.world)] : ownQuestions(house.world);
  const listed = values.questions === undefined ? own : readQuestions(values.questions);
  const only = values.only?.split(",");
  const questions = only === undefined ? listed : listed.filter(({ id }) => only.includes(id));
  const all = await evaluate(questions, house, values.json ? undefined : (one) => console.info(renderOne(one)));
  console.info(values.json ? JSON.stringify(all, undefined, 2) : `\n${render(all)}`);
  process.exitCode = all.some((one) => one.verdict === "wrong" || one.verdict === "failed") ? 1 : 0;
} finally {
  await house.close();
}
