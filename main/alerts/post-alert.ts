import type { Sent } from "../../deliveries/sent.ts";
import { postWebhook } from "../../deliveries/webhook.ts";
import type { Clock } from "../../okta/pacing/clock.ts";
import { sayOrg } from "../../terms/say-org.ts";
import type { Secret } from "../../terms/secret.ts";
import type { Alert } from "./alert.ts";

/** How long one try may take: a command that ends waits for it. */
const tryMs = 4_000;
/** Pauses before the second and the third try. */
const pausesMs = [500, 2_000];

/** What is posted: `text` for a channel of people, the alert itself for a program. */
function bodyOf(alert: Alert): string {
  const { found, why, help, org, orgName } = alert;
  const about = org === null ? "" : ` Org: ${sayOrg(orgName ?? undefined, org)}.`;
  return JSON.stringify({ text: `Attest: ${found} ${why} ${help}${about}`, alert });
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
export async function postAlert(address: Secret, alert: Alert, clock: Clock): Promise<Sent> {
  const body = bodyOf(alert);
  let sent = await tryOnce(address, body);
  for (const pause of pausesMs) {
    if (sent.kind === "sent" || !sent.again) return sent;
    await clock.wait(pause, AbortSignal.any([]));
    sent = await tryOnce(address, body);
  }
  return sent;
}
