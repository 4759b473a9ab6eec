import { openHouse, type House } from "../main/house.ts";
import type { EmulatedOrg } from "./emulated-org.ts";

/** The house over a data folder of the measurement's own, with its key beside the folder. */
export function openBenchHouse(folder: string, org: EmulatedOrg, concurrency: number): House {
  return openHouse(
    {
      ATTEST_HOME: folder,
      ATTEST_KEYS: `${folder}-keys`,
      OKTA_DOMAIN: org.origin,
      OKTA_API_TOKEN: org.token,
      ATTEST_CONCURRENCY: String(concurrency),
    },
    folder,
  );
}
