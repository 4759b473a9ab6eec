import { afterEach, expect, test } from "vitest";
import { evaluateFilter, valuesIn } from "../../emulator/filters/evaluate-filter.ts";
import { parseFilter } from "../../emulator/filters/parse-filter.ts";
import type { Emulator } from "../../emulator/start-emulator.ts";
import { emulate } from "../../main/emulate.ts";
import { readAll, send, textOf, type Item } from "./read-org.ts";

let org: Emulator | undefined;
afterEach(async () => {
  await org?.close();
  org = undefined;
});

const usual = { users: 60, seed: 1, port: 0, limits: "none", latency: 0 } as const;

async function statuses(emulator: Emulator, count: number): Promise<string> {
  const seen: number[] = [];
  for (let at = 0; at < count; at += 1) seen.push((await send(emulator, "/api/v1/users?limit=1")).status);
  return seen.map((status) => (status === 200 ? "." : "x")).join("");
}

const rules = [{ kind: "status", status: 503, path: "/api/v1/users", chance: 0.5 }];

test("faults of a file come by its seed: the same seed the same, another seed others, from the start or put in place later", async () => {
  const patterns: string[] = [];
  for (const seed of [7, 7, 8]) {
    org = await emulate({ ...usual, faults: JSON.stringify({ seed, rules }) });
    patterns.push(await statuses(org, 24));
    await org.close();
  }
  org = await emulate(usual);
  const body = JSON.stringify({ seed: 7, rules });
  const headers = { "content-type": "application/json" };
  await send(org, "/emulator/faults", { method: "PUT", headers, body });
  patterns.push(await statuses(org, 24));
  const [first, again, other, later] = patterns;
  expect([again === first, other === first, later === first, first?.includes("x"), first?.includes(".")]).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
});

test.each(["", "{}", '[{"kind": "stats", "path": "/"}]', '[{"kind": "status", "path": "("}]', '{"seed": 1}'])(
  "a file of faults that is none is refused (%s)",
  async (faults) => {
    await expect(emulate({ ...usual, faults })).rejects.toThrow("The file of faults holds no list of rules.");
  },
);

test("requests beyond the concurrency are refused as Okta refuses them, and the log has as many events as asked", async () => {
  org = await emulate({ ...usual, latency: 60, jitter: 0, concurrent: 2, events: 0 });
  const emulator = org;
  const answers = await Promise.all([1, 2, 3, 4].map(() => send(emulator, "/api/v1/users/me")));
  const refused = answers.filter((one) => one.status === 429);
  const [since, until] = [Date.now() - 89 * 86_400_000, Date.now()].map((at) => new Date(at).toISOString());
  const logged = await send(emulator, `/api/v1/logs?limit=1000&since=${since}&until=${until}`);
  const signIns = emulator
    .dump()
    .users.filter((user) => textOf(user["lastLogin"] ?? "") >= textOf(since))
    .map((user) => user["id"]);
  expect([
    answers.filter((one) => one.status === 200).length,
    refused.map((one) => one.headers["x-rate-limit-limit"]),
    new Set((JSON.parse(logged.text) as readonly { readonly actor: Item }[]).map((event) => event.actor["id"])),
  ]).toEqual([2, ["0", "0"], new Set(signIns)]);
});

const filters = [
  'eventType eq "user.account.lock"',
  'eventType eq "user.session.start" and outcome.result eq "FAILURE"',
  'outcome.result eq "DENY" or severity eq "WARN" and target.type eq "User"',
  'eventType sw "user.mfa" and not (outcome.result eq "FAILURE")',
  'not (eventType eq "user.authentication.sso") and outcome.reason pr',
  'eventType ne "user.session.start" and displayMessage co "factor"',
];

test("a filter over types of events finds what it finds in the whole log, and a new user changes nothing in it", async () => {
  org = await emulate({ ...usual, events: 2 });
  const days = 12 * 86_400_000;
  const span = `since=${new Date(Date.now() - days).toISOString()}&until=${new Date(Date.now() - 60_000).toISOString()}`;
  const whole = (await readAll(org, `/api/v1/logs?limit=1000&${span}`)) as readonly Item[];
  const profile = { login: "new@acme.example", email: "new@acme.example", firstName: "N", lastName: "U" };
  const headers = { "content-type": "application/json", authorization: `SSWS ${org.token}` };
  await send(org, "/api/v1/users?activate=false", { method: "POST", headers, body: JSON.stringify({ profile }) });
  const again = (await readAll(org, `/api/v1/logs?limit=1000&${span}`)) as readonly Item[];
  const counts: number[] = [];
  for (const text of filters) {
    const filter = parseFilter(text);
    const wanted = whole.filter((event) => filter !== undefined && evaluateFilter(filter, valuesIn(event), false));
    const query = `/api/v1/logs?limit=1000&${span}&filter=${encodeURIComponent(text)}`;
    const found = (await readAll(org, query)) as readonly Item[];
    expect(found.map((event) => textOf(event["uuid"]))).toEqual(wanted.map((event) => textOf(event["uuid"])));
    counts.push(found.length);
  }
  expect([again, counts.every((count) => count > 0)]).toEqual([whole, true]);
});
