import { afterEach, expect, test } from "vitest";
import { createTestClient, walk } from "./create-test-client.ts";
import { answerJson, startServer, type TestServer } from "./start-server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

const pageOf = (url: string | undefined): number =>
  Number(new URL(url ?? "", "http://x").searchParams.get("after") ?? "0");

/** Users on pages; `after` is the page's number. */
async function startPages(pages: readonly (readonly unknown[])[]): Promise<TestServer> {
  server = await startServer((incoming, answer) => {
    const page = pageOf(incoming.url);
    const { origin } = server ?? { origin: "" };
    const link =
      page + 1 < pages.length ? { link: `<${origin}/api/v1/users?after=${page + 1}&limit=200>; rel="next"` } : {};
    answerJson(answer, 200, pages[page], link);
  });
  return server;
}

const ids = (...names: readonly string[]) => names.map((id) => ({ id }));

test.each([
  ["on the next page", [ids("a", "b"), ids("b", "c")], "page 1 holds b again"],
  ["pages later, at the end", [ids("a", "b"), ids("c"), ids("d"), ids("e", "a")], "page 3 holds a again"],
])("an item that comes again fails the list (%s)", async (_, pages, reason) => {
  const { origin } = await startPages(pages);
  const { last } = await walk(createTestClient(origin), "listUsers");
  expect(last.kind === "failed" && last.failure.details).toEqual({ operationId: "listUsers", reason });
});

test.each([
  ["without ids", [[{ name: "a" }], [{ name: "b" }, { name: "a" }]]],
  ["whose ids are no identity", [ids("a", "a"), ids("b", "b", "a")]],
])("items %s are not compared", async (_, pages) => {
  const { origin } = await startPages(pages);
  const { items } = await walk(createTestClient(origin), "listUsers");
  expect(items).toEqual(pages.flat());
});

test("a page that is read twice, and two walks of one list, repeat nothing", async () => {
  const { origin } = await startPages([ids("a"), ids("b"), ids("c")]);
  const client = createTestClient(origin);
  const read = async (cursor?: string) => {
    const page = await client.read(
      { operationId: "listUsers", parameters: {}, ...(cursor === undefined ? {} : { cursor }) },
      new AbortController().signal,
    );
    return page.kind === "response" ? page.cursor : page.kind;
  };
  const first = await read();
  const second = [await read(first), await read(first)];
  const third = [await read(second[0]), await read(second[0])];
  const walks = await Promise.all([walk(client, "listUsers"), walk(client, "listUsers")]);
  client.close();
  expect([third, walks.map((one) => one.items.length)]).toEqual([
    [undefined, undefined],
    [3, 3],
  ]);
});
