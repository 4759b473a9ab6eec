// Plants forbidden imports in a copy of the tree and sees each rule fire. Without this a mistyped path, or a compiler that
// the cruiser cannot read, would make every rule pass by looking at nothing.
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly line: string;
}

const planted: readonly Planted[] = [
  {
    rule: "planner-imports",
    file: "planner/p1.ts",
    line: "import { createSandbox } from '../executor/sandbox/sandbox.ts'; createSandbox();",
  },
  {
    rule: "planner-imports",
    file: "planner/p2.ts",
    line: "import type { Journal } from '../audit/journal.ts'; export type R = Journal;",
  },
  {
    rule: "planner-imports",
    file: "planner/p3.ts",
    line: "export const x: unknown = await import('../okta/client.ts');",
  },
  {
    rule: "terms-imports",
    file: "terms/p1.ts",
    line: "import { findOperation } from '../registry/catalogue.ts'; findOperation('x');",
  },
  {
    rule: "registry-imports",
    file: "registry/p1.ts",
    line: "import { generateStub } from '../sdk-stubs/generate.ts'; generateStub();",
  },
  {
    rule: "sdk-stubs-imports",
    file: "sdk-stubs/p1.ts",
    line: "import { createChecker } from '../executor/check/checker.ts'; createChecker();",
  },
  {
    rule: "executor-imports",
    file: "executor/p1.ts",
    line: "import { openJournal } from '../audit/journal.ts'; openJournal();",
  },
  {
    rule: "executor-imports",
    file: "executor/p2.ts",
    line: "import { createOktaClient } from '../okta/client.ts'; createOktaClient();",
  },
  {
    rule: "okta-imports",
    file: "okta/p1.ts",
    line: "import { openJournal } from '../audit/journal.ts'; openJournal();",
  },
  {
    rule: "audit-imports",
    file: "audit/p1.ts",
    line: "import { findOperation } from '../registry/catalogue.ts'; findOperation('x');",
  },
  ...["entries", "database", "erasure", "proof", "writing", "runs"].map((folder) => ({
    rule: `audit-${folder}-imports`,
    file: `audit/${folder}/p1.ts`,
    line: "import type { RunBook } from '../books/run-book.ts'; export type R = RunBook;",
  })),
  {
    rule: "audit-books-imports",
    file: "audit/books/p1.ts",
    line: "import { createTallies } from '../tallies/tallies.ts'; createTallies();",
  },
  {
    rule: "audit-tallies-imports",
    file: "audit/tallies/p1.ts",
    line: "import type { Journal } from '../journal.ts'; export type R = Journal;",
  },
  {
    rule: "tables-imports",
    file: "tables/p1.ts",
    line: "import { openJournal } from '../audit/journal.ts'; openJournal();",
  },
  {
    rule: "deliveries-imports",
    file: "deliveries/p1.ts",
    line: "import { parseTable } from '../tables/parse-table.ts'; parseTable('a', new Uint8Array(), {});",
  },
  { rule: "power-csv-parse", file: "main/p8.ts", line: "import { parse } from 'csv-parse/sync'; parse('a');" },
  {
    rule: "emulator-imports",
    file: "emulator/p1.ts",
    line: "import { createOktaClient } from '../okta/client.ts'; createOktaClient();",
  },
  { rule: "cli-imports", file: "cli/p1.ts", line: "import { openJournal } from '../audit/journal.ts'; openJournal();" },
  { rule: "main-imports", file: "main/p1.ts", line: "import '../cli/index.ts';" },
  {
    rule: "isolate-is-an-island",
    file: "sdk-stubs/isolate/p1.ts",
    line: "import { Failure } from '../../terms/failure.ts'; new Failure('a', 'b');",
  },
  { rule: "power-typescript", file: "planner/p4.ts", line: "import ts from 'typescript'; ts.version;" },
  {
    rule: "power-child_process",
    file: "executor/p3.ts",
    line: "import { exec } from 'node:child_process'; exec('x');",
  },
  { rule: "power-isolated-vm", file: "main/p2.ts", line: "import ivm from 'isolated-vm'; new ivm.Isolate();" },
  { rule: "power-esbuild", file: "main/p3.ts", line: "import { build } from 'esbuild'; build();" },
  { rule: "power-ky", file: "planner/p5.ts", line: "import ky from 'ky'; ky('x');" },
  {
    rule: "power-nodemailer",
    file: "main/p7.ts",
    line: "import { createTransport } from 'nodemailer'; createTransport();",
  },
  {
    rule: "power-@anthropic-ai/sdk",
    file: "main/p4.ts",
    line: "import Anthropic from '@anthropic-ai/sdk'; new Anthropic();",
  },
  {
    rule: "power-node:sqlite",
    file: "main/p5.ts",
    line: "import { DatabaseSync } from 'node:sqlite'; new DatabaseSync('x');",
  },
  {
    rule: "power-worker_threads",
    file: "executor/p4.ts",
    line: "import { Worker } from 'node:worker_threads'; new Worker('x');",
  },
  {
    rule: "power-module",
    file: "planner/p6.ts",
    line: "import { createRequire } from 'node:module'; createRequire(import.meta.url)('isolated-vm');",
  },
  { rule: "power-net", file: "audit/p2.ts", line: "import net from 'node:net'; net.connect(1);" },
  { rule: "no-cycle", file: "terms/finding.ts", line: "import type { A } from './p2.ts'; export type B = A;" },
  { rule: "no-orphan", file: "registry/p2.ts", line: "export const lonely = 1;" },
  { rule: "no-import-of-tests", file: "main/p6.ts", line: "import '../test/shared-data.ts';" },
  { rule: "resolves", file: "planner/p7.ts", line: "import { nope } from './nope.ts'; nope();" },
];

interface Report {
  readonly totalCruised: number;
  readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
}

function cruise(root: string): Report {
  const bin = path.resolve("node_modules/.bin/depcruise");
  const text = execFileSync(process.execPath, [bin, ".", "--output-type", "json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return (JSON.parse(text) as { readonly summary: Report }).summary;
}

test("the tree as it stands breaks no direction rule, and the cruiser did look at it", () => {
  const { violations, totalCruised } = cruise(".");
  expect(violations.map((one) => `${one.rule.name}: ${one.from}`)).toEqual([]);
  expect(totalCruised).toBeGreaterThan(100);
});

test("each direction rule fires on an import that breaks it", () => {
  const root = mkdtempSync(path.join(tmpdir(), "architecture-"));
  const copied = readdirSync(".").filter(
    (entry) => !["node_modules", ".git"].includes(entry) && (statSync(entry).isDirectory() || /json$|mjs$/.test(entry)),
  );
  for (const entry of copied) cpSync(entry, path.join(root, entry), { recursive: true });
  for (const file of ["package.json", "tsconfig.json", ".dependency-cruiser.mjs"]) {
    if (!existsSync(path.join(root, file))) cpSync(file, path.join(root, file));
  }
  symlinkSync(path.resolve("node_modules"), path.join(root, "node_modules"));
  // The other half of the cycle that is planted in finding.ts.
  appendFileSync(path.join(root, "terms/p2.ts"), "import type { B } from './finding.ts'; export type A = B;\n");
  for (const { file, line } of planted) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    appendFileSync(path.join(root, file), `${line}\n`);
  }
  const { violations } = cruise(root);
  rmSync(root, { recursive: true, force: true });
  const fired = new Set(violations.map((one) => `${one.rule.name} on ${one.from}`));
  expect(planted.map((one) => `${one.rule} on ${one.file}`).filter((one) => !fired.has(one))).toEqual([]);
});
