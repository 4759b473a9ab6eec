import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import type { Failure } from "../../terms/failure.ts";
import { read, send, textOf, type Item } from "./read-org.ts";

let org: Emulator;

beforeAll(async () => {
  org = await startEmulator({ users: 60, now: Date.UTC(2026, 10, 1) });
});
afterAll(() => org.close());

test("a port that is taken and an org of nobody are refused with a reason", async () => {
  const port = Number(new URL(org.origin).port);
  const codes = await Promise.all(
    [{ port, users: 5 }, { users: 0 }].map(async (options) =>
      startEmulator(options).catch((error: unknown) => (error as Failure).code),
    ),
  );
  expect(codes).toEqual(["emulator/port-taken", "emulator/bad-option"]);
});

test("the token has Okta's form", () => {
  expect(org.token).toMatch(/^00[0-9A-Za-z]{40}$/);
});

test("a wrong token gets 401 with its scheme named and no rate-limit headers", async () => {
  const { status, headers, text } = await send(org, "/api/v1/users", { headers: { authorization: "SSWS wrong" } });
  expect({
    status,
    scheme: headers["www-authenticate"],
    limit: headers["x-rate-limit-limit"],
    body: { ...(JSON.parse(text) as Item), errorId: "" },
  }).toEqual({
    status: 401,
    scheme: "SSWS",
    limit: undefined,
    body: {
      errorCode: "E0000011",
      errorSummary: "Invalid token provided",
      errorLink: "E0000011",
      errorId: "",
      errorCauses: [],
    },
  });
});

const answers: readonly (readonly [string, string, string])[] = [
  [
    "GET",
    "/api/v1/users/00unobody00000000000",
    "404 E0000007 Not found: Resource not found: 00unobody00000000000 (User)",
  ],
  ["GET", "/api/v1/groups/00gnone/users", "404 E0000007 Not found: Resource not found: 00gnone (UserGroup)"],
  ["GET", "/api/v1/apps/0oanone", "404 E0000007 Not found: Resource not found: 0oanone (AppInstance)"],
  ["GET", "/api/v1/apps/0oanone/features", "404 E0000007 Not found: Resource not found: 0oanone (AppInstance)"],
  ["GET", "/api/v1/nothing/here", "404 E0000008 The requested path was not found"],
  ["POST", "/api/v1/apps", "405 E0000022 The endpoint does not support the provided HTTP method"],
];

test.each(answers)("%s %s answers %s", async (method, path, wanted) => {
  const { status, text } = await send(org, path, { method });
  const body = JSON.parse(text) as Item;
  expect(`${status} ${String(body["errorCode"])} ${String(body["errorSummary"])}`).toBe(wanted);
});

test("a path outside the API gets a page for people", async () => {
  const { status, headers } = await send(org, "/signin/register");
  expect([status, headers["content-type"]]).toEqual([404, "text/html;charset=utf-8"]);
});

test("the org's own address answers without a token", async () => {
  const { status, text } = await send(org, "/.well-known/okta-organization", { headers: {} });
  expect([status, (JSON.parse(text) as { _links: Item })._links["organization"]]).toEqual([200, { href: org.origin }]);
});

test("a user is found by id, login, short login in any case, and me", async () => {
  const [first] = await read(org, "/api/v1/users?limit=1");
  const login = textOf(((first ?? {})["profile"] as Item)["login"]);
  const keys = [String(first?.["id"]), encodeURIComponent(login), login.split("@")[0]?.toUpperCase() ?? "", "me"];
  const found = await Promise.all(keys.map((key) => read<Item>(org, `/api/v1/users/${key}`)));
  expect(found.map((user) => user["id"])).toEqual(keys.map(() => first?.["id"]));
});

test("every answer has the headers that Okta sends", async () => {
  const { headers } = await send(org, "/api/v1/users/me");
  expect({
    type: headers["content-type"],
    request: /^[0-9a-f]{32}$/.test(String(headers["x-okta-request-id"])),
    etag: /^W\/"[0-9a-f]{64}"$/.test(String(headers["etag"])),
    limit: Number(headers["x-rate-limit-limit"]) > 0,
    remaining: Number(headers["x-rate-limit-remaining"]) > 0,
    reset: Number(headers["x-rate-limit-reset"]) * 1000 > Date.parse(String(headers["date"])),
  }).toEqual({ type: "application/json", request: true, etag: true, limit: true, remaining: true, reset: true });
});
