import type { House } from "../house.ts";
import { expiryAt } from "../retention/expiry-at.ts";
import type { Examined } from "./doctor-line.ts";
import { dayMs } from "../../terms/day-ms.ts";

/** Retention is applied with the first run of a day: what is out of its time for longer waits for a run. */
const graceMs = 2 * dayMs;

/** Says how long responses are kept, and whether some are kept for longer. */
export function examineRetention(house: House): Examined {
  const { keepDays, keepReportDays } = house.settings;
  const { retention } = house.journal();
  const last = retention.findLast();
  const applied =
    last === undefined
      ? "it was not needed yet"
      : `applied last at ${last.at}, when ${last.chains} runs and plannings lost theirs`;
  const found = `Responses are kept for ${keepDays} days, those of reports for ${keepReportDays}; ${applied}.`;
  const overdue = retention.listExpired(expiryAt(house.settings, Date.now() - graceMs)).length;
  if (overdue === 0) return { state: "good", found };
  return {
    state: "poor",
    found: `${found} ${overdue} are out of their time for longer than two days.`,
    help: "They are erased beside the next runs; attest journal prune does it now. attest journal pin RUN keeps one.",
  };
}
