import { afterEach, describe, expect, test } from "vitest";
import { findNextLink } from "../../okta/paging/link-header.ts";
import { createTestClient, walk } from "./create-test-client.ts";
import { answerJson, startServer, type Handler, type TestServer } from "./start-server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

async function walkOf(handle: Handler, operationId = "listUsers", parameters: Readonly<Record<string, unknown>> = {}) {
  server = await startServer(handle);
  const client = createTestClient(server.origin);
  const walked = await walk(client, operationId, parameters);
  client.close();
  return { ...walked, asked: server.asked };
}

function reasonOf(last: Awaited<ReturnType<typeof walk>>["last"]): unknown {
  return last.kind === "failed" ? [last.failure.code, Reflect.get(last.failure.details, "reason")] : last.kind;
}

const after = (url: string | undefined): string => new URL(url ?? "", "http://x").searchParams.get("after") ?? "";

describe("the next link of a Link header", () => {
  test.each([
    ['<https://a/x?after=1>; rel="next"', "https://a/x?after=1"],
    ['<https://a/x>; rel="self", <https://a/x?after=1,2>; rel="next"', "https://a/x?after=1,2"],
    ['<https://a/y>; title="a, b"; rel=next', "https://a/y"],
    ['<https://a/x>; rel="self"', undefined],
    ["", undefined],
    [null, undefined],
  ])("%s", (header, expected) => {
    expect(findNextLink(header)).toBe(expected);
  });
});

test("a list is walked by one Link header a relation, its cursor sent back as it came", async () => {
  const { items, asked } = await walkOf((incoming, answer) => {
    const { origin } = server ?? { origin: "" };
    const page = after(incoming.url);
    const next = page === "" ? "a+b%2Fc%3D%3D" : "last";
    const links = [`<${origin}${incoming.url}>; rel="self"`];
    if (page !== "last") links.push(`<${origin}/api/v1/users?after=${next}&limit=200>; rel="next"`);
    answerJson(answer, 200, [{ id: page === "" ? "first" : page }], { link: links });
  });
  expect({ items, asked }).toEqual({
    items: [{ id: "first" }, { id: "a b/c==" }, { id: "last" }],
    asked: [
      "/api/v1/users?limit=200",
      "/api/v1/users?after=a+b%2Fc%3D%3D&limit=200",
      "/api/v1/users?after=last&limit=200",
    ],
  });
});

test("a list in an object is walked by _links.next, also where it names another spelling of the host", async () => {
  const { items, asked } = await walkOf((incoming, answer) => {
    const page = after(incoming.url);
    const next = page === "" ? { next: { href: "/api/v1/iam/assignees/users?after=2" } } : {};
    answerJson(answer, 200, { value: [{ id: page }], _links: next });
  }, "listUsersWithRoleAssignments");
  expect({ items, pages: asked.length }).toEqual({ items: [{ id: "" }, { id: "2" }], pages: 2 });
});

test("parameters that Okta leaves out of its next link are put back", async () => {
  const { asked } = await walkOf(
    (incoming, answer) => {
      const { origin } = server ?? { origin: "" };
      const more = after(incoming.url) === "";
      const link = more ? { link: `<${origin}/api/v1/apps/0oa1/users?after=2&limit=500>; rel="next"` } : {};
      answerJson(answer, 200, [{ id: incoming.url }], link);
    },
    "listApplicationUsers",
    { appId: "0oa1", expand: "user" },
  );
  expect(asked.at(-1)).toBe("/api/v1/apps/0oa1/users?after=2&limit=500&expand=user");
});

test("an empty last page that names itself ends the list", async () => {
  const { items, last } = await walkOf((incoming, answer) => {
    const { origin } = server ?? { origin: "" };
    const body = after(incoming.url) === "" ? [{ id: 1 }] : [];
    answerJson(answer, 200, body, { link: `<${origin}/api/v1/users?limit=200&after=2>; rel="next"` });
  });
  expect([items, last.kind]).toEqual([[{ id: 1 }], "response"]);
});

test("an open query of the System Log ends at its first empty page", async () => {
  const { items, last } = await walkOf((incoming, answer) => {
    const { origin } = server ?? { origin: "" };
    const page = Number(after(incoming.url) || "0");
    const link = `<${origin}/api/v1/logs?limit=1000&after=${page + 1}>; rel="next"`;
    answerJson(answer, 200, page < 3 ? [{ uuid: page }] : [], { link });
  }, "listLogEvents");
  expect([items.length, last.kind]).toEqual([3, "response"]);
});

describe("a list that cannot be walked to its end fails", () => {
  const cases: readonly (readonly [string, (page: number, origin: string) => readonly [unknown, string], unknown])[] = [
    [
      "a page that names itself",
      (page, origin) => [[{ id: page }], `${origin}/api/v1/users?limit=200&after=1`],
      "a page names itself as the next one",
    ],
    [
      "pages that run in a circle",
      (page, origin) => [[{ id: page }], `${origin}/api/v1/users?limit=200&after=${(page % 3) + 1}`],
      "the pages run in a circle",
    ],
    [
      "the same page twice",
      (page, origin) => [[{ id: Math.min(page, 1) }], `${origin}/api/v1/users?limit=200&after=${page + 1}`],
      "page 2 is the page before it again",
    ],
    [
      "another host",
      (page) => [[{ id: page }], "https://evil.example/api/v1/users?after=2"],
      "the next page is said to be on another host",
    ],
    [
      "another list",
      (page, origin) => [[{ id: page }], `${origin}/api/v1/groups?after=2`],
      "the next page is said to be of another list",
    ],
    [
      "a filter that nobody asked for",
      (page, origin) => [[{ id: page }], `${origin}/api/v1/users?after=2&filter=x`],
      "the next page has a filter that was not asked for",
    ],
    [
      "a filter that nobody asked for, behind a second question mark",
      (page, origin) => [[{ id: page }], `${origin}/api/v1/users?after=2?&filter=x`],
      "the next page has a filter that was not asked for",
    ],
  ];
  test.each(cases)("%s", async (_, answerTo, reason) => {
    const { last } = await walkOf((incoming, answer) => {
      const [body, next] = answerTo(Number(after(incoming.url) || "0"), server?.origin ?? "");
      answerJson(answer, 200, body, { link: `<${next}>; rel="next"` });
    });
    expect(reasonOf(last)).toEqual(["okta/paging", reason]);
  });

  test("a cursor that has expired", async () => {
    const { last } = await walkOf((incoming, answer) => {
      const { origin } = server ?? { origin: "" };
      if (after(incoming.url) === "") {
        answerJson(answer, 200, [{ id: 1 }], { link: `<${origin}/api/v1/users?limit=200&after=2>; rel="next"` });
      } else answerJson(answer, 400, { errorCode: "E0000029", errorSummary: "Invalid paging request." });
    });
    expect(reasonOf(last)).toEqual(["okta/paging", "Okta refused page 1 (400, request request-1)"]);
  });
});

test("a cursor of another list is refused, and nothing is sent", async () => {
  server = await startServer((_, answer) => answerJson(answer, 200, []));
  const client = createTestClient(server.origin);
  const cursor = JSON.stringify([1, "/api/v1/groups?after=2", "", ""]);
  const read = await client.read({ operationId: "listUsers", parameters: {}, cursor }, new AbortController().signal);
  expect([read.kind === "failed" && read.failure.code, server.asked]).toEqual(["okta/paging", []]);
});
