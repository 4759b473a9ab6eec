// 1,800 reads of factors under the published limits of an Enterprise org in real windows of 60 s, and without limits, beside
// Okta's own client for Node. Every contender has an emulated org of its own, so that all of them run at the same time.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouse } from "../main/house.ts";
import { answerCount, sinceApproval } from "./attest-run.ts";
import { startOrg, type EmulatedOrg } from "./emulated-org.ts";
import { say, timed } from "./figures.ts";
import { joinWithSdk } from "./okta-sdk.ts";

const count = 1_800;
const pages = count / 200;
/** The token's half of 600 requests a minute, in which the list of users is counted too. */
const perWindow = 300;
/** Headers tell whole seconds, so an emulated window lasts from 59 to 60 s. */
const windowMs = 59_000;
const atOnce = 32;
const limited = { latencyMs: 50, limits: "enterprise" } as const;
const unlimited = { latencyMs: 80, limits: "none" } as const;
type Setting = typeof limited | typeof unlimited;

const snippet = `import { each, okta } from 'okta'

export const title = 'Factors of the first users'

export default async function () {
  const users = await okta.listUsers({}).first(${count})
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return { id: user.id, factors: factors.length }
  })
}
`;

/** When the last request may be sent under the window, and one latency. */
const boundMs = (Math.ceil((count + pages) / perWindow) - 1) * windowMs + limited.latencyMs;

interface Measured {
  readonly ms: number;
  readonly read: number;
  readonly failed: number;
  /** Answers of 429, whether or not a retry made up for them. */
  readonly refused: number;
}

async function withOrg(setting: Setting, measure: (org: EmulatedOrg) => Promise<Measured>): Promise<Measured> {
  const options = ["--limits", setting.limits, "--latency", String(setting.latencyMs)];
  const org = await startOrg(count + 200, ...options);
  try {
    return await measure(org);
  } finally {
    org.stop();
  }
}

const attest = (setting: Setting): Promise<Measured> =>
  withOrg(setting, async (org) => {
    const home = mkdtempSync(join(tmpdir(), "attest-bench-"));
    const house = openHouse(
      {
        ATTEST_HOME: home,
        ATTEST_KEYS: join(home, "keys"),
        ATTEST_RESERVE: "0",
        ATTEST_CONCURRENCY: String(atOnce),
        ATTEST_LIMITS: "minutes=30",
        OKTA_DOMAIN: org.origin,
        OKTA_API_TOKEN: org.token,
      },
      home,
    );
    try {
      const read = await answerCount(house, snippet);
      const reads = house.journal().runs.listReads(house.journal().runs.get("last").run);
      const attempts = [...reads].flatMap((one) => one.exchange?.attempts ?? []);
      const refused = attempts.filter((attempt) => attempt.status === 429).length;
      return { ms: sinceApproval(house).answer, read, failed: 0, refused };
    } finally {
      await house.close();
      rmSync(home, { recursive: true, force: true });
    }
  });

const sdk = (setting: Setting, how: { readonly atOnce: number; readonly maxRetries: number }): Promise<Measured> =>
  withOrg(setting, async (org) => {
    const { ms, value } = await timed(() => joinWithSdk(org, { count, ...how }));
    return { ms, ...value };
  });

/** One after the other with its default of two retries, as its documents show it; and as many at once as Attest, retrying often. */
const usual = { atOnce: 1, maxRetries: 2 };
const tuned = { atOnce, maxRetries: 20 };

function tell(name: string, measured: Measured, against: { readonly name: string; readonly ms: number }): void {
  const { ms, read, failed, refused } = measured;
  const ratio = (ms / against.ms).toFixed(2);
  const seconds = (ms / 1000).toFixed(1);
  say(`${name}: ${seconds} s, ${ratio} x ${against.name}, ${read} read, ${failed} failed, ${refused} answers of 429`);
}

const [ours, theirs, theirsTuned, oursFree, theirsFree, theirsTunedFree] = await Promise.all([
  attest(limited),
  sdk(limited, usual),
  sdk(limited, tuned),
  attest(unlimited),
  sdk(unlimited, usual),
  sdk(unlimited, tuned),
]);
const bound = { name: "the bound", ms: boundMs };
say(`${count} reads of factors and ${pages} pages of users, ${perWindow} a window, ${limited.latencyMs} ms of latency`);
say(`the bound: ${(boundMs / 1000).toFixed(1)} s`);
tell("Attest", ours, bound);
tell("Okta's client, one at a time", theirs, bound);
tell(`Okta's client, ${atOnce} at once and ${tuned.maxRetries} retries`, theirsTuned, bound);
say(`without limits, ${unlimited.latencyMs} ms of latency`);
tell("Attest", oursFree, { name: "itself", ms: oursFree.ms });
tell("Okta's client, one at a time", theirsFree, { name: "Attest", ms: oursFree.ms });
tell(`Okta's client, ${atOnce} at once`, theirsTunedFree, { name: "Attest", ms: oursFree.ms });
