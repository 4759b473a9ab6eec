import type { WebhookDestination } from "../../deliveries/destination.ts";
import type { Sent } from "../../deliveries/sent.ts";
import { slackMessage } from "../../deliveries/slack-message.ts";
import { teamsMessage } from "../../deliveries/teams-message.ts";
import { postWebhook } from "../../deliveries/webhook.ts";
import type { Clock } from "../../okta/pacing/clock.ts";
import { sayOrg } from "../../terms/say-org.ts";
import type { Secret } from "../../terms/secret.ts";
import type { Alert } from "./alert.ts";

/** How long one try may take: a command that ends waits for it. */
const tryMs = 4_000;
/** Pauses before the second and the third try. */
const pausesMs = [500, 2_000];

function linesOf({ found, why, help, org, orgName }: Alert): readonly string[] {
  return [found, why, help, ...(org === null ? [] : [`Org: ${sayOrg(orgName ?? undefined, org)}.`])];
}

/** `text` for a channel of people, the alert itself for a program. */
function plainBody(alert: Alert): object {
  return { text: `Attest: ${linesOf(alert).join(" ")}`, alert };
}

/** What is posted, in the form that is read at the webhook. */
function bodyOf(kind: WebhookDestination["kind"], alert: Alert): object {
  const title = `Attest alert: ${alert.kind.replaceAll("-", " ")}`;
  const message = { title, lines: linesOf(alert), facts: {}, table: undefined, differences: undefined };
  switch (kind) {
    case "slack":
      return slackMessage(message);
    case "teams":
      return teamsMessage(message);
    case "webhook":
      return plainBody(alert);
  }
}

async function tryOnce(address: Secret, body: string): Promise<Sent> {
  const signal = AbortSignal.timeout(tryMs);
  try {
    return await postWebhook(address, body, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: "failed", reason: `no answer in ${tryMs / 1000} s`, again: true };
  }
}

/** Posts an alert, again where that may do better. Never rejects: what came of the last try is the value. */
export async function postAlert({ kind, url }: WebhookDestination, alert: Alert, clock: Clock): Promise<Sent> {
  const body = JSON.stringify(bodyOf(kind, alert));
  let sent = await tryOnce(url, body);
  for (const pause of pausesMs) {
    if (sent.kind === "sent" || !sent.again) return sent;
    await clock.wait(pause, AbortSignal.any([]));
    sent = await tryOnce(url, body);
  }
  return sent;
}
