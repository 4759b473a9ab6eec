import type { AnswerAsk } from "../../terms/ask.ts";
import type { ReusedReads } from "../run-report.ts";
import type { EarlierReads } from "./earlier-reads.ts";
import type { LiveReads } from "./live-answer.ts";

/** An answer that takes from earlier runs what it can, and what it took so far. */
export interface ReusingAnswer {
  readonly answer: AnswerAsk;
  /** Undefined where nothing was taken. */
  readonly taken: () => ReusedReads | undefined;
}

/**
 * Answers what earlier runs of a conversation have read from the journal, and all else by `live`. What is taken is kept in
 * this run too, with the request and the time of its own reading: so a replay needs this run alone, and `asOf` is true.
 */
export function answerReusing(
  earlier: EarlierReads,
  { keep, loadBody }: Pick<LiveReads, "keep" | "loadBody">,
  live: AnswerAsk,
): ReusingAnswer {
  let reads = 0;
  let oldest = "";
  return {
    taken: () => (reads === 0 ? undefined : { reads, oldest }),
    answer: async (ask, signal, onArrived) => {
      const found = earlier.find(ask);
      if (found === undefined) return live(ask, signal, onArrived);
      const at = found.exchange?.attempts.at(-1)?.endedAt ?? "";
      reads += 1;
      oldest = oldest === "" || at < oldest ? at : oldest;
      const text = found.bodyHash === undefined ? undefined : loadBody(found.bodyHash);
      const { step, listing, page } = ask;
      const recorded = await keep({ ...found, step, listing, page }, text);
      if (text === undefined) return { kind: "absent" };
      const { bodyHash, bytes, hasMore } = recorded;
      return { kind: "response", load: () => (bodyHash === undefined ? text : loadBody(bodyHash)), bytes, hasMore };
    },
  };
}
