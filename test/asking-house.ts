import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmulatorOptions } from "../emulator/emulator-options.ts";
import { startEmulator, type Emulator } from "../emulator/start-emulator.ts";
import { ask } from "../main/ask.ts";
import { openHouse, type House, type HouseOptions } from "../main/house.ts";
import type { RunReport, RunResult } from "../main/run-report.ts";
import { run } from "../main/run.ts";
import { silentFront } from "./acceptance/silent-front.ts";

/** An emulated org and a house on it, in this process: what the command line does, without starting it for every question. */
export interface AskingHouse {
  readonly emulator: Emulator;
  readonly house: House;
  /** Asks with `--yes`. */
  ask(question: string): Promise<RunResult>;
  /** Runs a snippet with `--yes`. */
  run(source: string): Promise<RunResult>;
  close(): Promise<void>;
}

/** The report of a result. Fails the test where there is none. */
export function reportOf(result: RunResult): RunReport {
  if (result.kind === "report") return result.report;
  throw new Error(
    `no report but ${result.kind}: ${JSON.stringify(result.kind === "findings" ? result.findings : result.why)}`,
  );
}

/** Starts an emulated org, and opens a house on it with a data folder of its own. */
export async function openAskingHouse(
  options: EmulatorOptions,
  environment: Readonly<Record<string, string>> = {},
  watching: HouseOptions = {},
): Promise<AskingHouse> {
  const emulator = await startEmulator(options);
  const home = mkdtempSync(join(tmpdir(), "attest-"));
  const house = openHouse(
    { ATTEST_HOME: join(home, "data"), OKTA_DOMAIN: emulator.origin, OKTA_API_TOKEN: emulator.token, ...environment },
    home,
    watching,
  );
  return {
    emulator,
    house,
    ask: (question) => ask(house, { question, planner: "phrasebook", sampleSize: undefined }, silentFront),
    run: (source) => run(house, { source, parameters: {} }, silentFront),
    close: async () => {
      await house.close();
      await emulator.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
