import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { doctor } from "../../main/doctor.ts";
import { openHouse, type House } from "../../main/house.ts";
import { startChangedOrg } from "./changed-org.ts";

/** A house on an emulated org of 30 users, some of whose answers a test changes. */
export interface ChangedHouse {
  readonly house: House;
  /** What doctor says of the org's attributes, such as `good: 41 user attributes; …`; it reads them anew. */
  schemaLine(): Promise<string>;
  close(): Promise<void>;
}

/** Opens it; `change` gets path and body of each answer and gives the body to send. */
export async function openChangedHouse(change: (path: string, text: string) => string): Promise<ChangedHouse> {
  const emulator = await startEmulator({ users: 30, seed: 2, port: 0 });
  const org = await startChangedOrg(emulator, change);
  const home = mkdtempSync(join(tmpdir(), "attest-changed-"));
  const house = openHouse({ ATTEST_HOME: home, OKTA_DOMAIN: org.origin, OKTA_API_TOKEN: emulator.token }, home);
  return {
    house,
    schemaLine: async () => {
      const lines = await doctor(house, new AbortController().signal);
      const line = lines.find((one) => one.subject === "schema");
      return `${line?.state}: ${line?.found.replace(/\d{4}-\S+Z/, "TIME")}`;
    },
    close: async () => {
      await house.close();
      await org.close();
      await emulator.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
