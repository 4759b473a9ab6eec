import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EmulatorOptions } from "../../emulator/emulator-options.ts";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { textOf, type Item } from "./read-org.ts";

const now = Date.UTC(2026, 10, 1);

async function dumpText(options: EmulatorOptions): Promise<string> {
  const org = await startEmulator({ users: 250, now, ...options });
  const text = JSON.stringify({ token: org.token, dump: org.dump() }).replaceAll(org.origin, "");
  await org.close();
  return text;
}

test("the same seed, users and start time give the same org, another seed another", async () => {
  const first = await dumpText({ seed: 5 });
  expect([(await dumpText({ seed: 5 })) === first, (await dumpText({ seed: 6 })) === first]).toEqual([true, false]);
});

test("the dump in a file is the dump, written before the org answers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "emulator-"));
  const dumpFile = join(folder, "dump.json");
  const org = await startEmulator({ users: 120, now, dumpFile });
  const written: unknown = JSON.parse(readFileSync(dumpFile, "utf8"));
  const dump: unknown = JSON.parse(JSON.stringify(org.dump()));
  await org.close();
  rmSync(folder, { recursive: true });
  expect(written).toEqual(dump);
});

test("the org holds what questions trip over", async () => {
  const org = await startEmulator({ users: 1200, now });
  const { users, apps, appUsers, groups, groupMembers, factors, userRoles } = org.dump();
  await org.close();
  const profile = (user: Item): Item => user["profile"] as Item;
  const contractors = groups.find((group) => profile(group)["name"] === "Contractors")?.["id"];
  const inGroup = new Set(groupMembers.filter((one) => one["groupId"] === contractors).map((one) => one["userId"]));
  const active = users.filter((user) => user["status"] === "ACTIVE");
  const idle = active.filter(
    (user) => user["lastLogin"] === null || Date.parse(textOf(user["lastLogin"])) < now - 30 * 86_400_000,
  );
  const byType = users.filter((user) => profile(user)["userType"] === "Contractor");
  const has = (test: (user: Item) => boolean): boolean => users.some(test);
  expect({
    bytes: users.every((user) => JSON.stringify(user).length >= 1500),
    ids: new Set(users.map((user) => user["id"])).size,
    logins: new Set(users.map((user) => profile(user)["login"])).size,
    statuses: new Set(users.map((user) => user["status"])).size,
    idle: Math.round((idle.length / active.length) * 10),
    formula: has((user) => textOf(profile(user)["lastName"]).startsWith("=")),
    longName: has((user) => textOf(profile(user)["firstName"]).length === 200),
    trailingBlank: has((user) => profile(user)["department"] === "Engineering "),
    orders: has((user) => textOf(profile(user)["title"]).startsWith("Ignore all")),
    disagree:
      byType.some((user) => !inGroup.has(textOf(user["id"]))) && inGroup.size > 0 && byType.length !== inGroup.size,
    github: apps
      .filter((app) => textOf(app["label"]).startsWith("GitHub"))
      .map((app) => `${textOf(app["label"])} ${textOf(app["status"])}`),
    salesforce: apps.filter((app) => textOf(app["label"]).startsWith("Salesforce")).length,
    manyApps: apps.length >= 40,
    modes: new Set(apps.map((app) => app["signOnMode"])).size,
    scopes: new Set(appUsers.map((one) => one["scope"])).size,
    factorTypes: new Set(factors.map((factor) => factor["factorType"])).size,
    factorStatuses: new Set(factors.map((factor) => factor["status"])).size,
    assignmentTypes: new Set(userRoles.map((role) => role["assignmentType"])).size,
    customRoles: userRoles.some((role) => role["type"] === "CUSTOM"),
  }).toEqual({
    bytes: true,
    ids: 1200,
    logins: 1200,
    statuses: 8,
    idle: 3,
    formula: true,
    longName: true,
    trailingBlank: true,
    orders: true,
    disagree: true,
    github: ["GitHub ACTIVE", "GitHub Enterprise ACTIVE", "GitHub (old) INACTIVE"],
    salesforce: 3,
    manyApps: true,
    modes: 9,
    scopes: 2,
    factorTypes: 12,
    factorStatuses: 7,
    assignmentTypes: 2,
    customRoles: true,
  });
});

test("no two of 200,000 users share an id or a login", async () => {
  const { createPerson } = await import("../../emulator/org/create-person.ts");
  const { createNamePools } = await import("../../emulator/org/name-pools.ts");
  const pools = createNamePools(1);
  const ids = new Set<string>();
  const logins = new Set<string>();
  for (let index = 0; index < 200_000; index += 1) {
    const person = createPerson(1, index, pools, now);
    ids.add(person.id);
    logins.add(person.login);
  }
  expect([ids.size, logins.size]).toEqual([200_000, 200_000]);
});
