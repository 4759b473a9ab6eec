// A run as the lines of a file: what another journal takes in, and what it finds wrong.
import { expect, test } from "vitest";
import { openJournal, type Journal } from "../../../audit/journal.ts";
import { factsOf } from "../../../audit/entries/facts.ts";
import { checkRunFile } from "../../../audit/transfer/check-run-file.ts";
import { isReadable } from "../../../audit/transfer/readable-detail.ts";
import { ring } from "../key-ring.ts";
import { newFolder } from "../new-folder.ts";
import { beginning, bodyAt, readAt } from "../sample-run.ts";

async function* asLines(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** A journal with one run of 40 reads and its planning, and the run as lines. */
async function journalWithRun(): Promise<{
  readonly journal: Journal;
  readonly run: string;
  readonly lines: string[];
}> {
  const journal = openJournal({ folder: newFolder(), ring });
  const plan = await journal.beginPlan({ question: "Which?", planner: "phrasebook", operator: "ines" });
  await plan.end({ kind: "declined", reason: "none", requests: [] });
  const run = await journal.beginRun({ ...beginning, plan: plan.plan }, '{"degraded":true,"user":[],"group":[]}');
  await Promise.all([...Array(40).keys()].map((step) => run.keep(readAt(step), bodyAt(step))));
  await run.end({ outcome: "answered", rows: [{ login: "zoë" }], notes: [] });
  return { journal, run: run.run, lines: [...journal.exportRun(run.run)] };
}

async function importInto(journal: Journal, lines: readonly string[]): Promise<unknown> {
  const checked = await checkRunFile(asLines(lines));
  return "reason" in checked ? checked : journal.importRun(checked, asLines(lines), "olga");
}

const contentOf = (journal: Journal, run: string): unknown => {
  const kept = journal.runs.get(run);
  const reads = [...journal.runs.listReads(run)];
  return { ...kept, importedAt: undefined, reads, bodies: reads.map((read) => journal.loadBody(read.bodyHash ?? "")) };
};

test("a run is the same in the journal that imports it, whose chains hold, and its chain is the same lines again", async () => {
  const { journal, run, lines } = await journalWithRun();
  const other = openJournal({ folder: newFolder(), ring });
  const imported = await importInto(other, lines);
  expect({
    imported,
    content: contentOf(other, run),
    again: [...other.exportRun(run)].slice(1),
    verified: other.verify({ bodies: true }).broken,
    isImported: other.runs.get(run).importedAt !== undefined,
  }).toEqual({
    imported: { run, exportedAt: expect.any(String), written: 44 },
    content: contentOf(journal, run),
    again: lines.slice(1),
    verified: [],
    isImported: true,
  });
});

test("an import that was cut off goes on where it ended, and one that is whole writes nothing again", async () => {
  const { run, lines } = await journalWithRun();
  const other = openJournal({ folder: newFolder(), ring });
  const checked = await checkRunFile(asLines(lines));
  if ("reason" in checked) throw new Error(checked.reason);
  await other.importRun(checked, asLines(lines.slice(0, 20)), "olga");
  const open = other.runs.get(run).ending;
  expect([open, await importInto(other, lines), await importInto(other, lines), other.verify().broken]).toEqual([
    undefined,
    { run, exportedAt: checked.exportedAt, written: 25 },
    { run, exportedAt: checked.exportedAt, written: 0 },
    [],
  ]);
});

test("a run that went on since it was exported is not mixed with its file", async () => {
  const { journal, run, lines } = await journalWithRun();
  expect(await importInto(journal, lines)).toMatchObject({ written: 0 });
  await journal.runs.attach(run, "later", {});
  await expect(importInto(journal, lines)).rejects.toThrow(`The journal has another run of the name ${run}.`);
});

/** The file with one line changed, taken out, or put elsewhere. */
function changedFiles(lines: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const change = (at: number, from: string, to: string): readonly string[] =>
    lines.map((line, index) => (index === at ? line.replace(from, to) : line));
  const other = JSON.stringify({ ...JSON.parse(lines[4] ?? ""), chain: "20261123-200000-00000000" });
  return [
    ["a value in a body", change(10, "push", "pusj")],
    ["a target in an entry's text", change(10, '\\"target\\":\\"/', '\\"target\\":\\"x/')],
    ["a count among its facts", change(10, '\\"bytes\\":', '\\"bytes\\":1')],
    ["a time", change(10, '"at":"2', '"at":"3')],
    ["a line taken out", lines.toSpliced(10, 1)],
    ["two lines swapped", lines.toSpliced(10, 2, lines[11] ?? "", lines[10] ?? "")],
    ["its end cut off", lines.slice(0, -1)],
    ["its last entries cut off", [...lines.slice(0, -3), lines.at(-1) ?? ""]],
    ["half a line", [...lines.slice(0, 10), lines[10]?.slice(0, 100) ?? ""]],
    ["an entry of another chain", lines.with(10, other)],
    ["the journal's own chain", change(10, /"chain":"[^"]+"/.exec(lines[10] ?? "")?.[0] ?? "", '"chain":"journal"')],
    ["something after its end", [...lines, lines[5] ?? ""]],
    ["a newer form", change(0, '"version":1', '"version":2')],
    ["another file", ['{"hello":"world"}']],
    ["nothing", []],
  ];
}

test("whatever is changed in a file is found, with its line, and nothing is written", async () => {
  const { lines } = await journalWithRun();
  const other = openJournal({ folder: newFolder(), ring });
  const found: unknown[] = [];
  for (const [name, changed] of changedFiles(lines)) found.push([name, await importInto(other, changed)]);
  expect(found).toEqual([
    ["a value in a body", { line: 11, reason: "its body was changed" }],
    ["a target in an entry's text", { line: 11, reason: "its text was changed" }],
    ["a count among its facts", { line: 11, reason: "it does not follow from the entry before it" }],
    ["a time", { line: 11, reason: "it does not follow from the entry before it" }],
    ["a line taken out", { line: 11, reason: "entry 7 is missing" }],
    ["two lines swapped", { line: 11, reason: "entry 7 is missing" }],
    ["its end cut off", { line: 0, reason: "it is cut off" }],
    ["its last entries cut off", { line: 44, reason: "entries are missing" }],
    ["half a line", { line: 11, reason: "it is cut off or changed" }],
    ["an entry of another chain", { line: 11, reason: "it belongs to another chain" }],
    ["the journal's own chain", { line: 11, reason: "it is cut off or changed" }],
    ["something after its end", { line: 47, reason: "something stands after its end" }],
    ["a newer form", { line: 1, reason: "a newer version of Attest wrote it" }],
    ["another file", { line: 1, reason: "it is no exported run" }],
    ["nothing", { line: 0, reason: "it is cut off" }],
  ]);
  expect(other.verify().entries).toBe(0);
});

test("a chain that is whole but holds what Attest does not write is refused", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const { title: _, ...untitled } = beginning.review;
  const run = await journal.beginRun({ ...beginning, review: untitled as typeof beginning.review });
  expect(await checkRunFile(asLines([...journal.exportRun(run.run)]))).toEqual({
    line: 2,
    reason: "its text is none that Attest writes",
  });
});

test("a run is found by words of its question, title, operations or operator, in any case, and by nothing else", async () => {
  const { journal, run } = await journalWithRun();
  const finds = (...words: string[]): boolean => journal.runs.search(words, 10).some((one) => one.run === run);
  expect([
    finds("which", "USERS"),
    finds("listusers"),
    finds("ines"),
    finds("all users", "acme.okta.com"),
    finds("which", "contractors"),
    finds("export"),
    finds("%"),
  ]).toEqual([true, true, true, true, false, false, false]);
});

test("facts of reads from before Attest wrote down why one failed are taken, those that say something else are not", () => {
  const failure = { code: "okta/unavailable", details: {}, found: "…", why: "…", help: "…" };
  const read = { ...readAt(0), kind: "failed" as const, failure };
  const { bodyHash: _, ...detail } = read;
  const facts = factsOf("read", detail);
  const takes = (kind: string, stated: object): boolean =>
    isReadable({
      chain: "a run",
      number: 1,
      at: "2026-11-23T20:00:00.000Z",
      kind,
      subject: "0",
      facts: JSON.stringify(stated),
      detailHash: "",
      bodyHash: null,
      hash: "",
      detail: { text: JSON.stringify(detail), salt: "" },
    });
  const { failure: _failure, ...before } = facts;
  expect([takes("read", facts), takes("read", before), takes("read", { ...facts, requests: 7 })]).toEqual([
    true,
    true,
    false,
  ]);
});
