import type { RunAccount } from "../../audit/runs/run-account.ts";
import type { Recording } from "../../terms/recording.ts";
import type { RunEnd } from "../../terms/run-end.ts";
import type { House } from "../house.ts";
import { completenessWarnings } from "./run-warnings.ts";

/** What an answer warned of when it was given. For a run that kept none: what its recording and its snippet still show. */
export function keptWarnings(house: House, account: RunAccount, end: RunEnd): readonly string[] {
  const recording = (): Recording => house.journal().recordingOf(account.run);
  return account.ending?.warnings ?? completenessWarnings(account, recording, end);
}
