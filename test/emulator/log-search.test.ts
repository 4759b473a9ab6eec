// Searches of the System Log against the whole log, filtered and searched here event by event.
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluateFilter, valuesIn } from "../../emulator/filters/evaluate-filter.ts";
import { parseFilter } from "../../emulator/filters/parse-filter.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { asked, readAll, type Item } from "./read-org.ts";

const span = "since=2026-08-10T00:00:00Z&until=2026-10-31T00:00:00Z&limit=1000";
let org: Emulator;
let whole: readonly Item[];
beforeAll(async () => {
  org = await startEmulator({ users: 120, seed: 3, now: Date.UTC(2026, 10, 1) });
  whole = await readAll(org, `/api/v1/logs?${span}`);
});
afterAll(() => org.close());

const valueOf = (event: Item | undefined, path: string): string => String(valuesIn(event)(path)[0]);
const some = (type: string): Item | undefined => whole.find((event) => event["eventType"] === type);
const added = (): Item | undefined => some("group.user_membership.add");

/** What is searched for in vain. */
const nothing = "what no event has";

/** Each with what it is about; the texts are made of events of the log. */
const filters: Readonly<Record<string, () => string>> = {
  actor: () => `actor.id eq "${valueOf(whole[7], "actor.id")}"`,
  "part of the actor's name": () => `actor.displayName co "${valueOf(whole[7], "actor.displayName").slice(2, 6)}"`,
  "every actor but one": () => `actor.alternateId ne "${valueOf(whole[7], "actor.alternateId")}"`,
  target: () => `target.id eq "${valueOf(added(), "target.id")}"`,
  "target or actor": () =>
    `target.id eq "${valueOf(whole[7], "actor.id")}" or actor.id eq "${valueOf(whole[7], "actor.id")}"`,
  "targets of a type, not of a kind": () =>
    'target.type eq "AppInstance" and not (eventType eq "user.authentication.sso")',
  "no target of a type": () => 'target.type ne "User"',
  "a changed policy": () => 'target.type eq "PolicyRule"',
  "a changed zone": () => 'target.type eq "NetworkZone"',
  "without targets": () => "not (target pr)",
  address: () => 'client.ipAddress sw "198.51.100.2" and outcome.result eq "FAILURE"',
  "place of the address": () => 'request.ipChain.geographicalContext.city eq "berlin"',
  "the kind's own": () => 'severity eq "WARN" and displayMessage co "sign"',
  session: () =>
    `authenticationContext.externalSessionId eq "${valueOf(whole[9], "authenticationContext.externalSessionId")}"`,
  transaction: () => `transaction.id eq "${valueOf(whole[9], "transaction.id")}"`,
  uuid: () => `uuid eq "${valueOf(whole[9], "uuid")}"`,
  [nothing]: () => "device pr or client.id pr",
};

test.each(Object.keys(filters))("a filter by %s finds what it finds in the whole log", async (about) => {
  const text = filters[about]?.() ?? "";
  const filter = parseFilter(text);
  const found = await readAll(org, `/api/v1/logs?${span}&${asked("filter", text)}`);
  const wanted = whole.filter((event) => filter !== undefined && evaluateFilter(filter, valuesIn(event), false));
  expect([found, found.length > 0]).toEqual([wanted, about !== nothing]);
});

const words: Readonly<Record<string, () => string>> = {
  "the actor's login": () => valueOf(whole[7], "actor.alternateId").toUpperCase(),
  "a target's name": () => valueOf(added(), "target.displayName").split(" ")[0] ?? "",
  "the last target's id": () => String(valuesIn(added())("target.id").at(-1)).slice(4),
  "part of a type of events": () => "mfa",
  address: () => valueOf(whole[7], "client.ipAddress"),
  "letters of a session": () => valueOf(whole[9], "authenticationContext.externalSessionId").slice(8, 13),
  "letters at a session's end": () => valueOf(whole[9], "authenticationContext.externalSessionId").slice(-4),
  "a session's opening and first letters": () =>
    valueOf(whole[9], "authenticationContext.externalSessionId").slice(1, 5),
  "first letters of a transaction": () => valueOf(whole[9], "transaction.id").slice(0, 3),
  "two letters": () => "zq",
  "part of a uuid": () => valueOf(whole[9], "uuid").slice(5, 15),
  "a day and hour": () => valueOf(whole[9], "published").slice(0, 13),
  digits: () => "4711",
  "the name of a property": () => "externalSession",
  "what every event has": () => "Telecom",
  [nothing]: () => "nosuchword",
  "an event without targets": () => "null",
  "the edge of two properties": () => 'null,"transaction"',
  "the begin of targets": () => '"target":[{',
  "two words": () => `sso ${valueOf(some("user.authentication.sso"), "actor.alternateId")}`,
};

test.each(Object.keys(words))("a search for %s finds what it finds in the whole log", async (about) => {
  const text = words[about]?.() ?? "";
  const wanted = text.toLowerCase().split(" ");
  const found = await readAll(org, `/api/v1/logs?${span}&q=${encodeURIComponent(text)}`);
  const isIn = (event: Item): boolean => wanted.every((word) => JSON.stringify(event).toLowerCase().includes(word));
  expect([found, found.length > 0]).toEqual([whole.filter(isIn), about !== nothing]);
});
