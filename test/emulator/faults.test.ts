import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { FaultRule } from "../../emulator/http/faults.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { idsOf, readAll, send, textOf, type Item } from "./read-org.ts";

let org: Emulator;
const put = (rules: readonly FaultRule[]): Promise<unknown> =>
  send(org, "/emulator/faults", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(rules),
  });

beforeAll(async () => {
  org = await startEmulator({ users: 60 });
});
beforeEach(() => put([]));
afterAll(() => org.close());

const path = "/api/v1/apps?limit=200";
const code = (text: string): unknown => (JSON.parse(text) as Item)["errorCode"];

test("a status meets as many requests as its rule says, after those that it lets pass", async () => {
  await put([{ kind: "status", path: "/apps", status: 503, after: 1, times: 2 }]);
  const seen: number[] = [];
  for (let at = 0; at < 4; at += 1) seen.push((await send(org, path)).status);
  expect(seen).toEqual([200, 503, 503, 200]);
});

test("a page for people, a wrong type, broken JSON and a concurrency 429 come as asked", async () => {
  const seen: unknown[] = [];
  await put([{ kind: "html", path: "/apps" }]);
  seen.push((await send(org, path)).headers["content-type"]);
  await put([{ kind: "wrong-type", path: "/apps" }]);
  seen.push((await send(org, path)).headers["content-type"]);
  await put([{ kind: "malformed", path: "/apps" }]);
  const { text } = await send(org, path);
  seen.push(text.endsWith("]"));
  await put([{ kind: "rate-limited", path: "/apps" }]);
  const limited = await send(org, path);
  seen.push(limited.status, limited.headers["x-rate-limit-limit"], code(limited.text));
  expect(seen).toEqual(["text/html;charset=utf-8", "text/plain", false, 429, "0", "E0000047"]);
});

test("a missing scope is told by a header alone, and a cursor that ran out by Okta's paging error", async () => {
  await put([{ kind: "insufficient-scope", path: "/apps" }]);
  const scope = await send(org, path);
  await put([{ kind: "status", status: 400, path: "after=" }]);
  const cursor = await send(org, `${path}&after=x`);
  expect([
    scope.status,
    scope.text,
    /error="(\w+)"/.exec(textOf(scope.headers["www-authenticate"]))?.[1],
    code(cursor.text),
  ]).toEqual([403, "", "insufficient_scope", "E0000029"]);
});

test.each(["reset", "truncated"] as const)("a %s breaks the connection", async (kind) => {
  await put([{ kind, path: "/apps" }]);
  await expect(send(org, path)).rejects.toThrow(/hang up|aborted|ECONNRESET/);
});

test("a list may end with an empty page, loop, or repeat a page", async () => {
  const whole = idsOf(await readAll(org, path));
  await put([{ kind: "empty-last-page", path: "/apps" }]);
  const first = await send(org, path);
  const ended = idsOf(await readAll(org, path));
  await put([{ kind: "loop", path: "/apps" }]);
  const { links } = await send(org, path);
  await put([{ kind: "duplicate-page", path: "after=" }]);
  const repeated = idsOf(await readAll(org, "/api/v1/apps?limit=30"));
  expect({ promised: first.links.length, ended, looped: links[1], repeated }).toEqual({
    promised: 2,
    ended: whole,
    looped: links[0]?.replace("self", "next"),
    repeated: [...whole.slice(0, 30), ...whole.slice(0, 30)],
  });
});

test("rules that are none are refused", async () => {
  const { status } = await send(org, "/emulator/faults", { method: "PUT", headers: {}, body: '[{"kind":"comet"}]' });
  expect(status).toBe(400);
});

test("a role that is taken away or narrowed on the way shows from the next request on", async () => {
  const seen: unknown[] = [];
  for (const kind of ["role-removed", "role-narrowed"] as const) {
    const small = await startEmulator({ users: 250, faults: [{ kind, path: "/users", times: 1 }] });
    const first = await send(small, "/api/v1/users?limit=200");
    const second = await send(small, "/api/v1/users?limit=200");
    const whole = JSON.parse(first.text) as readonly Item[];
    seen.push([whole.length, second.status, (JSON.parse(second.text) as readonly Item[]).length]);
    await small.close();
  }
  expect(seen).toEqual([
    [200, 403, undefined],
    [200, 200, expect.toSatisfy((count: number) => count > 0 && count < 100)],
  ]);
});
