import type { Anchor } from "../../audit/proof/anchors.ts";
import type { Sent } from "../../deliveries/sent.ts";
import { postWebhook } from "../../deliveries/webhook.ts";
import type { Secret } from "../../terms/secret.ts";

/** A command that ends waits for it. */
const tryMs = 5_000;

/** What is posted: `text` for a channel of people, where nobody can take it back unseen, and the anchor itself for a program. */
function bodyOf(anchor: Anchor): string {
  const { journal, number, hash, at } = anchor;
  const text = `Attest: the journal ${journal} ended with entry ${number}, ${hash}, at ${at}. Signed: ${JSON.stringify(anchor)}`;
  return JSON.stringify({ text, anchor });
}

/** Posts an anchor, once and for some seconds at the most. Rejects where the signal fires. */
export async function postAnchor(address: Secret, anchor: Anchor, signal: AbortSignal): Promise<Sent> {
  const patience = AbortSignal.timeout(tryMs);
  try {
    return await postWebhook(address, bodyOf(anchor), AbortSignal.any([signal, patience]));
  } catch (error) {
    signal.throwIfAborted();
    if (!patience.aborted) throw error;
    return { kind: "failed", reason: `no answer in ${tryMs / 1000} s`, again: true };
  }
}
