import ky from "ky";
import type { Secret } from "../terms/secret.ts";
import { reasonOf, type Sent } from "./sent.ts";

const timeoutMs = 30_000;

/** Answers after which another try may do better: the other side is busy, or it is not its day. */
function mayRecover(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function waitOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? 1000 * Number(header) : Date.parse(header) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

/**
 * Posts JSON to a webhook, once. A redirect is not followed: what an org's rows say goes to the address that was named and to no
 * other. Never rejects, but where the signal fires.
 */
export async function postWebhook(url: Secret, json: string, signal: AbortSignal): Promise<Sent> {
  try {
    const answer = await ky.post(url.reveal(), {
      body: json,
      headers: { "content-type": "application/json" },
      retry: 0,
      timeout: timeoutMs,
      throwHttpErrors: false,
      redirect: "manual",
      signal,
    });
    const { status } = answer;
    await answer.body?.cancel();
    if (answer.ok) return { kind: "sent", status };
    const afterMs = waitOf(answer.headers.get("retry-after"), Date.now());
    return { kind: "failed", status, reason: `answered ${status}`, again: mayRecover(status), afterMs };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "failed", reason: reasonOf(error), again: true };
  }
}
