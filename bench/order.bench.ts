// What delivering answers in the order in which they were asked for costs beside going on with each as it comes: 5,000 users whose
// reads take 0 to 200 ms, one of which is tried again after 60 s. The clock runs six times as fast; all else is the code of a run.
// The peer is plain Node with as many reads at once.
import { setTimeout } from "node:timers/promises";
import { eraseTypes } from "../executor/bundle.ts";
import { createSandbox } from "../executor/sandbox/sandbox.ts";
import type { Answer, AnswerAsk } from "../terms/ask.ts";
import { median, say, timed } from "./figures.ts";

const rounds = 3;
const users = 5_000;
const concurrency = 32;
const speed = 6;
const jitterMs = 200 / speed;
const retryMs = 60_000 / speed;
const slowUser = "u400";

const limits = {
  calls: 100_000,
  bytes: 100_000_000,
  wallMs: 300_000,
  cpuMs: 60_000,
  memoryMb: 256,
  resultBytes: 50_000_000,
  noteBytes: 1_000,
};

/** The same delay for the same read, so that both sides wait alike. */
function delayOf(id: string, part: string): number {
  if (id === slowUser && part === "first") return retryMs;
  let hash = 7;
  for (const letter of id + part) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return ((hash % 1_000) / 1_000) * jitterMs;
}

async function read(id: string, part: string): Promise<{ readonly id: string; readonly status: string }> {
  await setTimeout(delayOf(id, part));
  return { id, status: id.endsWith("3") ? "SUSPENDED" : "ACTIVE" };
}

const answer: AnswerAsk = async ({ parameters }): Promise<Answer> => {
  const [id = "", part = "first"] = String(parameters["id"]).split(".");
  const text = JSON.stringify(await read(id, part));
  return { kind: "response", load: () => text, bytes: text.length, hasMore: false };
};

interface Compared {
  readonly name: string;
  readonly item: string;
  readonly peer: (id: string) => Promise<number>;
}

const compared: readonly Compared[] = [
  {
    name: "one read for each user",
    item: "const { status } = await okta.getUser({ id }); return { id, n: status.length }",
    peer: async (id) => (await read(id, "first")).status.length,
  },
  {
    name: "two reads for each user, the second after the first",
    item: "const one = await okta.getUser({ id }); const two = await okta.getUser({ id: id + '.second' }); return { id, n: one.status.length + two.status.length }",
    peer: async (id) => (await read(id, "first")).status.length + (await read(id, "second")).status.length,
  },
];

const ids = Array.from({ length: users }, (_, index) => `u${index}`);

async function asTheyCome(peer: Compared["peer"]): Promise<number> {
  let sum = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      const n = await peer(id);
      sum += n;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return sum;
}

const sandbox = createSandbox();
try {
  say(
    `${users} users, ${concurrency} reads at once, medians of ${rounds} rounds; seconds as if the clock ran at its own pace`,
  );
  for (const { name, item, peer } of compared) {
    const source = `import { okta, each } from 'okta'
export default async function () { return each(Array.from({ length: ${users} }, (_, i) => 'u' + i), async (id) => { ${item} }) }`;
    const program = {
      ...(await eraseTypes(source)),
      operationIds: ["getUser"],
      parameters: {},
      clock: "2026-11-26T09:00:00.000Z",
      timeZone: "UTC",
      mode: "plain",
    } as const;
    const pairs: { readonly ordered: number; readonly free: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const free = await timed(() => asTheyCome(peer));
      await sandbox.warm();
      const ordered = await timed(() => sandbox.run(program, { limits, answer, concurrency }));
      const end = ordered.value;
      if (end.kind !== "finished") throw new Error(JSON.stringify(end));
      const sum = end.rows.reduce((all, { n }) => all + Number(n), 0);
      if (sum !== free.value) throw new Error(`different answers: ${sum} and ${free.value}`);
      pairs.push({ ordered: ordered.ms, free: free.ms });
    }
    const seconds = (of: "ordered" | "free"): string =>
      ((median(pairs.map((one) => one[of])) * speed) / 1000).toFixed(1);
    const ratio = median(pairs.map(({ ordered, free }) => ordered / free)).toFixed(2);
    say(`${name}: as they come ${seconds("free")} s, in order ${seconds("ordered")} s, ratio ${ratio} (bound 1.10)`);
  }
} finally {
  await sandbox.close();
}
