// What can be wrong between here and Okta: one clear message each, exit code 5, and no rows.
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const snippet = `import { okta } from 'okta'
export const title = 'All users'
export default async function () {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, login: user.profile.login }))
}
`;

interface Fault {
  readonly name: string;
  readonly code: string;
  /** What the org answers; undefined: nothing listens there. */
  readonly answer?: (response: ServerResponse) => void;
  readonly domain?: string;
  readonly says: RegExp;
}

const json = { "content-type": "application/json" };
const oktaError = (errorCode: string, errorSummary: string): string =>
  JSON.stringify({
    errorCode,
    errorSummary,
    errorLink: errorCode,
    errorId: "oaeabcdefghijklmnopqrstuv",
    errorCauses: [],
  });

const faults: readonly Fault[] = [
  { name: "a wrong domain", code: "okta/unreachable", domain: "no-such-org.invalid", says: /no-such-org\.invalid/ },
  { name: "a refused connection", code: "okta/unreachable", domain: "http://127.0.0.1:9", says: /127\.0\.0\.1:9/ },
  {
    name: "a 401",
    code: "okta/unauthorized",
    answer: (response) =>
      response
        .writeHead(401, { ...json, "www-authenticate": "SSWS" })
        .end(oktaError("E0000011", "Invalid token provided")),
    says: /token/i,
  },
  {
    name: "a 403 with an empty body that names the missing scope",
    code: "okta/forbidden",
    answer: (response) =>
      response
        .writeHead(403, {
          "www-authenticate":
            'Bearer authorization_uri="http://acme.okta.com/oauth2/v1/authorize", realm="http://acme.okta.com", scope="okta.users.read", error="insufficient_scope", error_description="The access token provided does not contain the required scopes.", resource="/api/v1/users"',
        })
        .end(),
    says: /okta\.users\.read/,
  },
  {
    name: "a 404",
    code: "okta/not-found",
    answer: (response) =>
      response.writeHead(404, json).end(oktaError("E0000007", "Not found: Resource not found: users (User)")),
    says: /not found/i,
  },
  {
    name: "a 429 without end",
    code: "okta/rate-limited",
    answer: (response) =>
      response
        .writeHead(429, {
          ...json,
          "x-rate-limit-limit": "0",
          "x-rate-limit-remaining": "0",
          "x-rate-limit-reset": String(Math.floor(Date.now() / 1000)),
        })
        .end(oktaError("E0000047", "API call exceeded rate limit due to too many requests.")),
    says: /limit/i,
  },
  {
    name: "a 500 without end",
    code: "okta/unavailable",
    answer: (response) => response.writeHead(500, json).end(oktaError("E0000009", "Internal Server Error")),
    says: /500/,
  },
  {
    name: "an HTML page",
    code: "okta/unreadable",
    answer: (response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Sign in</body></html>"),
    says: /HTML|html/,
  },
  {
    name: "truncated JSON",
    code: "okta/unreadable",
    answer: (response) => response.writeHead(200, json).end('[{"id":"00u1","profile":{"login":"a'),
    says: /JSON/,
  },
];

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "attest-faults-"));
  file = join(folder, "all-users.ts");
  writeFileSync(file, snippet);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(answer: (response: ServerResponse) => void): Promise<Server> {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

async function attest(domain: string): Promise<{ readonly code: number | null; readonly stdout: string }> {
  const child = spawn(process.execPath, [resolve("cli/attest.mjs"), "run", file, "--yes", "--json"], {
    env: {
      PATH: process.env["PATH"] ?? "",
      ATTEST_HOME: join(folder, "data"),
      ATTEST_KEYS: join(folder, "keys"),
      OKTA_DOMAIN: domain,
      OKTA_API_TOKEN: "00tokenOfThisTest",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  const code = await new Promise<number | null>((closed) => child.on("close", closed));
  return { code, stdout };
}

test.concurrent.each(faults)(
  "$name fails the run with one message and no rows",
  async ({ answer, domain, code, says }) => {
    const server = answer === undefined ? undefined : await serve(answer);
    const port = (server?.address() as AddressInfo | undefined)?.port;
    const ended = await attest(domain ?? `http://127.0.0.1:${port}`);
    server?.closeAllConnections();
    server?.close();
    const report = JSON.parse(ended.stdout);
    expect({ exit: ended.code, outcome: report.outcome, code: report.failure.code, rows: report.rows ?? [] }).toEqual({
      exit: 5,
      outcome: "failed",
      code,
      rows: [],
    });
    expect(`${report.failure.found} ${report.failure.why} ${report.failure.help}`).toMatch(says);
  },
  90_000,
);
