import type { Exchange } from "../../terms/exchange.ts";
import type { Examined } from "./doctor-line.ts";

/** Okta's Date header is cut to seconds: half of one is its mean error. */
const dateErrorMs = 500;
const toleratedMs = 30_000;

interface Compared {
  readonly aheadMs: number;
  readonly tookMs: number;
}

/** How far Okta's clock was ahead of this machine's in an exchange, and how long that took; undefined where no date came. */
function compare({ attempts, headers }: Exchange): Compared | undefined {
  const last = attempts.at(-1);
  const date = Date.parse(headers["date"] ?? "");
  if (last === undefined || Number.isNaN(date)) return undefined;
  const [sent, ended] = [Date.parse(last.sentAt), Date.parse(last.endedAt)];
  return { aheadMs: date + dateErrorMs - (sent + ended) / 2, tookMs: ended - sent };
}

/** Holds this machine's clock against the org's, by the exchange that took the least time. */
export function examineClock(exchanges: readonly Exchange[]): Examined {
  const [best] = exchanges.flatMap((one) => compare(one) ?? []).toSorted((a, b) => a.tookMs - b.tookMs);
  if (best === undefined) return { state: "poor", found: "The org sent no time to compare this machine's clock with." };
  const seconds = Math.round(Math.abs(best.aheadMs) / 1000);
  if (Math.abs(best.aheadMs) < toleratedMs) {
    return { state: "good", found: `This machine's clock is within ${Math.max(seconds, 1)} s of the org's.` };
  }
  return {
    state: "poor",
    found: `This machine's clock is ${seconds} s ${best.aheadMs > 0 ? "behind" : "ahead of"} the org's.`,
    help: "Set it right, best by a time server: conditions such as “within 30 days” are counted from it.",
  };
}
