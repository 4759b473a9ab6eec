// Asks an emulated org the questions of a file, our own, or those that administrators asked, and says how many answers are right.
//   npm run evaluate -- --planner phrasebook|model [--questions FILE | --asked] [--only ID,ID] [--list] [--json]
//                       [--users N] [--seed N] [--now ISO] [--hostile-names] [--keep FOLDER --reader NAME]
//   npm run evaluate -- --table FILE [--keep FOLDER]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { askedQuestions } from "../test/evaluation/asked-questions.ts";
import { evaluate, type EvaluationQuestion } from "../test/evaluation/evaluate.ts";
import { openEvaluation, type EvaluationHouse } from "../test/evaluation/evaluation-house.ts";
import { readingOf } from "../test/evaluation/keep-reading.ts";
import { paraphrases } from "../test/evaluation/paraphrases.ts";
import { plainWords } from "../test/evaluation/plain-words.ts";
import { ownQuestions } from "../test/evaluation/own-questions.ts";
import { readReadings, writeReading } from "../test/evaluation/reading.ts";
import { readingsTable } from "../test/evaluation/readings-table.ts";
import { readQuestions } from "./evaluate/read-questions.ts";
import { renderAll, renderOne } from "./evaluate/render-evaluated.ts";

const { values } = parseArgs({
  options: {
    planner: { type: "string", default: "phrasebook" },
    questions: { type: "string" },
    users: { type: "string", default: "1200" },
    seed: { type: "string", default: "7" },
    // Start time of the org, so that another process has the same one.
    now: { type: "string" },
    "hostile-names": { type: "boolean", default: false },
    asked: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    // Prints the questions, asks none.
    list: { type: "boolean", default: false },
    // Only these, by their ids, out of all that there are.
    only: { type: "string" },
    // Folder that gets what was read, where a model planned.
    keep: { type: "string" },
    // Who answers as the model.
    reader: { type: "string", default: "unnamed" },
    // File that gets the table of the kept readings; nothing is asked.
    table: { type: "string" },
  },
});

function listQuestions({ world }: EvaluationHouse): readonly EvaluationQuestion[] {
  if (values.questions !== undefined) return readQuestions(values.questions);
  const asked = (): readonly EvaluationQuestion[] => [
    ...askedQuestions(world),
    ...paraphrases(world),
    ...plainWords(world),
  ];
  if (values.only !== undefined || values.list) return [...ownQuestions(world), ...asked()];
  return values.asked ? asked() : ownQuestions(world);
}

async function askThem(questions: readonly EvaluationQuestion[], house: EvaluationHouse): Promise<void> {
  const all = await evaluate(questions, house, (one, answered) => {
    if (!values.json) console.info(renderOne(one));
    const reading = values.keep === undefined ? undefined : readingOf(one, answered, { house, reader: values.reader });
    if (reading !== undefined && values.keep !== undefined) writeReading(values.keep, reading);
  });
  console.info(values.json ? JSON.stringify(all, undefined, 2) : `\n${renderAll(all)}`);
  process.exitCode = all.some((one) => one.verdict === "wrong" || one.verdict === "failed") ? 1 : 0;
}

async function evaluateQuestions(): Promise<void> {
  const house = await openEvaluation({
    users: Number(values.users),
    seed: Number(values.seed),
    planner: values.planner === "model" ? "model" : "phrasebook",
    hostileNames: values["hostile-names"],
    now: values.now === undefined ? undefined : Date.parse(values.now),
  });
  try {
    const only = values.only?.split(",");
    const questions = listQuestions(house).filter(({ id }) => only === undefined || only.includes(id));
    if (!values.list) await askThem(questions, house);
    else
      console.info(
        questions.map(({ id, class: kind, question }) => `${id.padEnd(6)} ${kind.padEnd(11)} ${question}`).join("\n"),
      );
  } finally {
    await house.close();
  }
}

if (values.table === undefined) await evaluateQuestions();
else writeFileSync(values.table, readingsTable(readReadings(values.keep ?? "test/evaluation/readings")));
