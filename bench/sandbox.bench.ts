// Prints what the sandbox costs beside the same code in plain Node, as ratios. Run: node bench/sandbox.ts
import { createSandbox } from "../executor/sandbox/sandbox.ts";
import { eraseTypes } from "../executor/bundle.ts";
import type { Answer, AnswerAsk } from "../terms/ask.ts";
import type { RunLimits } from "../terms/run-limits.ts";

const ROUNDS = 7;
const PAGES = 142;
const USERS_A_PAGE = 200;

const limits: RunLimits = {
  calls: 1_000_000,
  bytes: 2_000_000_000,
  wallMs: 120_000,
  cpuMs: 60_000,
  memoryMb: 256,
  resultBytes: 200_000_000,
  noteBytes: 100_000,
};

interface User {
  readonly id: string;
  readonly status: string;
  readonly profile: {
    readonly login: string;
    readonly department: string;
    readonly title: string;
    readonly about: string;
  };
}

/** What both sides read from. */
interface Source {
  getUser(parameters: { readonly id: string }): Promise<User>;
  listUsers(): { all(): Promise<readonly User[]> };
}

function user(index: number): User {
  const profile = {
    login: `user${index}@example.com`,
    department: `department ${index % 40}`,
    title: `title ${index % 300}`,
    about: "x".repeat(520),
  };
  return { id: `u${index}`, status: index % 9 === 0 ? "DEPROVISIONED" : "ACTIVE", profile };
}

const pages = Array.from({ length: PAGES }, (_, page) =>
  JSON.stringify(Array.from({ length: USERS_A_PAGE }, (_user, index) => user(page * USERS_A_PAGE + index))),
);
const bytes = pages.reduce((sum, page) => sum + page.length, 0);

const answer: AnswerAsk = async ({ parameters, page }): Promise<Answer> => {
  const body =
    page === undefined ? JSON.stringify(user(Number(String(parameters["id"]).slice(1)))) : (pages[page] ?? "[]");
  return { kind: "response", load: () => body, bytes: body.length, hasMore: page !== undefined && page < PAGES - 1 };
};

const plain: Source = {
  getUser: async ({ id }) => JSON.parse(JSON.stringify(user(Number(id.slice(1))))),
  listUsers: () => ({
    async all() {
      const all: User[] = [];
      for (const page of pages) {
        const items: readonly User[] = JSON.parse(await Promise.resolve(page));
        for (const item of items) all.push(item);
      }
      return all;
    },
  }),
};

interface Measured {
  readonly name: string;
  readonly source: string;
  readonly peer: (okta: Source) => Promise<unknown>;
}

const group = `const counts = new Map()
  for (const { status, profile } of await okta.listUsers().all()) {
    if (status === 'ACTIVE') counts.set(profile.department, (counts.get(profile.department) ?? 0) + 1)
  }
  return [...counts].map(([department, users]) => ({ department, users }))`;

const measured: readonly Measured[] = [
  { name: "return []", source: "return []", peer: async () => [] },
  {
    name: "10 reads, one after the other",
    source:
      "const rows = []; for (let i = 0; i < 10; i += 1) rows.push({ id: (await okta.getUser({ id: 'u' + i })).id }); return rows",
    peer: async (okta) => {
      const rows: object[] = [];
      for (let index = 0; index < 10; index += 1) rows.push({ id: (await okta.getUser({ id: `u${index}` })).id });
      return rows;
    },
  },
  {
    name: "5,000 reads in parallel",
    source:
      "return each(Array.from({ length: 5000 }, (_, i) => 'u' + i), async (id) => ({ login: (await okta.getUser({ id })).profile.login }))",
    peer: async (okta) =>
      await Promise.all(
        Array.from({ length: 5_000 }, async (_, index) => ({
          login: (await okta.getUser({ id: `u${index}` })).profile.login,
        })),
      ),
  },
  {
    name: `${(bytes / 1e6).toFixed(0)} MB over ${PAGES} pages, grouped`,
    source: group,
    peer: async (okta) => {
      const counts = new Map<string, number>();
      for (const { status, profile } of await okta.listUsers().all()) {
        if (status === "ACTIVE") counts.set(profile.department, (counts.get(profile.department) ?? 0) + 1);
      }
      return [...counts].map(([department, users]) => ({ department, users }));
    },
  },
  {
    name: `${(bytes / 1e6).toFixed(0)} MB over ${PAGES} pages, returned`,
    source: "return (await okta.listUsers().all()).map(({ id, status, profile }) => ({ id, status, ...profile }))",
    peer: async (okta) => (await okta.listUsers().all()).map(({ id, status, profile }) => ({ id, status, ...profile })),
  },
];

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function time(rounds: number, prepare: () => Promise<unknown>, action: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await prepare();
    const start = performance.now();
    await action();
    times.push(performance.now() - start);
  }
  return median(times);
}

const sandbox = createSandbox();
const settle = async (): Promise<void> => {
  await sandbox.warm();
  await new Promise((resolve) => setTimeout(resolve, 250));
};

console.log(`median of ${ROUNDS}; prewarmed child; answers from memory, no journal, no network`);
for (const { name, source, peer } of measured) {
  const erased = await eraseTypes(`import { okta, each } from 'okta'\nexport default async function () { ${source} }`);
  const program = {
    ...erased,
    operationIds: ["getUser", "listUsers"],
    parameters: {},
    clock: "2026-11-23T09:00:00.000Z",
    timeZone: "UTC",
    mode: "plain",
  } as const;
  const inside = await time(ROUNDS, settle, async () => {
    const end = await sandbox.run(program, { limits, answer });
    if (end.kind !== "finished") throw new Error(JSON.stringify(end));
  });
  const outside = await time(
    ROUNDS,
    async () => {},
    async () => await peer(plain),
  );
  const ratio = outside < 1 ? "" : `  ${(inside / outside).toFixed(2)} ×`;
  console.log(`${name.padEnd(40)} sandbox ${inside.toFixed(1)} ms  plain Node ${outside.toFixed(1)} ms${ratio}`);
}
await sandbox.close();
