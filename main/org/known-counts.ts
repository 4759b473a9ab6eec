import { join } from "node:path";
import { z } from "zod";
import type { KnownCount } from "../../executor/check/checked.ts";
import { type KeptFile, openKeptFile } from "../../library/kept-file.ts";
import type { OktaClient } from "../../okta/client.ts";
import { isFailure } from "../../terms/failure.ts";
import { hashText } from "../../terms/snippet.ts";

const shape = z.record(z.string(), z.object({ count: z.number(), at: z.string() }));
type KeptCounts = z.infer<typeof shape>;

function fileOf(folder: string, origin: string): KeptFile<KeptCounts> {
  const path = join(folder, `counts-${hashText(origin).slice(0, 16)}.json`);
  return openKeptFile({ path, kind: "counts", version: 1, shape });
}

/** How long ago, as a review says it. */
function ago(at: string, nowMs: number): string {
  const minutes = Math.max(0, Math.round((nowMs - Date.parse(at)) / 60_000));
  if (minutes === 0) return "seen just now";
  if (minutes < 60) return `seen ${minutes} min ago`;
  return minutes < 48 * 60 ? `seen ${Math.round(minutes / 60)} h ago` : `seen ${Math.round(minutes / 1440)} days ago`;
}

/**
 * How many items each list of the org had when it was last walked whole, by operationId; of lists that hang on another object
 * (the users of an app) the longest. Sends nothing.
 */
export async function knownCounts(
  folder: string,
  origin: string | undefined,
): Promise<Readonly<Record<string, KnownCount>>> {
  if (origin === undefined) return {};
  // A price is no answer: where the file cannot be read, it is unknown until the org has shown its sizes again.
  const kept = await fileOf(folder, origin)
    .read()
    .catch(() => undefined);
  return Object.fromEntries(
    Object.entries(kept ?? {}).map(([operationId, { count, at }]) => [
      operationId,
      { count, seen: ago(at, Date.now()) },
    ]),
  );
}

/** Keeps what a run or a look-up has shown of the org's sizes. */
export async function learnCounts(folder: string, origin: string, counts: ReadonlyMap<string, number>): Promise<void> {
  if (counts.size === 0) return;
  const at = new Date().toISOString();
  const learnt = Object.fromEntries([...counts].map(([operationId, count]) => [operationId, { count, at }]));
  await fileOf(folder, origin)
    .change((kept) => ({ ...kept, ...learnt }))
    .catch((error: unknown) => {
      // An answer is not lost for the price of the next one.
      if (!isFailure(error)) throw error;
    });
}

const statsShape = z.array(
  z.object({
    profile: z.object({ name: z.string() }),
    _embedded: z.object({ stats: z.object({ usersCount: z.number() }) }),
  }),
);

/** Asks the org how many users it has, by the size of its group Everyone, where it has not shown it yet. One request. */
export async function probeUsers(
  folder: string,
  origin: string,
  client: OktaClient,
  signal: AbortSignal,
): Promise<void> {
  const known = await knownCounts(folder, origin);
  if (known["listUsers"] !== undefined) return;
  const parameters = { filter: 'type eq "BUILT_IN"', expand: "stats" };
  const read = await client.read({ operationId: "listGroups", parameters }, signal);
  if (read.kind !== "response") return;
  const groups = statsShape.safeParse(JSON.parse(read.text));
  const everyone = groups.data?.find((group) => group.profile.name === "Everyone");
  if (everyone === undefined) return;
  await learnCounts(folder, origin, new Map([["listUsers", everyone._embedded.stats.usersCount]]));
}
