import { expect, test } from "vitest";
import type { KeptRead } from "../../audit/runs/run-journal.ts";
import { openJournal } from "../../audit/journal.ts";
import { answerFromOkta, noteCursor } from "../../main/run/live-answer.ts";
import { Secret } from "../../terms/secret.ts";
import type { Ask } from "../../terms/ask.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import { ring } from "../audit/key-ring.ts";
import { newFolder } from "../audit/new-folder.ts";
import { beginning } from "../audit/sample-run.ts";
import { createTestClient } from "../okta/create-test-client.ts";
import { answerJson, startServer } from "../okta/start-server.ts";

const none = (): void => undefined;
const { signal } = new AbortController();

function pageOf(page: number): Ask {
  return { step: page, operationId: "listUsers", parameters: {}, listing: 0, page };
}

test("a page that a recording lacks is read where the page before it says, though later ones were recorded", async () => {
  const server = await startServer(({ url = "" }, answer) => {
    const page = Number(new URL(url, "http://x").searchParams.get("after") ?? 0);
    const next = `<${server.origin}/api/v1/users?after=${page + 1}&limit=200>; rel="next"`;
    answerJson(answer, 200, [{ id: `u${page}` }], { link: page < 3 ? next : "" });
  });
  const kept: RecordedRead[] = [];
  const keep = async (read: RecordedRead): Promise<KeptRead> => {
    kept.push(read);
    return { ...read, bodyHash: "h", isAsItCame: true };
  };
  const reads = { keep, run: "r", loadBody: () => "", onResponse: none, onPage: none, onList: none };
  const client = createTestClient(server.origin);
  try {
    const first = answerFromOkta({ ...reads, client, cursors: new Map() });
    for (const page of [0, 1, 2]) await first(pageOf(page), signal);
    const cursors = new Map<string, string>();
    for (const read of kept) if (read.page !== 1) noteCursor(cursors, read);
    await answerFromOkta({ ...reads, client: createTestClient(server.origin), cursors })(pageOf(1), signal);
    expect(kept.map(({ page, exchange }) => [page, exchange?.target])).toEqual([
      [0, "/api/v1/users?limit=200"],
      [1, "/api/v1/users?after=1&limit=200"],
      [2, "/api/v1/users?after=2&limit=200"],
      [1, "/api/v1/users?after=1&limit=200"],
    ]);
  } finally {
    client.close();
    server.close();
  }
});

test("a secret in a body is not handed on, also where what stands in its place is as long", async () => {
  const server = await startServer((_, answer) => answerJson(answer, 200, [{ id: "00sEcrEt" }]));
  const journal = openJournal({ folder: newFolder(), ring });
  journal.protect(new Secret("00sEcrEt"));
  const run = await journal.beginRun(beginning);
  const client = createTestClient(server.origin);
  const loadBody = (hash: string): string => journal.loadBody(hash);
  const reads = { client, keep: run.keep, run: run.run, loadBody, cursors: new Map(), onPage: none, onList: none };
  try {
    const answer = await answerFromOkta({ ...reads, onResponse: none })(pageOf(0), signal, none);
    if (answer.kind !== "response") throw new Error(answer.kind);
    expect({ fresh: answer.fresh, kept: answer.load() }).toEqual({ fresh: undefined, kept: '[{"id":"[secret]"}]' });
  } finally {
    client.close();
    server.close();
    await journal.close();
  }
});
