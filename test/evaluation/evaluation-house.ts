import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../../emulator/start-emulator.ts";
import { ask } from "../../main/ask.ts";
import { takeSettings } from "../../main/config/settings.ts";
import { openHouseWith } from "../../main/house.ts";
import type { PlannerName } from "../../main/planning/plan-question.ts";
import type { RunReport } from "../../main/run-report.ts";
import { run } from "../../main/run.ts";
import type { ModelExchange } from "../../terms/model-exchange.ts";
import { Secret } from "../../terms/secret.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { reportOf } from "../asking-house.ts";
import { read, readAll } from "../emulator/read-org.ts";
import { worldOf, type Item, type World } from "./world.ts";

/** What an emulated org was started with. */
export interface EvaluatedOrg {
  readonly users: number;
  readonly seed: number;
  /** ISO 8601. */
  readonly now: string;
  readonly hostileNames: boolean;
}

/** An emulated org and a house of its own, in this process: questions take the path that they take from the command line. */
export interface EvaluationHouse {
  readonly org: EvaluatedOrg;
  readonly planner: PlannerName;
  /** At the time when it was opened. */
  readonly world: World;
  /** The same org at another time, ISO 8601. */
  readonly worldAt: (time: string) => World;
  /** Asks as `attest ask --yes` does. */
  readonly ask: (question: string) => Promise<RunReport>;
  /** Runs a snippet as `attest run --yes` does. */
  readonly run: (source: string) => Promise<RunReport>;
  /** The exchanges with a model since this was called last. */
  readonly takeExchanges: () => readonly ModelExchange[];
  readonly close: () => Promise<void>;
}

const configurationPaths: readonly string[] = ["brands", "domains", "authorizationServers", "trustedOrigins", "idps"];

/** Lists that the dump has not, by plain requests; each fits one page in the emulated org. */
async function readConfiguration(emulator: Emulator): Promise<ReadonlyMap<string, readonly Item[]>> {
  const lists = configurationPaths.map(async (path) => {
    const body = await read<object>(emulator, `/api/v1/${path}`);
    const list = Array.isArray(body) ? body : Object.values(body).flat();
    return [path, list as readonly Item[]] as const;
  });
  return new Map(await Promise.all([...lists, ...keysOfApps(emulator), yesterdaysEvents(emulator)]));
}

/** All events of the last whole day in UTC, under `events`. */
async function yesterdaysEvents(emulator: Emulator): Promise<readonly [string, readonly Item[]]> {
  const today = `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`;
  const since = new Date(Date.parse(today) - 86_400_000).toISOString();
  const events = await readAll(emulator, `/api/v1/logs?since=${since}&until=${today}&limit=1000`);
  return ["events", events as unknown as readonly Item[]];
}

/** The signing keys of each app, by `apps/{id}/credentials/keys`. */
function keysOfApps(emulator: Emulator): readonly Promise<readonly [string, readonly Item[]]>[] {
  return (emulator.dump().apps as unknown as readonly Item[]).map(async (app) => {
    const path = `apps/${app.id}/credentials/keys`;
    return [path, await read<readonly Item[]>(emulator, `/api/v1/${path}`)] as const;
  });
}

/** Starts an org of so many users and opens a house over it. */
export async function openEvaluation(options: {
  readonly users: number;
  readonly seed: number;
  readonly planner: PlannerName;
  /** Start time of the org in ms; default: now. */
  readonly now?: number | undefined;
  /** Whether names, labels and profile values give orders to a model. */
  readonly hostileNames?: boolean | undefined;
}): Promise<EvaluationHouse> {
  const { users, seed, hostileNames = false, now = Math.floor(Date.now() / 1000) * 1000 } = options;
  const emulator = await startEmulator({ users, seed, now, hostileNames });
  const home = mkdtempSync(join(tmpdir(), "attest-evaluation-"));
  const settings = takeSettings({ ...process.env, ATTEST_HOME: home, LOOKUPS: "auto" }, home);
  const exchanges: ModelExchange[] = [];
  const house = openHouseWith(
    { ...settings, oktaDomain: emulator.origin, oktaToken: new Secret(emulator.token) },
    { onExchange: (exchange) => exchanges.push(exchange) },
  );
  const [dump, configuration] = [emulator.dump(), await readConfiguration(emulator)];
  const worldAt = (time: string): World => worldOf(dump, Date.parse(time), configuration);
  return {
    org: { users, seed, now: new Date(now).toISOString(), hostileNames },
    planner: options.planner,
    world: worldAt(new Date().toISOString()),
    worldAt,
    ask: async (question) =>
      reportOf(await ask(house, { question, planner: options.planner, sampleSize: undefined }, silentFront)),
    run: async (source) => reportOf(await run(house, { source, parameters: {} }, silentFront)),
    takeExchanges: () => exchanges.splice(0),
    close: async () => {
      await house.close();
      await emulator.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
