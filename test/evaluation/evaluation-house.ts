import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../../emulator/start-emulator.ts";
import { ask } from "../../main/ask.ts";
import { takeSettings } from "../../main/config/settings.ts";
import { openHouseWith } from "../../main/house.ts";
import type { PlannerName } from "../../main/planning/plan-question.ts";
import type { RunReport } from "../../main/run-report.ts";
import { Secret } from "../../terms/secret.ts";
import { read, readAll } from "../emulator/read-org.ts";
import { worldOf, type Item, type World } from "./world.ts";

/** An emulated org and a house of its own, in this process: questions take the path that they take from the command line. */
export interface EvaluationHouse {
  readonly world: World;
  /** Asks as `attest ask --yes` does. */
  readonly ask: (question: string) => Promise<RunReport>;
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
}): Promise<EvaluationHouse> {
  const now = Math.floor(Date.now() / 1000) * 1000;
  const emulator = await startEmulator({ users: options.users, seed: options.seed, now });
  const home = mkdtempSync(join(tmpdir(), "attest-evaluation-"));
  const settings = takeSettings({ ...process.env, ATTEST_HOME: home, LOOKUPS: "auto" }, home);
  const house = openHouseWith({ ...settings, oktaDomain: emulator.origin, oktaToken: new Secret(emulator.token) });
  const front = {
    decide: undefined,
    allowLookUp: undefined,
    onProgress: () => undefined,
    yes: true,
    signal: new AbortController().signal,
  };
  return {
    world: worldOf(emulator.dump(), Date.now(), await readConfiguration(emulator)),
    ask: async (question) => {
      const result = await ask(house, { question, planner: options.planner, sampleSize: undefined }, front);
      if (result.kind === "report") return result.report;
      throw new Error(`"${question}" ended as ${result.kind}`);
    },
    close: async () => {
      await house.close();
      await emulator.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
