import { join } from "node:path";
import { z } from "zod";
import { openKeptFile, type KeptFile } from "../../library/kept-file.ts";
import type { FailureText } from "../../terms/failure.ts";
import { alertKinds, isSameSubject, type Alert, type AlertSubject, type Condition } from "./alert.ts";
import { addCalls, noCalls, type CallCounts, type MinuteOfCalls } from "./call-tally.ts";
import { judgeCalls } from "./judge-calls.ts";

/** An alert that stands. */
export interface StandingAlert extends Alert {
  /** True until the webhook has taken it. */
  readonly owed: boolean;
}

/** What is kept of alerts between commands. */
export interface AlertState {
  /** Calls of the last hour by origin, with what the org is called. */
  readonly calls: Readonly<Record<string, { readonly name: string; readonly minutes: readonly MinuteOfCalls[] }>>;
  readonly standing: readonly StandingAlert[];
}

/** What has happened since the state was last changed. */
export interface AlertNews {
  readonly calls: ReadonlyMap<string, { readonly name: string; readonly counts: CallCounts }>;
  readonly conditions: readonly Condition[];
}

/** The state after some news, and what is new about it. */
export interface SettledAlerts {
  readonly state: AlertState;
  readonly raised: readonly StandingAlert[];
  readonly cleared: readonly StandingAlert[];
  /** What the webhook is to have now: what is raised, and what it has not taken before. In the state it counts as taken. */
  readonly owed: readonly StandingAlert[];
}

const count = z.number().int().min(0);
const shape: z.ZodType<AlertState> = z.object({
  calls: z.record(
    z.string(),
    z.object({
      name: z.string(),
      minutes: z.array(z.object({ minute: count, calls: count, refused: count, failed: count })),
    }),
  ),
  standing: z.array(
    z.object({
      kind: z.enum(alertKinds),
      org: z.string().nullable(),
      orgName: z.string().nullable(),
      about: z.string(),
      since: z.string(),
      found: z.string(),
      why: z.string(),
      help: z.string(),
      owed: z.boolean(),
    }),
  ),
});

/** The alert, without what is kept beside it. */
export function alertOf({ kind, org, orgName, about, since, found, why, help }: StandingAlert): Alert {
  return { kind, org, orgName, about, since, found, why, help };
}

/** Where the state of a data folder is kept. */
export function alertFile(folder: string): KeptFile<AlertState> {
  return openKeptFile({ path: join(folder, "alerts.json"), kind: "alerts", version: 1, shape });
}

/** Nothing called, nothing standing. */
export const noAlerts: AlertState = { calls: {}, standing: [] };

function addNews({ calls }: AlertState, news: AlertNews, nowMs: number): AlertState["calls"] {
  const added = Object.fromEntries([...news.calls].map(([org, { name }]) => [org, { name, minutes: [] }]));
  return Object.fromEntries(
    Object.entries({ ...added, ...calls }).map(([org, { name, minutes }]) => {
      const fresh = news.calls.get(org);
      return [org, { name: fresh?.name ?? name, minutes: addCalls(minutes, fresh?.counts ?? noCalls, nowMs) }];
    }),
  );
}

function raise(subject: AlertSubject, text: FailureText, nowMs: number): StandingAlert {
  return { ...subject, ...text, since: new Date(nowMs).toISOString(), owed: true };
}

/** Puts news into the state. `hasWebhook`: whether there is one that is to have what is raised. */
export function settleAlerts(state: AlertState, news: AlertNews, nowMs: number, hasWebhook: boolean): SettledAlerts {
  const calls = addNews(state, news, nowMs);
  const conditions = [
    ...news.conditions,
    ...Object.entries(calls).flatMap(([origin, { name, minutes }]) => {
      const standing = new Set(state.standing.filter((one) => one.org === origin).map((one) => one.kind));
      return judgeCalls({ origin, name }, minutes, standing, nowMs);
    }),
  ];
  const raised: StandingAlert[] = [];
  const cleared: StandingAlert[] = [];
  for (const { text, ...subject } of conditions) {
    const known = state.standing.find((one) => isSameSubject(one, subject));
    if (known !== undefined && text === undefined) cleared.push(known);
    if (known === undefined && text !== undefined) raised.push(raise(subject, text, nowMs));
  }
  const standing = [...state.standing.filter((one) => !cleared.includes(one)), ...raised];
  // An org that is not called any more is forgotten with its last minute.
  const called = Object.entries(calls).filter(([, { minutes }]) => minutes.length > 0);
  return {
    state: { calls: Object.fromEntries(called), standing: standing.map((one) => ({ ...one, owed: false })) },
    raised,
    cleared,
    owed: hasWebhook ? standing.filter((one) => one.owed) : [],
  };
}
