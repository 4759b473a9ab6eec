import { afterEach, expect, test } from "vitest";
import { parseOrgAddress } from "../../okta/org-address.ts";
import { resolveOrgAddress } from "../../okta/resolve-org-address.ts";
import { answerJson, startServer, type Handler, type TestServer } from "./start-server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

const metadata =
  (href: string): Handler =>
  (incoming, answer) => {
    const isThere = incoming.url === "/.well-known/okta-organization" && incoming.headers.authorization === undefined;
    answerJson(answer, isThere ? 200 : 404, {
      id: "00o1",
      pipeline: "idx",
      _links: { organization: { href }, alternate: { href: "https://login.acme.test" } },
    });
  };

test.each([
  [
    "an org of Okta's",
    metadata("https://acme.okta.com"),
    { origin: "https://acme.okta.com", adminOrigin: "https://acme-admin.okta.com" },
  ],
  ["another custom domain, which would be given the credential", metadata("https://login.evil.test"), undefined],
  ["no address", metadata("acme"), undefined],
  ["nothing", (_: unknown, answer) => answerJson(answer, 404, {}), undefined],
  ["a page", (_: unknown, answer) => answer.end("<html></html>"), undefined],
] satisfies readonly (readonly [string, Handler, unknown])[])(
  "a custom domain names %s",
  async (_, handle, expected) => {
    server = await startServer(handle);
    expect(await resolveOrgAddress(parseOrgAddress(server.origin), new AbortController().signal)).toEqual(expected);
  },
);
