import { afterAll, expect, test } from "vitest";
import { collectEvidence, type RunEvidence } from "../../../executor/evidence/collect-evidence.ts";
import { pairTransform } from "../../../executor/evidence/pair-transform.ts";
import { traceReads } from "../../../executor/projection/trace-reads.ts";
import { createSandbox } from "../../../executor/sandbox/sandbox.ts";
import type { AnswerAsk } from "../../../terms/ask.ts";
import type { CellEvidence } from "../../../terms/evidence.ts";
import { compileSnippet, testedOperations } from "../origins/compile-snippet.ts";
import { keyedSnippets } from "../origins/keyed-snippets.ts";
import { setSnippets } from "../origins/set-snippets.ts";
import { styled, type StyledSnippet } from "../origins/styled.ts";
import { styledSnippets } from "../origins/styled-snippets.ts";
import { type Evidenced, evidenceOf } from "./evidence-of.ts";
import { createProcessSandbox } from "./process-sandbox.ts";
import { limits, recordRun } from "./record-run.ts";

const isolated = createSandbox();
afterAll(() => isolated.close());
const inProcess = createProcessSandbox();

function getStyle(name: string): StyledSnippet {
  const style = styledSnippets[name];
  if (style === undefined) throw new Error(`No style is named ${name}.`);
  return style;
}

const isGood: ReadonlySet<CellEvidence["kind"]> = new Set(["value", "literal", "computed", "parameter"]);

/** Cells of direct columns without evidence, and every refused cell. */
function shortcomings({ lineage, evidence }: Evidenced): readonly string[] {
  if (evidence.kind === "none") return [evidence.why];
  return evidence.rows.flatMap((row, index) =>
    row.flatMap((cell, position) => {
      const name = evidence.columns[position] ?? "";
      const column = lineage.columns.find((one) => one.name === name);
      const isDirect = column?.origin.kind === "direct";
      const isEmptyList = cell.kind === "items";
      const fails = cell.kind === "refused" || (isDirect && !isGood.has(cell.kind) && !isEmptyList);
      return fails ? [`row ${index}, ${name}: ${JSON.stringify(cell)}`] : [];
    }),
  );
}

test("in every style the traced replay gives the run's rows, and every direct cell has evidence that holds", async () => {
  const found: string[] = [];
  for (const [name, style] of Object.entries(styledSnippets))
    for (const one of shortcomings(await evidenceOf(style, inProcess))) found.push(`${name}: ${one}`);
  expect(found).toEqual([]);
});

/** Texts that are said to be the snippet's own, and do not stand in it. */
function falseTexts({ text }: StyledSnippet, { run, evidence }: Evidenced): readonly unknown[] {
  if (evidence.kind === "none") return [evidence.why];
  return evidence.rows.flatMap((row, index) =>
    row.flatMap((cell, position) => {
      const value = run.rows[index]?.[evidence.columns[position] ?? ""];
      return cell.kind === "literal" && typeof value === "string" && !text.includes(value) ? [value] : [];
    }),
  );
}

test("in every style what is said to be the snippet's own text stands in the snippet", async () => {
  const found: unknown[] = [];
  for (const style of Object.values(styledSnippets))
    found.push(...falseTexts(style, await evidenceOf(style, inProcess)));
  expect(found).toEqual([]);
});

test("where names, keys, members of sets and iterators were read, every cell has evidence, and counts name what they count", async () => {
  const kinds: Record<string, readonly string[]> = {};
  for (const [name, style] of Object.entries({ ...keyedSnippets, ...setSnippets })) {
    const { evidence } = await evidenceOf(style, inProcess);
    const [first = []] = evidence.kind === "collected" ? evidence.rows : [];
    kinds[name] = first.map((cell) => cell.kind);
  }
  expect(kinds).toEqual({
    "groups of an object, with a text for those without": ["value", "items", "value"],
    "groups of an object by a value alone": ["value", "items", "computed"],
    "groups of a map, with a text for those without": ["value", "items"],
    "groups of a map by a value alone": ["value", "items", "value"],
    "groups of a snippet's own objects": ["value", "items", "computed"],
    "groups of texts, with their number": ["computed", "items", "value"],
    "a total that is spread, and a name worked out": ["value", "items"],
    "objects of one worked out name": ["value", "value"],
    "an object made of a map": ["value", "items"],
    "pairs of a number and a value in a map": ["value", "items", "value"],
    "a helper that takes any number of values": ["computed", "value"],
    "positions in what Array.from walks": ["items", "value", "value"],
    "a union of sets": ["value", "computed"],
    "an intersection of sets": ["value", "items"],
    "a difference of sets, and what is said of both": ["value", "items", "computed", "computed", "computed"],
    "what stands in one of two sets": ["value"],
    "a set met with a map": ["value", "value"],
    "methods of an iterator": ["items", "value"],
    "an iterator of a map": ["value", "items", "value"],
    "positions and items": ["items", "value"],
    "characters of texts": ["value", "computed", "computed", "computed"],
  });
});

test("names that are written as numbers are the names that the numbers give", async () => {
  const style = styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => {
    const one = { 0x10: user.id, 1_000: user.status }
    return { id: one[16], status: one[1000] }
  })`);
  const { evidence } = await evidenceOf(style, inProcess);
  const first = evidence.kind === "collected" ? evidence.rows[0] : evidence.why;
  expect(first).toEqual([
    { kind: "value", place: { step: 0, pointer: "/0/id" } },
    { kind: "value", place: { step: 0, pointer: "/0/status" } },
  ]);
});

test("a value that is said to be there, with an exclamation mark, keeps its place, read and written", async () => {
  const style = styled(`  const users = await okta.listUsers({}).all()
  const index: Record<string, { login: string }> = {}
  for (const user of users) index[user.id] = { login: '' }
  for (const user of users) index[user.id]!.login = user.profile.login!
  return users.map((user) => ({ login: index[user.id]!.login!, status: users[0]!.status }))`);
  const { evidence } = await evidenceOf(style, inProcess);
  expect(evidence.kind === "collected" && evidence.rows[2]).toEqual([
    { kind: "value", place: { step: 0, pointer: "/2/profile/login" } },
    { kind: "value", place: { step: 0, pointer: "/0/status" } },
  ]);
});

test("what is written into an object, or into a copy of it, changes the evidence of that one alone", async () => {
  const style = styled(`  const users = await okta.listUsers({}).all()
  return users.map((user) => {
    const one = { login: user.profile.login, email: user.profile.email, since: user.created }
    const { since, ...rest } = one
    rest.login = user.id
    const copy = { ...one, email: user.status }
    one.since = user.lastUpdated
    return {
      oneLogin: one.login, oneEmail: one.email, oneSince: one.since, since,
      restLogin: rest.login, restEmail: rest.email, copyLogin: copy.login, copyEmail: copy.email, copySince: copy.since,
    }
  })`);
  const { evidence } = await evidenceOf(style, inProcess);
  const value = (property: string): CellEvidence => ({ kind: "value", place: { step: 0, pointer: `/0/${property}` } });
  const [login, email, created] = [value("profile/login"), value("profile/email"), value("created")];
  expect(evidence.kind === "collected" && { columns: evidence.columns, row: evidence.rows[0] }).toEqual({
    columns: "oneLogin oneEmail oneSince since restLogin restEmail copyLogin copyEmail copySince".split(" "),
    row: [login, email, value("lastUpdated"), created, value("id"), email, login, value("status"), created],
  });
});

test("an object with more names than its text could write keeps the place of each value, and so do its copies", async () => {
  const style = styled(`  const users = await okta.listUsers({}).all()
  const index: Record<string, string> = { first: users[0]?.status ?? '' }
  for (const user of users)
    for (let turn = 0; turn < 10; turn += 1) index[\`\${user.id} \${turn}\`] = user.profile.login
  const copy: Record<string, string> = { ...index, added: users[0]?.created ?? '' }
  return users.map((user) => ({
    first: index.first ?? null, login: index[\`\${user.id} 9\`] ?? null,
    copied: copy[\`\${user.id} 3\`] ?? null, added: copy.added ?? null, copiedFirst: copy.first ?? null,
  }))`);
  const { evidence } = await evidenceOf(style, inProcess);
  const value = (property: string): CellEvidence => ({ kind: "value", place: { step: 0, pointer: `/${property}` } });
  expect(evidence.kind === "collected" && { columns: evidence.columns, row: evidence.rows[2] }).toEqual({
    columns: ["first", "login", "copied", "added", "copiedFirst"],
    row: [value("0/status"), value("2/profile/login"), value("2/profile/login"), value("0/created"), value("0/status")],
  });
});

test("the demo question's evidence, in the isolate: places for what was read, the responses behind a count", async () => {
  const { evidence } = await evidenceOf(getStyle("the demo question"), isolated);
  expect(evidence.kind === "collected" && { ...evidence, rows: evidence.rows.slice(0, 2) }).toEqual({
    kind: "collected",
    columns: ["login", "status", "activeFactors"],
    from: 0,
    rows: [
      [
        { kind: "value", place: { step: 1, pointer: "/0/_embedded/user/profile/login" } },
        { kind: "value", place: { step: 1, pointer: "/0/_embedded/user/status" } },
        { kind: "items", places: [{ step: 3, pointer: "" }], count: 0 },
      ],
      [
        { kind: "value", place: { step: 1, pointer: "/3/_embedded/user/profile/login" } },
        { kind: "value", place: { step: 1, pointer: "/3/_embedded/user/status" } },
        { kind: "items", places: [{ step: 4, pointer: "" }], count: 2 },
      ],
    ],
    counts: { value: 14, computed: 0, items: 7, literal: 0, parameter: 0, lost: 0, refused: 0 },
  });
});

test("the isolate and this process give the same evidence", async () => {
  const names = ["a map of totals", "asynchronous helpers", "nested patterns", "a swap"];
  const both = await Promise.all(
    names.map(async (name) => {
      const style = getStyle(name);
      return await evidenceOf(style, isolated);
    }),
  );
  const here: RunEvidence[] = [];
  for (const name of names) here.push((await evidenceOf(getStyle(name), inProcess)).evidence);
  expect(both.map((one) => one.evidence)).toEqual(here);
});

test("other rows than the run's: no evidence, and the reason", async () => {
  const { text } = getStyle("a chain");
  const compiled = compileSnippet(text);
  const run = await recordRun(inProcess, text, {});
  const evidence = await collectEvidence({
    traced: { code: pairTransform(compiled) },
    operationIds: testedOperations,
    lineage: traceReads(compiled).traced.lineage,
    recording: run.recording,
    rows: run.rows.toReversed(),
    sandbox: inProcess,
    limits,
  });
  expect(evidence).toEqual({ kind: "none", why: "The traced replay gave other rows than the run." });
});

test("rows that jump between a hundred pages have each page read from the recording once", async () => {
  const pages = 100;
  const { text } = styled(`  const users = await okta.listUsers({}).all()
  return users.toSorted((a, b) => a.created.localeCompare(b.created)).map((user) => ({ id: user.id, created: user.created }))`);
  const answer: AnswerAsk = async ({ page = 0 }) => {
    const body = JSON.stringify([1, 2].map((one) => ({ id: `${one} of ${page}`, created: `${one}`, lastUpdated: "" })));
    return { kind: "response", load: () => body, bytes: body.length, hasMore: page < pages - 1 };
  };
  const compiled = compileSnippet(text);
  const { traced, readableNames } = traceReads(compiled);
  const { recording, rows } = await recordRun(inProcess, text, {}, answer);
  const loaded: string[] = [];
  const loadBody = (hash: string): string => {
    loaded.push(hash);
    return recording.loadBody(hash);
  };
  const evidence = await collectEvidence({
    traced: { code: pairTransform(compiled) },
    operationIds: testedOperations,
    readableNames,
    lineage: traced.lineage,
    recording: { ...recording, loadBody },
    rows,
    sandbox: isolated,
    limits,
  });
  expect({ loaded, counts: evidence.kind === "collected" && evidence.counts, last: rows.at(-1) }).toEqual({
    loaded: Array.from({ length: pages }, (_, step) => `body ${step}`),
    counts: { value: 400, computed: 0, items: 0, literal: 0, parameter: 0, lost: 0, refused: 0 },
    last: { id: "2 of 99", created: "2" },
  });
});

test("evidence of one row is that row of the whole", async () => {
  const style = getStyle("variables and a map");
  const compiled = compileSnippet(style.text);
  const { run, lineage, evidence } = await evidenceOf(style, inProcess);
  const one = await collectEvidence({
    traced: { code: pairTransform(compiled) },
    operationIds: testedOperations,
    lineage,
    recording: run.recording,
    rows: run.rows,
    sandbox: inProcess,
    limits,
    range: { from: 5, to: 6 },
  });
  expect(one.kind === "collected" && { from: one.from, rows: one.rows }).toEqual({
    from: 5,
    rows: evidence.kind === "collected" ? evidence.rows.slice(5, 6) : [],
  });
});
