import type { OktaRead } from "../../okta/client.ts";
import type { Clock } from "../../okta/pacing/clock.ts";
import { type FailureText, isFailure } from "../../terms/failure.ts";
import type { Alert, Condition } from "./alert.ts";
import { alertFile, alertOf, noAlerts } from "./alert-state.ts";
import type { Asker } from "./call-tally.ts";
import { createNotedNews, type CalledOrg } from "./noted-news.ts";
import { settleNews, type AlertPlaces } from "./settle-news.ts";

/**
 * Collects what is to be alerted, and says each alert once until it has cleared: to the log in the data folder, to whoever opened
 * the house, and to the webhook where one is set. Contract: nothing of it rejects; what keeps an alert from being told is told.
 */
export interface AlertDesk {
  /** Notes how a read ended, and who asked for it. */
  see(org: CalledOrg, asker: Asker, read: OktaRead): void;
  /** Notes how things stand that are no reads. */
  note(conditions: readonly Condition[]): void;
  /** Looks at something in the background and notes what it gives. A failure of it is no alert: whoever runs meets it too. */
  look(examine: (signal: AbortSignal, nowMs: number) => Promise<readonly Condition[]>): void;
  /** Settles what was noted, now and not at the next interval. Resolves when everybody was told. */
  settle(): Promise<void>;
  /** The alerts that stand, the oldest first. Rejects with `library/broken` or `library/newer`. */
  list(): Promise<readonly Alert[]>;
  close(): Promise<void>;
}

/** How long noted reads wait until they are settled, where nothing asks for it before. */
const intervalMs = 15_000;
/** How long the end of a command waits for what is looked at in the background. */
const patienceMs = 3_000;

/** Says each thing that is wrong with the alerts themselves once a process; an alert comes but once anyway, unless it cleared. */
function tellingOnce({ onAlert }: AlertPlaces): (text: FailureText) => void {
  const told = new Set<string>();
  return (text) => {
    const isAlert = "kind" in text;
    if (!isAlert && told.has(text.found)) return;
    told.add(text.found);
    onAlert(text);
  };
}

async function withinPatience(work: Promise<unknown>, clock: Clock): Promise<void> {
  const over = new AbortController();
  await Promise.race([work, clock.wait(patienceMs, over.signal).catch(() => undefined)]);
  over.abort();
}

/** Opens the desk of a data folder. Nothing is read or written before there is something to settle. */
export function createAlertDesk(options: AlertPlaces): AlertDesk {
  const { folder, clock } = options;
  const places = { ...options, onAlert: tellingOnce(options) };
  const news = createNotedNews();
  const stop = new AbortController();
  let isAwaited = false;
  let settling = Promise.resolve();
  let looking: Promise<unknown> = Promise.resolve();

  function settle(): Promise<void> {
    settling = settling.then(() => {
      const taken = news.take();
      return taken === undefined ? undefined : settleNews(taken, places);
    });
    return settling;
  }

  async function settleLater(): Promise<void> {
    if (isAwaited || stop.signal.aborted) return;
    isAwaited = true;
    const isDue = await clock.wait(intervalMs, stop.signal).then(
      () => true,
      () => false,
    );
    isAwaited = false;
    if (isDue) await settle();
  }

  function note(conditions: readonly Condition[]): void {
    news.note(conditions);
    void settleLater();
  }

  return {
    note,
    settle,
    see(org, asker, read) {
      news.see(org, asker, read);
      void settleLater();
    },
    look(examine) {
      const looked = examine(stop.signal, clock.now()).then(note, (error: unknown) => {
        if (!isFailure(error)) throw error;
      });
      looking = Promise.all([looking, looked]);
    },
    list: async () => ((await alertFile(folder).read()) ?? noAlerts).standing.map(alertOf),
    async close() {
      await withinPatience(looking, clock);
      stop.abort();
      await settle();
    },
  };
}
