// What proves a kept run, on the command line: its request sent again, the journal's end signed, and where its key is.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import { journalKeyRing } from "../../main/config/journal-key-ring.ts";
import type { ResendReport } from "../../main/resend.ts";
import { openWorkplace, type Workplace } from "../attest-process.ts";
import { beginning, readAt } from "../audit/sample-run.ts";

const target = "/api/v1/users?limit=2";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace({ users: 20, seed: 1, port: 0 });
  const { origin } = workplace.emulator;
  const journal = openJournal({ folder: workplace.home, ring: journalKeyRing(workplace.keys) });
  const run = await journal.beginRun({ ...beginning, org: origin });
  const sent = readAt(0).exchange;
  const exchange = sent && { ...sent, operationId: "listUsers", origin, target };
  await run.keep({ ...readAt(0), operationId: "listUsers", parameters: {}, listing: 0, page: 0, exchange }, "[]");
  await run.end({ outcome: "answered", rows: [], notes: [] });
  await journal.close();
});
afterAll(() => workplace.close());

test("resend prints what differs, a bounded number of values, and the whole of it as JSON", async () => {
  const printed = await workplace.attest(["resend", "last", "0"]);
  const { code, json } = await workplace.attestJson<ResendReport>(["resend", "last", "0"]);
  const count = json.differences?.leaves.length ?? 0;
  const lines = printed.stdout.trimEnd().split("\n");
  expect({ code: printed.code, lines: lines.slice(3), json: code, many: count > 40, request: json.request }).toEqual({
    code: 0,
    lines: [
      `0 values changed, ${count} added, 0 removed.`,
      ...Array.from({ length: 20 }, () => expect.stringMatching(/^ {2}added {4}\/0\/\S+: /)),
      `  … and ${count - 20} more (--json gives all)`,
    ],
    json: 0,
    many: true,
    request: `GET ${target}`,
  });
});

test("an anchor goes to a file and is verified from there, and the key's place is said", async () => {
  const file = join(workplace.home, "..", "kept.anchors");
  const anchored = await workplace.attest(["journal", "anchor", "--to", file]);
  const [verified, key, inside] = await Promise.all([
    workplace.attestJson<{ readonly clean: boolean; readonly anchors: number }>([
      "journal",
      "verify",
      "--anchors",
      file,
    ]),
    workplace.attest(["journal", "key"]),
    workplace.attest(["journal", "anchor", "--to", join(workplace.home, "anchors")]),
  ]);
  expect({
    anchored: [anchored.code, anchored.stdout.includes(`is signed and in ${file}.`)],
    verified: [verified.code, verified.json.clean, verified.json.anchors > 1],
    key: [key.code, key.stdout],
    inside: [inside.code, inside.stderr.split("\n").length],
  }).toEqual({
    anchored: [0, true],
    verified: [0, true, true],
    key: [0, `The journal's key is in the folder ${workplace.keys}.\n`],
    inside: [2, 5],
  });
});
