import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { renderAnchor } from "../../cli/render/render-anchor.ts";
import { anchorJournal } from "../../main/anchor-journal.ts";
import { postAnchorWhenDue } from "../../main/anchoring/post-anchor-when-due.ts";
import { examineAnchorWebhook } from "../../main/doctor/examine-anchor-webhook.ts";
import { openHouse, type House } from "../../main/house.ts";
import { verifyJournal } from "../../main/journal.ts";
import type { FailureText } from "../../terms/failure.ts";
import { openAskingHouse, reportOf } from "../asking-house.ts";
import { beginning, bodyAt, readAt } from "../audit/sample-run.ts";
import { startServer } from "../okta/start-server.ts";
import { refusalOf } from "./refusal-of.ts";

const { signal } = new AbortController();

interface Place {
  readonly folder: string;
  /** What was told as an alert is. */
  readonly told: FailureText[];
  open(environment?: Readonly<Record<string, string>>): House;
  close(house: House): Promise<void>;
}

function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "attest-anchor-"));
  const houses = new Set<House>();
  const told: FailureText[] = [];
  onTestFinished(async () => {
    await Promise.all([...houses].map((house) => house.close()));
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    told,
    open: (environment = {}) => {
      const places = { ATTEST_HOME: join(folder, "data"), ATTEST_KEYS: join(folder, "keys") };
      const house = openHouse({ ...places, ...environment }, folder, { onAlert: (text) => void told.push(text) });
      houses.add(house);
      return house;
    },
    close: async (house) => {
      houses.delete(house);
      await house.close();
    },
  };
}

/** A webhook that answers with that status and keeps what was posted. */
async function newWebhook(status: () => number): Promise<{ readonly url: string; readonly posted: string[] }> {
  const posted: string[] = [];
  const server = await startServer((incoming, answer) => {
    let text = "";
    incoming.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    incoming.on("end", () => {
      posted.push(text);
      answer.writeHead(status()).end();
    });
  });
  onTestFinished(() => server.close());
  return { url: `${server.origin}/secret-path`, posted };
}

async function keepRun(house: House): Promise<void> {
  const run = await house.journal().beginRun(beginning);
  await run.keep(readAt(0), bodyAt(0));
  await run.end({ outcome: "answered", rows: [], notes: [] });
}

/** Takes the last run away with everything that speaks of it, and the anchors beside the key. */
async function cutTail(place: Place): Promise<House> {
  const database = new DatabaseSync(join(place.folder, "data", "journal.db"));
  database.exec(`
    CREATE TEMP TABLE last AS SELECT chain FROM entries WHERE kind = 'run-begun' ORDER BY id DESC LIMIT 1;
    DELETE FROM bodies WHERE entry IN (SELECT id FROM entries WHERE chain IN last);
    DELETE FROM entries WHERE chain IN last OR (chain = 'journal' AND subject IN last)`);
  database.close();
  return place.open({ ATTEST_ANCHORS: join(place.folder, "none.anchors") });
}

test("an anchor in a file elsewhere shows that the tail was cut off, though the journal's own anchors are gone", async () => {
  const place = newPlace();
  const first = place.open();
  await keepRun(first);
  await keepRun(first);
  const file = join(place.folder, "elsewhere", "kept.anchors");
  const { anchor, keptIn } = await anchorJournal(first, file, signal);
  await anchorJournal(first, file, signal);
  const before = verifyJournal(first, false, file).broken;
  await place.close(first);
  const cut = await cutTail(place);
  expect({
    keptIn,
    number: anchor.number,
    lines: readFileSync(file, "utf8").trimEnd().split("\n").length,
    before,
    without: verifyJournal(cut, false).broken,
    with: verifyJournal(cut, false, file).broken,
  }).toEqual({
    keptIn: { kind: "file", path: file },
    number: 3,
    lines: 2,
    before: [],
    without: [],
    with: [
      {
        chain: "journal",
        number: 2,
        reason: `it was cut off, with everything up to entry 3, which was signed at ${anchor.at}`,
      },
    ],
  });
});

test("what a webhook was given is an anchor too, once kept as it came", async () => {
  const place = newPlace();
  const { url, posted } = await newWebhook(() => 200);
  const house = place.open();
  await keepRun(house);
  const { anchor, keptIn } = await anchorJournal(house, url, signal);
  const file = join(place.folder, "received.jsonl");
  writeFileSync(file, `${posted.join("\n")}\n`);
  const { anchors, broken } = verifyJournal(house, false, file);
  expect({ keptIn, posted: JSON.parse(posted[0] ?? ""), anchors, broken }).toEqual({
    keptIn: { kind: "webhook", host: new URL(url).host },
    posted: { text: expect.stringContaining(anchor.hash), anchor },
    anchors: 1,
    broken: [],
  });
});

test("a place that is none for anchors is refused, and one that does not take it is named without its address", async () => {
  const place = newPlace();
  const house = place.open();
  const other = join(place.folder, "notes.txt");
  const inside = join(place.folder, "data", "anchors");
  const { url } = await newWebhook(() => 403);
  const empty = await refusalOf(() => anchorJournal(house, undefined, signal));
  await keepRun(house);
  writeFileSync(other, "notes\n");
  expect({
    empty,
    inside: await refusalOf(() => anchorJournal(house, inside, signal)),
    other: await refusalOf(() => anchorJournal(house, other, signal)),
    plain: await refusalOf(() => anchorJournal(house, "http://example.com/x", signal)),
    below: (await refusalOf(() => anchorJournal(house, join(other, "below"), signal))).replace(/E[A-Z]+[.]$/, "CODE."),
    refusing: await refusalOf(() => anchorJournal(house, url, signal)),
    untouched: readFileSync(other, "utf8"),
    printed: renderAnchor(await anchorJournal(house, undefined, signal)).startsWith('{"journal":"'),
  }).toEqual({
    empty: `journal/not-found: The journal ${join(place.folder, "data", "journal.db")} has no entries yet.`,
    inside: `config/invalid: ${inside} is inside the data folder.`,
    other: `config/invalid: ${other} is a file without anchors.`,
    plain: "config/invalid: The URL is none that an anchor is posted to.",
    below: `journal/anchor-not-kept: The anchor did not get to ${join(other, "below")}: CODE.`,
    refusing: `journal/anchor-not-kept: The anchor did not get to the webhook at ${new URL(url).host}: answered 403.`,
    untouched: "notes\n",
    printed: true,
  });
});

test("a run posts an anchor at its end, before the house is closed", async () => {
  const { url, posted } = await newWebhook(() => 200);
  const asking = await openAskingHouse({ users: 5, seed: 1 }, { ANCHOR_WEBHOOK: url });
  const source = `import { okta } from 'okta'
export const title = 'All groups'
export default async function () {
  return (await okta.listGroups({}).all()).map((group) => ({ id: group.id }))
}
`;
  const { outcome } = reportOf(await asking.run(source));
  await asking.close();
  expect([outcome, posted.length]).toEqual(["answered", 1]);
});

test("with ANCHOR_WEBHOOK an anchor is posted once a day; one that was not taken is told and tried again", async () => {
  const place = newPlace();
  let status = 500;
  const { url, posted } = await newWebhook(() => status);
  const house = place.open({ ANCHOR_WEBHOOK: url });
  const states = [examineAnchorWebhook(house).state];
  await keepRun(house);
  await postAnchorWhenDue(house);
  states.push(examineAnchorWebhook(house).state);
  status = 200;
  await postAnchorWhenDue(house);
  await postAnchorWhenDue(house);
  states.push(examineAnchorWebhook(house).state);
  expect({
    states,
    posted: posted.length,
    told: place.told.map(({ found }) => found),
    secret: JSON.stringify(place.told).includes("secret-path"),
    broken: verifyJournal(house, false).broken,
  }).toEqual({
    states: ["good", "poor", "good"],
    posted: 2,
    told: ["The journal's anchor could not be posted: answered 500."],
    secret: false,
    broken: [],
  });
});
