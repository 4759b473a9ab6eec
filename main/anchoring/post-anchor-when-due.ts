import { dayMs } from "../../terms/day-ms.ts";
import { isFailure, type FailureText } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { postAnchor } from "./post-anchor.ts";

const everyMs = dayMs;

function notPosted(reason: string): FailureText {
  return {
    found: `The journal's anchor could not be posted: ${reason}.`,
    why: "Whoever can write this machine's folders could cut off the tail of the journal since the last one unseen.",
    help: "Check ANCHOR_WEBHOOK, and whether its service is up: attest journal anchor --to URL tries it. It is tried again with the next run.",
  };
}

async function post(house: House): Promise<void> {
  const { anchorWebhook } = house.settings;
  if (anchorWebhook === undefined) return;
  const { anchors } = house.journal();
  const last = anchors.findPosted();
  if (last !== undefined && Date.now() - Date.parse(last.at) < everyMs) return;
  const anchor = anchors.sign();
  if (anchor === undefined) return;
  const sent = await postAnchor(anchorWebhook, anchor, AbortSignal.any([]));
  if (sent.kind === "sent") await anchors.savePosted(anchor.number);
  else house.onAlert?.(notPosted(sent.reason));
}

/**
 * Posts the end of the journal to `ANCHOR_WEBHOOK`, once a day. Contract: never rejects, and takes some seconds at the most; what
 * keeps an anchor from being posted is told as an alert is.
 */
export async function postAnchorWhenDue(house: House): Promise<void> {
  try {
    await post(house);
  } catch (error) {
    if (!isFailure(error)) throw error;
    house.onAlert?.(error.text);
  }
}
