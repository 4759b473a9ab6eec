import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import type { OrgDump } from "../../emulator/org-dump.ts";
import { idsOf, read, readAll, send, textOf, type Item } from "./read-org.ts";

let org: Emulator;
let dump: OrgDump;

beforeAll(async () => {
  org = await startEmulator({ users: 700, now: Date.UTC(2026, 10, 1) });
  dump = org.dump();
});
afterAll(() => org.close());

const appOf = (label: string): string => textOf(dump.apps.find((app) => app["label"] === label)?.["id"]);
const without = (items: readonly Item[], ...names: readonly string[]): readonly Item[] =>
  items.map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name))));

test("a walk over all users gives the dump without the deactivated", async () => {
  expect(await readAll(org, "/api/v1/users?limit=97")).toEqual(
    dump.users.filter((user) => user["status"] !== "DEPROVISIONED"),
  );
});

test("walks over groups, rules, apps and user types give the dump", async () => {
  expect({
    groups: await readAll(org, "/api/v1/groups?limit=7"),
    rules: await readAll(org, "/api/v1/groups/rules?limit=3"),
    apps: await readAll(org, "/api/v1/apps?limit=9"),
    types: await read(org, "/api/v1/meta/types/user"),
  }).toEqual({ groups: dump.groups, rules: dump.groupRules, apps: dump.apps, types: dump.userTypes });
});

test("the assignments of every app are those of the dump", async () => {
  const found: Item[] = [];
  for (const { id } of dump.apps) {
    for (const one of await readAll(org, `/api/v1/apps/${textOf(id)}/users?limit=200`))
      found.push({ appId: id, userId: one["id"], ...one });
  }
  expect(found).toEqual(dump.appUsers);
});

test("members, group assignments, factors and roles are those of the dump", async () => {
  const members: Item[] = [];
  for (const group of dump.groups) {
    if (group["type"] === "BUILT_IN") continue;
    for (const one of await readAll(org, `/api/v1/groups/${textOf(group["id"])}/users?limit=40`))
      members.push({ groupId: group["id"], userId: one["id"] });
  }
  const builtIn = new Set(idsOf(dump.groups.filter((group) => group["type"] === "BUILT_IN")));
  const factors: Item[] = [];
  const roles: Item[] = [];
  for (const { id } of dump.users) {
    for (const one of await read(org, `/api/v1/users/${textOf(id)}/factors`)) factors.push({ userId: id, ...one });
    for (const one of await read(org, `/api/v1/users/${textOf(id)}/roles`)) roles.push({ userId: id, ...one });
  }
  const appGroups: Item[] = [];
  for (const { id } of dump.apps) {
    for (const one of await readAll(org, `/api/v1/apps/${textOf(id)}/groups`))
      appGroups.push({ appId: id, groupId: one["id"], ...one });
  }
  expect({ members, factors, roles, appGroups }).toEqual({
    members: dump.groupMembers.filter((one) => !builtIn.has(one["groupId"])),
    factors: dump.factors,
    roles: dump.userRoles,
    appGroups: dump.appGroups,
  });
});

test("self comes first and next second, each a header line of its own, with the effective limit", async () => {
  const { links } = await send(org, "/api/v1/apps");
  const last = dump.apps[19]?.["id"];
  expect(links).toEqual([
    `<${org.origin}/api/v1/apps?limit=20>; rel="self"`,
    `<${org.origin}/api/v1/apps?after=${textOf(last)}&limit=20>; rel="next"`,
  ]);
});

test("next of an app's users drops expand unless the org is one of after the fix", async () => {
  const path = `/api/v1/apps/${appOf("Slack")}/users?expand=user&limit=1`;
  const fixed = await startEmulator({ users: 700, now: Date.UTC(2026, 10, 1), dropExpand: false });
  const after = textOf(dump.appUsers.find((one) => one["appId"] === appOf("Slack"))?.["userId"]);
  const [before, since] = [(await send(org, path)).links[1], (await send(fixed, path)).links[1]];
  await fixed.close();
  const href = (origin: string): string => `<${origin}/api/v1/apps/${appOf("Slack")}/users?after=${after}&limit=1`;
  expect([before, since]).toEqual([
    `${href(org.origin)}>; rel="next"`,
    `${href(fixed.origin)}&expand=user>; rel="next"`,
  ]);
});

test("a search comes back with blanks as plus and the parameters in Okta's order", async () => {
  const { links } = await send(org, "/api/v1/users?search=status%20eq%20%22STAGED%22&limit=200");
  expect(links).toEqual([`<${org.origin}/api/v1/users?limit=200&search=status+eq+%22STAGED%22>; rel="self"`]);
});

test("expand=user embeds the user as the list of users gives it", async () => {
  const assigned = await readAll(org, `/api/v1/apps/${appOf("GitHub")}/users?expand=user&limit=500`);
  const users = new Map(dump.users.map((user) => [user["id"], user]));
  expect(assigned.map((one) => one["_embedded"])).toEqual(
    assigned.map((one) => ({ user: users.get(textOf(one["id"])) })),
  );
});

test("who has a role is paged in the body and has no Link header", async () => {
  type Page = { readonly value: readonly Item[]; readonly _links: { readonly next?: { readonly href: string } } };
  const found: Item[] = [];
  let href: string | undefined = `${org.origin}/api/v1/iam/assignees/users?limit=5`;
  let links = 0;
  while (href !== undefined) {
    const answered = await send(org, href);
    const page = JSON.parse(answered.text) as Page;
    links += answered.links.length;
    found.push(...page.value);
    href = page._links.next?.href;
  }
  const holders = new Set(dump.userRoles.map((role) => role["userId"]));
  expect({ links, ids: idsOf(found) }).toEqual({
    links: 0,
    ids: idsOf(dump.users).filter((id) => holders.has(textOf(id))),
  });
});

test("a q answer is one page without Link headers", async () => {
  const { links, text } = await send(org, "/api/v1/groups?q=department");
  expect({ links, names: (JSON.parse(text) as Item[]).length }).toEqual({
    links: [],
    names: dump.groups.filter((group) => textOf((group["profile"] as Item)["name"]).startsWith("Department")).length,
  });
});

test("stats of a group are the counts of the dump", async () => {
  const groups = await readAll(org, "/api/v1/groups?expand=stats");
  const count = (items: readonly Item[], id: unknown): number => items.filter((one) => one["groupId"] === id).length;
  const stats = groups.map((group) => (group["_embedded"] as Item)["stats"] as Item);
  expect(without(stats, "_links")).toEqual(
    dump.groups.map(({ id }) => ({
      usersCount: count(dump.groupMembers, id),
      appsCount: count(dump.appGroups, id),
      groupPushMappingsCount: 0,
      hasAdminPrivilege: count(dump.groupRoles, id) > 0,
    })),
  );
});

test("a bounded log is walked to its end, and one without until never ends", async () => {
  const bounded = await readAll(org, "/api/v1/logs?since=2026-10-25T00:00:00Z&until=2026-10-28T00:00:00Z&limit=500");
  const times = bounded.map((event) => Date.parse(textOf(event["published"])));
  const polling = await send(org, "/api/v1/logs?since=2026-10-31T23:59:00Z");
  expect({
    ascending: times.every((at, index) => index === 0 || at >= (times[index - 1] ?? 0)),
    inside: times.every((at) => at >= Date.UTC(2026, 9, 25) && at < Date.UTC(2026, 9, 28)),
    many: bounded.length > 900,
    polling: polling.links.length,
  }).toEqual({ ascending: true, inside: true, many: true, polling: 2 });
});
