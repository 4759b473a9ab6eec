import type { KeptRun } from "../audit/runs/runs.ts";
import type { House } from "../main/house.ts";
import { clientFor } from "../main/org/connected-org.ts";
import { getChecked } from "../main/run/check-again.ts";
import { programOf } from "../main/run/execute.ts";
import { answerFromOkta, type LiveReads } from "../main/run/live-answer.ts";
import { schemaOfRun } from "../main/run/schema-of-run.ts";
import type { Row } from "../terms/cell.ts";
import type { RecordedRead } from "../terms/recording.ts";
import { timed } from "./figures.ts";

type Keeping = Pick<LiveReads, "run" | "keep" | "loadBody">;

/** Keeps nothing: what a run would be without a journal. */
function keepNothing(): Keeping {
  return {
    run: "none",
    keep: async (read: RecordedRead, body: string | undefined) => {
      const bytes = body === undefined ? 0 : Buffer.byteLength(body);
      return { ...read, bytes, bodyHash: body === undefined ? undefined : "none", isAsItCame: true };
    },
    loadBody: () => {
      throw new Error("a body is read back that was not kept");
    },
  };
}

/** Runs the snippet once, with the journal or without it, and gives the milliseconds: the same client, sandbox and code. */
export type MeasuredRun = (journal: "on" | "off") => Promise<number>;

/** Runs of the snippet of a run that the house has in its journal, on the org in use. */
export async function measuredRun(house: House, kept: KeptRun): Promise<MeasuredRun> {
  const { beginning } = kept;
  const checked = await getChecked(house, kept);
  const program = await programOf(checked, beginning, schemaOfRun(house, kept), []);
  const org = await house.org();
  const scopes = beginning.review.operations.flatMap((operation) => operation.scopes);

  async function answerWith(keeping: Keeping): Promise<readonly Row[]> {
    const client = clientFor(org, house.settings, { scopes });
    const none = (): void => undefined;
    const hooks = { cursors: new Map(), onResponse: none, onPage: none, onList: none };
    try {
      const concurrency = 4 * house.settings.concurrency;
      const answer = answerFromOkta({ client, ...keeping, ...hooks });
      const end = await house.sandbox().run(program, { limits: beginning.limits, answer, concurrency });
      if (end.kind !== "finished") throw new Error(JSON.stringify(end));
      return end.rows;
    } finally {
      client.close();
    }
  }

  async function withJournal(): Promise<void> {
    const journal = await house.journal().beginRun(beginning);
    const { run, keep } = journal;
    const rows = await answerWith({ run, keep, loadBody: (hash) => house.journal().loadBody(hash) });
    await journal.end({ outcome: "answered", rows, notes: [] });
  }

  return async (journal) => {
    await house.sandbox().warm();
    const { ms } = await timed<unknown>(journal === "on" ? withJournal : () => answerWith(keepNothing()));
    return ms;
  };
}
