import type { WebhookDestination } from "../../deliveries/destination.ts";
import type { Clock } from "../../okta/pacing/clock.ts";
import { type FailureText, isFailure } from "../../terms/failure.ts";
import { isSameSubject, type Alert } from "./alert.ts";
import { writeDownAlert } from "./write-down-alert.ts";
import { alertFile, alertOf, noAlerts, settleAlerts, type AlertNews, type SettledAlerts } from "./alert-state.ts";
import { postAlert } from "./post-alert.ts";

/** Where alerts are kept, and who is told of them. */
export interface AlertPlaces {
  /** The data folder. */
  readonly folder: string;
  readonly webhook: WebhookDestination | undefined;
  /** Told of each alert, and of what keeps alerts from being told. */
  readonly onAlert: (text: FailureText) => void;
  readonly clock: Clock;
}

async function deliver(places: AlertPlaces, webhook: WebhookDestination, alert: Alert): Promise<void> {
  const { folder, onAlert, clock } = places;
  const sent = await postAlert(webhook, alert, clock);
  if (sent.kind === "sent") return;
  onAlert({
    found: `The webhook for alerts did not take one (${sent.reason}).`,
    why: "Whoever watches that channel does not know of it; the run goes on all the same.",
    help: "Check ALERT_WEBHOOK, and whether its service is up. It is tried again with the next run.",
  });
  await alertFile(folder).change((state = noAlerts) => ({
    ...state,
    standing: state.standing.map((one) => (isSameSubject(one, alert) ? { ...one, owed: true } : one)),
  }));
}

async function settle(news: AlertNews, places: AlertPlaces): Promise<void> {
  const { folder, webhook, onAlert, clock } = places;
  const nowMs = clock.now();
  let settled: SettledAlerts | undefined;
  await alertFile(folder).change((state = noAlerts) => {
    settled = settleAlerts(state, news, nowMs, webhook !== undefined);
    return settled.state;
  });
  const { raised = [], cleared = [], owed = [] } = settled ?? {};
  for (const alert of raised) onAlert(alert);
  if (webhook !== undefined) await Promise.all(owed.map((alert) => deliver(places, webhook, alertOf(alert))));
  // Last, so that a log that cannot be written keeps nobody from being told.
  for (const alert of raised) await writeDownAlert(folder, "raised", alert, nowMs);
  for (const alert of cleared) await writeDownAlert(folder, "cleared", alert, nowMs);
}

/** Puts news into what is kept of alerts, and tells what is new. What is wrong with the data folder is told too, never thrown. */
export async function settleNews(news: AlertNews, places: AlertPlaces): Promise<void> {
  try {
    await settle(news, places);
  } catch (error) {
    if (!isFailure(error)) throw error;
    places.onAlert(error.text);
  }
}
