import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { createOktaClient, type OktaClient } from "../../okta/client.ts";
import { createSswsCredential } from "../../okta/credentials/ssws.ts";
import { parseOrgAddress } from "../../okta/org-address.ts";
import { createOrgLine } from "../../okta/org-line.ts";
import { Secret } from "../../terms/secret.ts";
import { createFastClock } from "./clocks.ts";
import { walk } from "./create-test-client.ts";

const { signal } = new AbortController();

/** A minute of the org and of its line passes in a second. */
const clock = createFastClock(60);
let emulator: Emulator;
let operators: readonly OktaClient[];

/** Five operators, each with a client, on the one line that a process has to an org. */
beforeEach(async () => {
  emulator = await startEmulator({ users: 600, limits: "enterprise", latencyMs: 2, clock: () => clock.now() });
  const line = createOrgLine({ concurrency: 32, reserve: 0.1 }, clock);
  operators = Array.from({ length: 5 }, () =>
    createOktaClient({
      address: parseOrgAddress(emulator.origin),
      credential: createSswsCredential(new Secret(emulator.token)),
      line,
    }),
  );
});
afterEach(() => emulator.close());

interface Ended {
  readonly joined: number;
  /** From its first ask to its last answer, on the fast clock. */
  readonly ms: number;
  readonly failed: number;
  /** Factors that had been read for large runs when this one ended. */
  readonly readForLarge: number;
}

const [large, small] = [80, 5];
let readForLarge = 0;

/** Walks the users and reads the factors of some of them, all asked for at once, as a snippet with `each` does. */
async function run(client: OktaClient, name: string, joined: number): Promise<Ended> {
  const began = clock.now();
  const mine: OktaClient = { ...client, read: (request, stop) => client.read({ ...request, run: name }, stop) };
  const { items } = await walk(mine, "listUsers");
  const ids = items.slice(0, joined).map((user) => (user as { readonly id: string }).id);
  const reads = await Promise.all(
    ids.map(async (userId) => {
      const read = await mine.read({ operationId: "listFactors", parameters: { userId } }, signal);
      if (joined === large) readForLarge += 1;
      return read.kind;
    }),
  );
  const answered = reads.filter((kind) => kind === "response").length;
  return { joined, ms: clock.now() - began, failed: joined - answered, readForLarge };
}

function slowestToMean(runs: readonly Ended[]): number {
  const times = runs.map((one) => one.ms);
  return (Math.max(...times) * times.length) / times.reduce((sum, one) => sum + one, 0);
}

test("of 50 runs of five operators none takes more than twice the mean of its like, and none fails by a 429", async () => {
  // The ten large ones ask first.
  const sizes = [large, large, ...Array.from({ length: 8 }, () => small)];
  const ended = await Promise.all(
    sizes.flatMap((size, number) => operators.map((client, at) => run(client, `${at}-${number}`, size))),
  );
  const likes = [...Map.groupBy(ended, (one) => one.joined).values()];
  const smallOnes = ended.filter((one) => one.joined === small);
  expect({
    runs: likes.map((runs) => runs.length),
    failed: ended.filter((one) => one.failed > 0),
    withinTwiceTheMean: likes.map((runs) => slowestToMean(runs) <= 2),
    // Whoever asks for little does not wait for whoever asked for much before.
    largeAreHalfDoneBefore: Math.max(...smallOnes.map((one) => one.readForLarge)) > (10 * large) / 2,
  }).toEqual({ runs: [10, 40], failed: [], withinTwiceTheMean: [true, true], largeAreHalfDoneBefore: false });
});
