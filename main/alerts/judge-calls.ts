import type { FailureText } from "../../terms/failure.ts";
import type { AlertKind, Condition } from "./alert.ts";
import { callsOfLast, type CallCounts, type MinuteOfCalls } from "./call-tally.ts";

/** A share of an org's calls over some minutes that is not to be passed. */
interface Bound {
  readonly kind: AlertKind;
  readonly minutes: number;
  readonly count: (calls: CallCounts) => number;
  readonly text: (count: number, calls: number) => FailureText;
}

/** Calls below which a share says nothing: one of twenty is the share that is allowed. */
const leastCalls = 20;
/** Above this it is alerted; at the half of it or below the alert is over, so that it does not come and go around one value. */
const mostShare = 0.05;
const clearedShare = mostShare / 2;

const bounds: readonly Bound[] = [
  {
    kind: "rate-limited",
    minutes: 10,
    count: (calls) => calls.refused,
    text: (count, calls) => ({
      found: `Okta refused ${count} of ${calls} requests of the last 10 minutes for too many requests (429).`,
      why: "More is asked for than the rate limits allow, by Attest or by others beside it: runs take longer, and others may be held up.",
      help: "Raise ATTEST_RESERVE or lower ATTEST_CONCURRENCY, and see Reports > Rate Limits for who else uses the org.",
    }),
  },
  {
    kind: "api-errors",
    minutes: 60,
    count: (calls) => calls.failed,
    text: (count, calls) => ({
      found: `${count} of ${calls} requests of the last hour failed.`,
      why: "Runs take longer or fail: the org, the network, or what the credential may read is not as it should be.",
      help: "See status.okta.com and attest doctor; attest journal show RUN says how each read of a run ended.",
    }),
  },
];

/** What an org's calls of the last hour are to be alerted for. `standing`: the kinds that stand for this org already. */
export function judgeCalls(
  org: { readonly origin: string; readonly name: string },
  minutes: readonly MinuteOfCalls[],
  standing: ReadonlySet<AlertKind>,
  nowMs: number,
): readonly Condition[] {
  return bounds.map(({ kind, minutes: count, count: counted, text }) => {
    const all = callsOfLast(minutes, count, nowMs);
    const bad = counted(all);
    const share = all.calls === 0 ? 0 : bad / all.calls;
    const holds = standing.has(kind) ? share > clearedShare : all.calls >= leastCalls && share > mostShare;
    return { kind, org: org.origin, orgName: org.name, about: "", text: holds ? text(bad, all.calls) : undefined };
  });
}
