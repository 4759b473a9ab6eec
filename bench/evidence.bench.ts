// What a replay costs that carries along where each value was read, beside the plain replay of the same run: 10,000 rows of 8 columns
// out of 50 pages, without network or journal.
import { eraseTypes } from "../executor/bundle.ts";
import { createChecker } from "../executor/check/checker.ts";
import { collectEvidence } from "../executor/evidence/collect-evidence.ts";
import type { Program } from "../executor/program.ts";
import { answerFromRecording } from "../executor/replay.ts";
import { createSandbox } from "../executor/sandbox/sandbox.ts";
import { baseSchema } from "../registry/schema-attributes.ts";
import type { Row } from "../terms/cell.ts";
import type { RecordedRead, Recording } from "../terms/recording.ts";
import { median, say, timed } from "./figures.ts";

const rounds = 7;
const pages = 50;
const pageSize = 200;

const source = `import { okta } from 'okta'

export const title = 'All users'

export default async function () {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({
    id: user.id, login: user.profile.login, status: user.status, created: user.created, lastLogin: user.lastLogin,
    department: user.profile.department ?? null, title: user.profile.title ?? null,
    name: \`\${user.profile.firstName ?? ''} \${user.profile.lastName ?? ''}\`,
  }))
}
`;

const limits = {
  calls: 1_000,
  bytes: 500_000_000,
  wallMs: 120_000,
  cpuMs: 60_000,
  memoryMb: 256,
  resultBytes: 100_000_000,
  noteBytes: 1_000,
};

function user(index: number): object {
  const link = { href: `https://acme.okta.com/api/v1/users/u${index}/lifecycle`, method: "POST" };
  return {
    id: `u${index}`,
    status: index % 9 === 0 ? "SUSPENDED" : "ACTIVE",
    created: "2026-01-01T00:00:00.000Z",
    activated: "2026-01-02T00:00:00.000Z",
    lastLogin: index % 7 === 0 ? null : "2026-11-01T00:00:00.000Z",
    lastUpdated: "2026-10-01T00:00:00.000Z",
    type: { id: "t1" },
    profile: {
      login: `user${index}@example.com`,
      email: `user${index}@example.com`,
      firstName: `First${index % 300}`,
      lastName: `Last${index % 500}`,
      department: `Department ${index % 40}`,
      title: `Title ${index % 300}`,
      about: "x".repeat(500),
    },
    credentials: { provider: { type: "OKTA", name: "OKTA" } },
    _links: { suspend: link, resetPassword: link, expirePassword: link, deactivate: link, self: link },
  };
}

const bodies = Array.from({ length: pages }, (_, page) =>
  JSON.stringify(Array.from({ length: pageSize }, (_user, index) => user(page * pageSize + index))),
);

const clock = "2026-11-26T09:00:00.000Z";
const recording: Recording = {
  run: "r",
  source,
  parameters: {},
  tables: [],
  clock,
  timeZone: "UTC",
  versions: {
    attest: "",
    node: "",
    isolatedVm: "",
    typescript: "",
    esbuild: "",
    registry: "",
    stub: "",
    runtime: "",
    projection: "",
  },
  steps: pages,
  find: (step): RecordedRead | undefined => ({
    step,
    operationId: "listUsers",
    parameters: {},
    listing: 0,
    page: step,
    kind: "response",
    bodyHash: String(step),
    bytes: bodies[step]?.length ?? 0,
    hasMore: step < pages - 1,
    cursor: undefined,
    failure: undefined,
    exchange: undefined,
  }),
  loadBody: (hash) => bodies[Number(hash)] ?? "",
};

const checker = createChecker();
const sandbox = createSandbox();

/** A child that has been started says nothing until it is given a program; by then it has loaded what it runs on. */
const startsWithinMs = 500;

/** Without a child that waits, the time of a replay would be that of its start too, on both sides of the ratio. */
async function warm(): Promise<void> {
  await sandbox.warm();
  await new Promise((resolve) => setTimeout(resolve, startsWithinMs));
}

async function replay(program: Program, memoryMb: number): Promise<readonly Row[]> {
  const end = await sandbox.run(program, { limits: { ...limits, memoryMb }, answer: answerFromRecording(recording) });
  if (end.kind !== "finished") throw new Error(JSON.stringify(end));
  return end.rows;
}

try {
  const orgSchema = baseSchema();
  const result = await checker.check(source, { orgSchema });
  const traced = await checker.trace(source, { orgSchema });
  if (result.kind !== "checked" || !("code" in traced)) throw new Error("the snippet has findings");
  const { operationIds, lineage, readableNames } = result.checked;
  const shared = {
    operationIds,
    parameters: {},
    tables: [],
    clock,
    timeZone: "UTC",
    ...(readableNames === undefined ? {} : { readableNames }),
  };
  const plainProgram: Program = { ...(await eraseTypes(source)), ...shared, mode: "plain" };
  const tracedProgram: Program = { ...(await eraseTypes(traced.code)), ...shared, mode: "traced" };
  const found: { readonly plain: number; readonly traced: number; readonly whole: number }[] = [];
  let cells = 0;
  for (let round = 0; round <= rounds; round += 1) {
    await warm();
    const plain = await timed(() => replay(plainProgram, 256));
    await warm();
    const carried = await timed(() => replay(tracedProgram, 1024));
    await warm();
    const whole = await timed(() =>
      collectEvidence({ traced, operationIds, readableNames, lineage, recording, rows: plain.value, sandbox, limits }),
    );
    const evidence = whole.value;
    if (evidence.kind === "none") throw new Error(evidence.why);
    cells = evidence.counts.value + evidence.counts.computed;
    if (round > 0) found.push({ plain: plain.ms, traced: carried.ms, whole: whole.ms });
  }
  const ms = (of: "plain" | "traced" | "whole"): number => Math.round(median(found.map((one) => one[of])));
  const ratio = (of: "traced" | "whole"): string => median(found.map((one) => one[of] / one.plain)).toFixed(2);
  say(
    `${pages * pageSize} rows of 8 columns, ${cells} cells with evidence, medians of ${rounds} rounds, each in a prewarmed child`,
  );
  say(`plain replay: ${ms("plain")} ms`);
  say(`replay with places carried along and sent out: ${ms("traced")} ms, ratio ${ratio("traced")} (bound 2.00)`);
  say(`with every place checked against the recording: ${ms("whole")} ms, ratio ${ratio("whole")}`);
} finally {
  await sandbox.close();
  await checker.close();
}
