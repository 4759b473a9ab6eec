// What checking a snippet costs beside a plain `tsc` run on the same input (the same stub, the same snippet), and how large
// the slices are that a model reads. tsc is counted twice: the whole process, and the time that it reports for itself.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createChecker, type Checker } from "../executor/check/checker.ts";
import type { OrgSchema } from "../registry/org-schema.ts";
import { baseSchema } from "../registry/schema-attributes.ts";
import { generateStub } from "../sdk-stubs/generate.ts";
import { renderSlice } from "../sdk-stubs/slice.ts";
import { median, say, timed } from "./figures.ts";

const rounds = 7;
/** Checks of each kind in a round: one of them is short beside one tsc run. */
const checksInRound = 5;
const charactersPerToken = 3.5;

const typical = ["listUsers", "listFactors", "listApplicationUsers"];
const question = ["users", "assigned", "app", "without", "active", "factor", "department"];

interface MeasuredSlice {
  readonly name: string;
  readonly operationIds: readonly string[];
  /** Tokens that it may have. */
  readonly bound: number;
}

const slices: readonly MeasuredSlice[] = [
  { name: "users, factors, app users", operationIds: typical, bound: 2500 },
  {
    name: "users, groups, apps, policies, log",
    operationIds: ["listUsers", "listGroups", "listApplications", "listPolicies", "listLogEvents"],
    bound: 5000,
  },
  {
    name: "devices, roles, identity providers, zones, authenticators",
    operationIds: [
      "listDevices",
      "listAssignedRolesForUser",
      "listIdentityProviders",
      "listNetworkZones",
      "listAuthenticators",
    ],
    bound: 5000,
  },
];

function snippet(days: number): string {
  return `import { okta, named, each, daysAgo, isBefore } from 'okta'

export const title = 'Users of an app without an active factor, not signed in for ${days} days'
export const params = { app: 'GitHub', days: ${days} }

export default async function ({ app, days }: typeof params) {
  const target = named(await okta.listApplications({}).all(), 'label', app)
  const assigned = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()
  const active = assigned.filter((one) => one._embedded.user.status === 'ACTIVE')
  const rows = await each(active, async (one) => {
    const { user } = one._embedded
    const factors = await okta.listFactors({ userId: user.id }).all()
    const usable = factors.filter((factor) => factor.status === 'ACTIVE' && factor.factorType !== 'question')
    return { login: user.profile.login, status: user.status, lastLogin: user.lastLogin, activeFactors: usable.length }
  })
  return rows.filter((row) => row.activeFactors === 0 && (row.lastLogin === null || isBefore(row.lastLogin, daysAgo(days))))
}
`;
}

const snippetOperations = ["listApplications", "listApplicationUsers", "listFactors"];

/** The schema of an org that no thread of the checker has seen: Okta's attributes and 40 of its own. */
function newSchema(round: number): OrgSchema {
  const base = baseSchema();
  const own = Array.from({ length: 40 }, (_, index) => ({
    name: `attribute${round}x${index}`,
    shape: { kind: "string", nullable: true } as const,
    from: "custom" as const,
  }));
  return { ...base, version: `org-${round}`, user: [...base.user, ...own], degraded: false };
}

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: "esnext",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2023"],
  types: [],
  paths: { okta: ["./okta.d.ts"] },
};

interface PlainRun {
  readonly wholeMs: number;
  /** What tsc counts for itself: without the start of its process. */
  readonly ownMs: number;
}

async function runTsc(folder: string): Promise<PlainRun> {
  const { ms, value } = await timed(async () =>
    execFileSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", folder, "--diagnostics"], {
      encoding: "utf8",
    }),
  );
  return { wholeMs: ms, ownMs: 1000 * Number(/Total time:\s+([\d.]+)s/.exec(value)?.[1]) };
}

function writeProject(folder: string, orgSchema: OrgSchema): void {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["snippet.ts"] }));
  writeFileSync(join(folder, "okta.d.ts"), generateStub({ operationIds: snippetOperations, orgSchema }).text);
  writeFileSync(join(folder, "snippet.ts"), snippet(30));
}

async function checkedMs(checker: Checker, source: string, orgSchema: OrgSchema): Promise<number> {
  const { ms, value } = await timed(() => checker.check(source, { orgSchema }));
  if (value.kind === "findings") throw new Error(`the snippet has findings: ${JSON.stringify(value.findings)}`);
  return ms;
}

async function several(measure: (index: number) => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let index = 0; index < checksInRound; index += 1) found.push(await measure(index));
  return median(found);
}

/** One of ours, in each round beside the tsc run of that round: what else the machine does then slows both. */
interface Measured {
  readonly name: string;
  readonly targetMs: number;
  /** Largest share of tsc's own time: the target on a machine where that takes 450 ms. */
  readonly bound: number;
  readonly ms: number[];
}

function report({ name, targetMs, bound, ms }: Measured, plain: readonly PlainRun[]): void {
  const share = median(ms.map((one, round) => one / (plain[round]?.ownMs ?? Number.NaN)));
  say(`${name}: ${share.toFixed(3)} of tsc (bound ${bound}); ${median(ms).toFixed(1)} ms here (target ${targetMs} ms)`);
}

const plain: PlainRun[] = [];
const warm: Measured = { name: "warm check of a changed snippet", targetMs: 25, bound: 0.055, ms: [] };
const fresh: Measured = { name: "first check with a new org schema", targetMs: 150, bound: 0.33, ms: [] };
const slice: Measured = { name: "slice for a question", targetMs: 50, bound: 0.11, ms: [] };

const folder = mkdtempSync(join(tmpdir(), "attest-tsc-"));
const checker = createChecker();
try {
  writeProject(folder, newSchema(0));
  // Each thread has checked before: what is measured is the checker of a session, not its start.
  for (let index = 0; index < 40; index += 1) await checkedMs(checker, snippet(index), newSchema(0));
  for (let round = 0; round < rounds; round += 1) {
    const first = (round + 1) * 100;
    plain.push(await runTsc(folder));
    fresh.ms.push(await several((index) => checkedMs(checker, snippet(first + index), newSchema(first + index))));
    // The two threads take turns; after two checks both know this schema again.
    const orgSchema = newSchema(0);
    for (let index = 0; index < 2; index += 1) await checkedMs(checker, snippet(index), orgSchema);
    warm.ms.push(await several((index) => checkedMs(checker, snippet(first + index), orgSchema)));
    slice.ms.push(
      await several(async (index) => {
        const request = { operationIds: typical, orgSchema: newSchema(first + index), words: question };
        return (await timed(async () => renderSlice(request))).ms;
      }),
    );
  }
} finally {
  await checker.close();
  rmSync(folder, { recursive: true, force: true });
}

say(
  `plain tsc on the same stub and snippet: ${Math.round(median(plain.map((one) => one.ownMs)))} ms by its own count, ` +
    `${Math.round(median(plain.map((one) => one.wholeMs)))} ms as a process (median of ${rounds})`,
);
for (const one of [warm, fresh, slice]) report(one, plain);

for (const { name, operationIds, bound } of slices) {
  const text = renderSlice({ operationIds, orgSchema: newSchema(0), words: question });
  const tokens = Math.round(JSON.stringify(text).length / charactersPerToken);
  say(`slice of ${name}: ${tokens} tokens (bound ${bound})`);
}
