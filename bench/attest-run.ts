import type { Front } from "../main/front.ts";
import type { House } from "../main/house.ts";
import { run } from "../main/run.ts";

const front: Front = {
  decide: undefined,
  allowLookUp: undefined,
  onProgress: () => undefined,
  yes: true,
  signal: new AbortController().signal,
};

/** Runs a snippet as every verb does, and gives the number of its rows. */
export async function answerCount(house: House, source: string): Promise<number> {
  const result = await run(house, { source, parameters: {} }, front);
  if (result.kind !== "report") throw new Error(`the snippet was not run: ${JSON.stringify(result)}`);
  if (result.report.failure !== undefined) throw new Error(result.report.failure.found);
  return result.report.count;
}

/** Milliseconds of the last run from the approval to the first request, and to the answer in the journal. */
export function sinceApproval(house: House): { readonly firstRequest: number; readonly answer: number } {
  const kept = house.journal().runs.get("last");
  const [first] = house.journal().runs.listReads(kept.run);
  const approved = Date.parse(kept.beginning.approval.at);
  return {
    firstRequest: Date.parse(first?.exchange?.attempts[0]?.sentAt ?? "") - approved,
    answer: Date.parse(kept.endedAt ?? "") - approved,
  };
}
