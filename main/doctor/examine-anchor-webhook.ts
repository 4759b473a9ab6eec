import type { House } from "../house.ts";
import type { Examined } from "./doctor-line.ts";
import { dayMs } from "../../terms/day-ms.ts";

/** An anchor is posted with the first run of a day. */
const postedWithinMs = 2 * dayMs;

/** Says when an anchor was posted last. Posts nothing: `journal anchor --to URL` does. */
export function examineAnchorWebhook(house: House): Examined {
  const journal = house.journal();
  const posted = journal.anchors.findPosted();
  const newest = journal.runs.listHeadlines({ limit: 1 })[0]?.begunAt;
  const found = posted === undefined ? "No anchor was posted yet." : `The last was posted at ${posted.at}.`;
  const waits = newest !== undefined && Date.parse(newest) - Date.parse(posted?.at ?? "1970-01-01") > postedWithinMs;
  return waits
    ? {
        state: "poor",
        found: `${found} Runs were kept since.`,
        help: "Check ANCHOR_WEBHOOK: attest journal anchor --to URL tries it and says what is wrong.",
      }
    : { state: "good", found };
}
