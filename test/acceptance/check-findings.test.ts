// What must not type-check or pass the gate: one finding each, with its place and its help; exit code 4; nothing sent.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../main/check.ts";
import { openHouse, type House } from "../../main/house.ts";

interface Mistake {
  readonly name: string;
  readonly source: string;
  readonly at: { readonly line: number; readonly column: number };
}

/** A snippet over users; `body` stands from line 5 on, and gives the rows. */
function snippet(body: string, before = ""): string {
  return `import { each, filter, okta } from 'okta'
export const title = 'A mistake'
${before}
export default async function () {
${body}
}
`;
}

const rows = "  return users.map((user) => ({ id: user.id, login: user.profile.login }))";

const mistakes: readonly Mistake[] = [
  {
    name: "an invented field",
    source: snippet(`  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, risk: user.riskScore }))`),
    at: { line: 6, column: 57 },
  },
  {
    name: "the same field by widening",
    source: snippet(
      `  const users: readonly Seen[] = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, risk: user.riskScore ?? 'none' }))`,
      "type Seen = { id: string; riskScore?: string }",
    ),
    at: { line: 3, column: 27 },
  },
  {
    name: "the same field by a type predicate",
    source: snippet(
      `  const users = await okta.listUsers({}).all()
  return users.filter(scored).map((user) => ({ id: user.id, risk: user.riskScore }))`,
      "function scored(user: object): user is { id: string; riskScore: string } { return user !== null }",
    ),
    at: { line: 3, column: 32 },
  },
  {
    name: "the same field by an overload",
    source: snippet(
      `  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, risk: score(user).riskScore }))`,
      "function score(user: { id: string }): { riskScore: string }\nfunction score(user: object): object { return user }",
    ),
    at: { line: 3, column: 1 },
  },
  {
    name: "the same field by a generic helper",
    source: snippet(
      `  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, risk: score(user) }))`,
      "function score<T extends { readonly riskScore?: string }>(from: T): string { return from.riskScore ?? 'none' }",
    ),
    at: { line: 3, column: 28 },
  },
  {
    name: "an invented operation",
    source: snippet(`  const users = await okta.listRiskyUsers({}).all()
${rows}`),
    at: { line: 5, column: 28 },
  },
  {
    name: "a misspelt enum value",
    source: snippet(`  const all = await okta.listUsers({}).all()
  const users = all.filter((user) => user.status === 'ACTVE')
${rows}`),
    at: { line: 6, column: 38 },
  },
  {
    name: "as any",
    source: snippet(`  const users = (await okta.listUsers({}).all()) as any
  return [{ id: String(users) }]`),
    at: { line: 5, column: 53 },
  },
  {
    name: "a silenced compiler",
    source: snippet(`  // @ts-ignore
  const users = await okta.listUsers({}).all()
${rows}`),
    at: { line: 5, column: 3 },
  },
  {
    name: "an import of Node's file system",
    source: `import 'node:fs'\n${snippet(`  const users = await okta.listUsers({}).all()\n${rows}`)}`,
    at: { line: 1, column: 1 },
  },
  {
    name: "lastLogin in a search",
    source: snippet(`  const users = await okta.listUsers({ search: 'lastLogin lt "2026-01-01T00:00:00.000Z"' }).all()
${rows}`),
    at: { line: 5, column: 49 },
  },
  {
    name: "a bare await in a loop",
    source: snippet(`  const users = await okta.listUsers({}).all()
  const found: { id: string; factors: number }[] = []
  for (const user of users) {
    const factors = await okta.listFactors({ userId: user.id }).all()
    found.push({ id: user.id, factors: factors.length })
  }
  return found`),
    at: { line: 8, column: 21 },
  },
];

let folder: string;
let house: House;
let requests = 0;
const org = createServer((_request, answer) => {
  requests += 1;
  answer.end("{}");
});

function environment(): Record<string, string> {
  const { port } = org.address() as AddressInfo;
  return {
    ATTEST_HOME: folder,
    ATTEST_KEYS: `${folder}.keys`,
    OKTA_DOMAIN: `http://127.0.0.1:${port}`,
    OKTA_API_TOKEN: "00tokenOfThisTest",
  };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-check-"));
  await new Promise<void>((listening) => org.listen(0, "127.0.0.1", listening));
  house = openHouse(environment(), folder);
});
afterAll(async () => {
  await house.close();
  org.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(mistakes)("$name is one finding with place and help", async ({ source, at }) => {
  const report = await check(house, source);
  const findings = report.kind === "findings" ? report.findings : [];
  expect(findings.map(({ line, column, help }) => ({ line, column, helped: help.length > 20 }))).toEqual([
    { ...at, helped: true },
  ]);
});

test("the command says so with exit code 4, and nothing was sent by any check", async () => {
  const file = join(folder, "mistake.ts");
  writeFileSync(file, mistakes[0]?.source ?? "");
  // Not the synchronous way: the org of this test could not answer while it is waited for.
  const child = spawn(process.execPath, [resolve("cli/attest.mjs"), "check", file, "--json"], {
    env: { PATH: process.env["PATH"] ?? "", ...environment() },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  const code = await new Promise<number | null>((closed) => child.on("close", closed));
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly object[] };
  expect({ code, findings: findings.length, requests }).toEqual({ code: 4, findings: 1, requests: 0 });
});
