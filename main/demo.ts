import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startEmulator } from "../emulator/start-emulator.ts";
import { Secret } from "../terms/secret.ts";
import { ask } from "./ask.ts";
import { dataFolderPath } from "./config/data-folder.ts";
import { takeSettings, type Settings } from "./config/settings.ts";
import { evidence } from "./evidence.ts";
import type { EvidenceReport } from "./evidence-report.ts";
import type { Front } from "./front.ts";
import { openHouseWith } from "./house.ts";
import type { RunResult } from "./run-report.ts";

/** The question of the tour. */
const question = "Which active users have access to GitHub and no active MFA factor?";

/** A front end for the tour: it is told what happens, too. */
export interface DemoFront extends Front {
  readonly say: (text: string) => void;
}

/** What the tour came to. */
export interface DemoResult {
  readonly result: RunResult;
  readonly evidence: EvidenceReport | undefined;
  /** The data folder of the tour, which stays for the commands to try next. */
  readonly home: string;
}

function demoSettings(environment: NodeJS.ProcessEnv, origin: string, token: string): Settings {
  const settings = takeSettings(environment, "/nonexistent");
  const home = join(dataFolderPath(settings.home), "demo");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return {
    ...settings,
    home,
    model: undefined,
    oktaDomain: origin,
    oktaToken: new Secret(token),
    oktaApp: undefined,
    lookUps: "auto",
  };
}

/**
 * Without a terminal the tour, and nothing else, goes on without a yes: the org is its own emulator. It shows the review first
 * and says so; the journal has it as approved by the demo.
 */
function withoutTerminal(front: DemoFront): Front {
  return {
    ...front,
    decide: async (_review, rendered) => {
      front.say(rendered);
      front.say(
        "\nThere is no terminal to ask on. This is the demo against its own emulated org, so it goes on without a yes.\n",
      );
      return { kind: "yes", how: "demo" };
    },
    allowLookUp: async () => true,
  };
}

/** The tour: an emulated org, a question, its review, an approval, a run, the evidence of a cell. Nothing is left running. */
export async function demo(environment: NodeJS.ProcessEnv, front: DemoFront): Promise<DemoResult> {
  const emulator = await startEmulator({ users: 1200, seed: 1, port: 0 });
  const house = openHouseWith(demoSettings(environment, emulator.origin, emulator.token));
  try {
    front.say(`An emulated Okta org with 1,200 users listens on ${emulator.origin}.\n\nQuestion: ${question}\n`);
    const asking: Front = front.decide === undefined ? withoutTerminal(front) : front;
    const result = await ask(house, { question, planner: "phrasebook", sampleSize: undefined }, asking);
    const answered = result.kind === "report" && result.report.outcome === "answered";
    const traced = answered
      ? await evidence(house, "last", { row: 0, column: result.report.columns[0]?.name })
      : undefined;
    return { result, evidence: traced, home: house.folder };
  } finally {
    await house.close();
    await emulator.close();
  }
}
