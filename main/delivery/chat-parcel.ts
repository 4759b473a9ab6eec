import type { DeliveryMessage } from "../../deliveries/delivery-message.ts";
import { slackMessage } from "../../deliveries/slack-message.ts";
import { teamsMessage } from "../../deliveries/teams-message.ts";
import { postWebhook } from "../../deliveries/webhook.ts";
import { webhookMessage } from "../../deliveries/webhook-message.ts";
import type { Target } from "../../reports/schedule/target.ts";
import type { SecretStore } from "../config/secret-store.ts";
import type { House } from "../house.ts";
import { contentHashOf, type Parcel } from "./parcel.ts";

const forms = { slack: slackMessage, teams: teamsMessage, webhook: webhookMessage } as const;

/** A message to a webhook, in the form that is read there. Its address is taken from the store of secrets when it is sent. */
export function chatParcel(
  house: House,
  secrets: () => Promise<SecretStore>,
  target: Extract<Target, { readonly host: string }>,
  message: DeliveryMessage,
): Omit<Parcel, "id"> {
  const { kind, host, secret } = target;
  const json = JSON.stringify(forms[kind](message));
  return {
    kind,
    target: host,
    rows: message.table?.rows.length ?? null,
    contentHash: contentHashOf([json]),
    send: async (signal) => {
      const url = await (await secrets()).get(secret);
      if (url === undefined)
        return { kind: "failed", reason: "its address is not in the store of secrets", again: false };
      house.journal().protect(url);
      return postWebhook(url, json, signal);
    },
  };
}
