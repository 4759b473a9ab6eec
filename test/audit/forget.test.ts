// Must-show 6: after forgetting, no value of the person's can be read anywhere, key in hand, and the chains still verify.
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { type Journal, openJournal } from "../../audit/journal.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { readableTexts } from "./readable-texts.ts";
import { beginning, readAt } from "./sample-run.ts";

const ada = { id: "00uAdaLovelace0001", login: "ada@acme.com", mobile: "+49 151 5550100", name: "Ada Lovelace" };

const userBody = (id: string, login: string, first: string, last: string, mobilePhone: string) => ({
  id,
  status: "ACTIVE",
  profile: { login, email: login, firstName: first, lastName: last, mobilePhone },
});

const adaUser = userBody(ada.id, ada.login, "Ada", "Lovelace", ada.mobile);
const joannUser = userBody("00uJoann000000001", "joann.ada@acme.com", "Joann", "Ada", "+49 151 5550199");

/** A run that lists users and reads one's factors: neither the factors nor the rows say whose they are. */
async function keepRun(journal: Journal, user: { readonly id?: unknown }, row: object): Promise<string> {
  const run = await journal.beginRun(beginning);
  await run.keep(readAt(0), JSON.stringify([user]));
  const exchange = readAt(1).exchange;
  if (exchange === undefined) throw new Error("the sample has an exchange");
  const target = `/api/v1/users/${String(user.id)}/factors`;
  const read = { ...readAt(1), parameters: { userId: String(user.id) }, exchange: { ...exchange, target } };
  await run.keep(read, JSON.stringify([{ id: "smsXyz", profile: { phoneNumber: `of ${String(user.id)}` } }]));
  await run.end({ outcome: "answered", rows: [{ ...row }], notes: [] });
  return run.run;
}

/** Every sealed text by its bytes, to be looked for in the files. */
function sealedBytes(folder: string): readonly string[] {
  const database = new DatabaseSync(join(folder, "journal.db"), { readOnly: true });
  const rows = database
    .prepare("SELECT detail AS content FROM entries WHERE detail IS NOT NULL UNION ALL SELECT content FROM bodies")
    .all();
  database.close();
  return rows.map(({ content }) => (content instanceof Uint8Array ? Buffer.from(content).toString("latin1") : ""));
}

const filesOf = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "latin1"))
    .join("\n");

test("nothing of a person can be read after it was forgotten, and another one's values stay", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const plan = await journal.beginPlan({ question: `Factors of ${ada.name}`, planner: "model", operator: "ines" });
  await plan.end({ kind: "declined", reason: `no ${ada.login}`, requests: [] });
  const first = await keepRun(journal, adaUser, { phone: ada.mobile, secret: "her own word" });
  const second = await keepRun(journal, joannUser, { phone: "+49 151 5550199" });
  const sealed = sealedBytes(folder);
  const report = await journal.erasures.forgetPerson("ADA@acme.com", "ines");
  const left = new Set(sealedBytes(folder));
  const gone = sealed.filter((bytes) => !left.has(bytes));
  const readable = readableTexts(folder, ring);
  const values = [...Object.values(ada), "her own word"].filter((value) =>
    new RegExp(`(?<![\\w.])${value.replaceAll("+", "\\+")}`, "i").test(readable),
  );
  const files = filesOf(folder);
  expect({
    values,
    bytesLeft: gone.filter((bytes) => files.includes(bytes.slice(0, 64))).length,
    gone: gone.length > 5,
    lingering: report.lingering,
    outcome: journal.runs.get(first).ending?.outcome,
    other: journal.loadBody(journal.runs.get(second).ending?.rowsHash ?? ""),
    broken: journal.verify({ bodies: true }).broken,
  }).toEqual({
    values: [],
    bytesLeft: 0,
    gone: true,
    lingering: false,
    outcome: "answered",
    other: '[\n{"phone":"+49 151 5550199"}\n]',
    broken: [],
  });
  await journal.close();
});

test("a person is found in cursors, after what JSON and URLs write as letters, and by a last name that was asked for", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const exchange = readAt(0).exchange;
  if (exchange === undefined) throw new Error("the sample has an exchange");
  const cursor = Buffer.from(`page after ${ada.id}`).toString("base64url");
  const texts = [`%3D${ada.id}`, `one\n${ada.login}`, `\u2028${ada.mobile.replaceAll(" ", "")}`, cursor];
  const planning = await journal.beginPlan({ question: "Groups of Lovelace", planner: "model", operator: "ines" });
  await planning.end({ kind: "declined", reason: "none", requests: [] });
  const run = await journal.beginRun({ ...beginning, question: "Groups of Lovelace", plan: planning.plan });
  await run.keep(readAt(0), JSON.stringify([adaUser]));
  await run.end({ outcome: "empty", rows: [], notes: [] });
  const other = await journal.beginRun(beginning);
  await Promise.all(
    texts.map((text, index) =>
      other.keep({ ...readAt(index), exchange: { ...exchange, target: `/x?after=${text}` } }, "[]"),
    ),
  );
  await other.end({ outcome: "empty", rows: [], notes: [] });
  const without = await journal.beginRun({ ...beginning, question: "Groups named after Lovelace" });
  await without.end({ outcome: "empty", rows: [], notes: [] });
  await journal.erasures.forgetPerson(ada.login, "ines");
  expect({
    targets: [...journal.runs.listReads(other.run)].map((read) => read.exchange?.target),
    questions: [other, without].map((one) => journal.runs.get(one.run).beginning.question),
    isLeft: readableTexts(folder, ring).includes("Groups of Lovelace"),
  }).toEqual({
    targets: [],
    questions: [beginning.question, "Groups named after Lovelace"],
    isLeft: false,
  });
  await journal.close();
});

test("who shares a switchboard's number with a person is not taken for that person", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const switchboard = "+49 30 1234567";
  const withNumber = (user: typeof adaUser) => ({
    ...user,
    profile: { ...user.profile, primaryPhone: switchboard },
  });
  const first = await keepRun(journal, withNumber(adaUser), {});
  const second = await keepRun(journal, withNumber(joannUser), {});
  await journal.erasures.forgetPerson(ada.login, "ines");
  const left = (run: string): readonly number[] => [...journal.runs.listReads(run)].map((read) => read.step);
  // The list has the number, the factors of the other one have nothing of the person's.
  expect([left(first), left(second)]).toEqual([[], [1]]);
  await journal.close();
});

test("a forgotten run is listed by what took place, and nothing of it can be read", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const run = await keepRun(journal, adaUser, { login: ada.login });
  await journal.erasures.forgetRun("last", "ines");
  const [headline] = journal.runs.listHeadlines();
  expect({
    headline,
    found: readableTexts(folder, ring).includes(ada.login),
    broken: journal.verify({ bodies: true }).broken,
  }).toEqual({
    headline: {
      run,
      begunAt: headline?.begunAt,
      endedAt: headline?.endedAt,
      outcome: "answered",
      rowCount: 1,
      org: "https://acme.okta.com",
      operator: "ines",
      how: "prompt",
      kept: undefined,
    },
    found: false,
    broken: [],
  });
  expect(() => journal.runs.get(run)).toThrow("was forgotten");
  await journal.close();
});

test("texts that are taken away without a note of it are missed", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const run = await keepRun(journal, adaUser, {});
  await journal.close();
  const database = new DatabaseSync(join(folder, "journal.db"));
  database.exec("UPDATE entries SET detail = NULL WHERE number = 1 AND kind = 'read'");
  database.close();
  const again = openJournal({ folder, ring });
  expect(again.verify().broken).toEqual([{ chain: run, number: 1, reason: "its text was deleted" }]);
  await again.close();
});

test("a prune erases what is out of its kind's time, keeps what is pinned, and the chains verify", async () => {
  const folder = newFolder();
  let now = "2026-01-01T00:00:00.000Z";
  const journal = openJournal({ folder, ring, now: () => new Date(now) });
  const old = await keepRun(journal, adaUser, {});
  const pinned = await keepRun(journal, adaUser, {});
  await journal.erasures.pin(pinned, true, "ines");
  now = "2026-06-01T00:00:00.000Z";
  const fresh = await keepRun(journal, adaUser, {});
  const report = await journal.erasures.prune(
    { others: "2026-03-01T00:00:00.000Z", reports: "2025-01-01T00:00:00.000Z" },
    "ines",
  );
  const reads = (run: string): number => [...journal.runs.listReads(run)].length;
  expect({
    report,
    reads: [old, pinned, fresh].map(reads),
    counted: journal.runs.show(old).operations.map((one) => one.reads),
    question: journal.runs.get(old).beginning.question,
    again: (await journal.erasures.prune({ others: "2026-03-01T00:00:00.000Z", reports: "" }, "ines")).entries,
    broken: journal.verify({ bodies: true }).broken,
  }).toEqual({
    report: { entries: 3, chains: 1, lingering: false, isCut: false },
    reads: [0, 2, 2],
    counted: [0, 2],
    question: beginning.question,
    again: 0,
    broken: [],
  });
  await journal.close();
});

test("a prune gives the room back to the disk", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring, now: () => new Date("2026-01-01T00:00:00.000Z") });
  const run = await journal.beginRun(beginning);
  const body = randomBytes(200_000).toString("hex");
  await Promise.all([...Array(20).keys()].map((step) => run.keep(readAt(step), body)));
  await run.end({ outcome: "answered", rows: [], notes: [] });
  await journal.close();
  const again = openJournal({ folder, ring });
  const before = again.usage().stored;
  await again.erasures.prune({ others: "2026-03-01T00:00:00.000Z", reports: "" }, "ines");
  const after = again.usage().stored;
  expect({ held: before > 4_000_000, freed: after < 500_000, bodies: again.usage().bodies }).toEqual({
    held: true,
    freed: true,
    bodies: 0,
  });
  await again.close();
});

test("a file that names a forgotten person is erased with the rows of its run, and another run's file stays", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const keep = async (login: string): Promise<string> => {
    const rows = [{ login }];
    const table = {
      name: "leavers",
      file: "leavers.csv",
      fileHash: "0",
      columns: { login: "string" },
      count: 1,
    } as const;
    const run = await journal.beginRun({ ...beginning, tables: [table] }, undefined, [{ ...table, rows }]);
    await run.end({ outcome: "answered", rows: [{ left: "her own word" }], notes: [] });
    return run.run;
  };
  const [first, second] = [await keep(ada.login), await keep("joann.ada@acme.com")];
  await journal.erasures.forgetPerson(ada.login, "ines");
  const textOf = (hash: string | undefined): string => {
    try {
      return hash === undefined ? "gone" : journal.loadBody(hash);
    } catch {
      return "gone";
    }
  };
  const left = [first, second].map((run) => [
    textOf(journal.recordingOf(run).tables[0]?.bodyHash),
    textOf(journal.runs.get(run).ending?.rowsHash),
  ]);
  await journal.close();
  expect(left).toEqual([
    ["gone", "gone"],
    ['[\n{"login":"joann.ada@acme.com"}\n]', '[\n{"left":"her own word"}\n]'],
  ]);
});
