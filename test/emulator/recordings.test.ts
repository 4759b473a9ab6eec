import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { fits } from "../../registry/fit.ts";
import { getOperation } from "../../registry/catalogue.ts";
import { readShared, withoutSharedData } from "../shared-data.ts";
import { send, textOf, type Answered, type Item } from "./read-org.ts";
import { servedPaths } from "./served-paths.ts";

interface Recorded {
  readonly operationId: string;
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

let org: Emulator;
const answers = new Map<string, Answered>();

beforeAll(async () => {
  org = await startEmulator({ users: 1200, now: Date.now() - 60_000 });
  for (const [operationId, path] of Object.entries(servedPaths(org))) answers.set(operationId, await send(org, path));
});
afterAll(() => org.close());

const recordingsOf = (name: string): readonly Recorded[] =>
  readShared(`recordings/${name}`)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Recorded);

const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
const itemsOf = (body: unknown): readonly Item[] => (Array.isArray(body) ? (body as Item[]) : [body as Item]);

/** What our items lack of the keys that every recorded item has, and where a value has a type that no recorded one has. */
function differences(ours: readonly Item[], recorded: readonly Item[]): readonly string[] {
  const keys = [...new Set(recorded.flatMap((item) => Object.keys(item)))];
  const always = keys.filter((key) => recorded.every((item) => Object.hasOwn(item, key)));
  const found = ours.flatMap((item) => [
    ...always.filter((key) => !Object.hasOwn(item, key)).map((key) => `lacks ${key}`),
    ...keys
      .filter((key) => Object.hasOwn(item, key) && item[key] !== null)
      .filter((key) => {
        const kinds = new Set(recorded.filter((one) => Object.hasOwn(one, key)).map((one) => kindOf(one[key])));
        return !kinds.has(kindOf(item[key])) && !(kinds.size === 1 && kinds.has("null"));
      })
      .map((key) => `${key} is ${kindOf(item[key])}`),
  ]);
  return [...new Set(found)];
}

/** Fields that Okta sends and that its specification does not have. */
const beyondSpecification: Readonly<Record<string, readonly string[]>> = {
  listApiTokens: ["[]._links"],
  listGroups: ["[].source"],
  getGroup: ["source"],
  listUserGroups: ["[].source"],
};

test("every operation served with content answers 200 and in the shape of the catalogue", () => {
  const wrong = [...answers].flatMap(([operationId, { status, text }]) => {
    const shape = getOperation(operationId).response;
    if (status !== 200 || shape === undefined) return [`${operationId} ${status}`];
    const known = beyondSpecification[operationId] ?? [];
    return fits(shape, JSON.parse(text))
      .filter((one) => !known.includes(one.path))
      .map((one) => `${operationId} ${one.path} ${one.kind}`);
  });
  expect(wrong).toEqual([]);
});

test.skipIf(withoutSharedData)("items have the keys and types of recorded ones", () => {
  const recorded = Map.groupBy(recordingsOf("get.ndjson"), (one) => one.operationId);
  const compared = [...answers].flatMap(([operationId, { text }]) => {
    const items = (recorded.get(operationId) ?? []).flatMap((one) => itemsOf(one.body));
    return items.length === 0 ? [] : [[operationId, differences(itemsOf(JSON.parse(text)), items)] as const];
  });
  expect({ different: compared.filter(([, found]) => found.length > 0), enough: compared.length >= 25 }).toEqual({
    different: [],
    enough: true,
  });
});

test.skipIf(withoutSharedData)("Link headers stand where recorded answers have them, and nowhere else", () => {
  const recorded = Map.groupBy(recordingsOf("get.ndjson"), (one) => one.operationId);
  const form = /^<https?:\/\/[^/]+\/[^>]+>; rel="(self|next)"$/;
  const wrong = [...answers].flatMap(([operationId, { links }]) => {
    const theirs = recorded.get(operationId);
    if (theirs === undefined) return [];
    const linked = theirs.filter((one) => one.headers["link"] !== undefined).length;
    const fine =
      links.every((line) => form.test(line)) &&
      (linked === 0 ? links.length === 0 : linked < theirs.length || links.length > 0);
    return fine ? [] : [`${operationId}: ${links.length} links, recorded ${linked} of ${theirs.length}`];
  });
  expect(wrong).toEqual([]);
});

test.skipIf(withoutSharedData)("errors have the keys, order and types of recorded ones", async () => {
  const form = (body: Item): string => JSON.stringify(Object.entries(body).map(([key, value]) => [key, kindOf(value)]));
  const codes = new Map<string, Set<string>>();
  for (const { status, body } of recordingsOf("errors.ndjson")) {
    const code = textOf((body as Item)["errorCode"]);
    if (!code.startsWith("E0")) continue;
    const forms = codes.get(`${status} ${code}`) ?? new Set<string>();
    codes.set(`${status} ${code}`, forms.add(form(body as Item)));
  }
  const ours = [
    await send(org, "/api/v1/users/nobody"),
    await send(org, "/api/v1/users", { headers: { authorization: "SSWS wrong" } }),
    await send(org, "/api/v1/apps", { method: "DELETE" }),
    await send(org, `${servedPaths(org)["getApplication"]}x/features`),
  ];
  const seen = ours.map(({ status, text }) => {
    const body = JSON.parse(text) as Item;
    const idForm = /^oae[\w-]{22}$/.test(textOf(body["errorId"]));
    return [
      `${status} ${textOf(body["errorCode"])}`,
      codes.get(`${status} ${textOf(body["errorCode"])}`)?.has(form(body)),
      idForm,
    ];
  });
  expect(seen).toEqual([
    ["404 E0000007", true, true],
    ["401 E0000011", true, true],
    ["405 E0000022", true, true],
    ["404 E0000007", true, true],
  ]);
});
