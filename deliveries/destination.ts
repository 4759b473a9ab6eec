import { z } from "zod";
import { Failure } from "../terms/failure.ts";
import { Secret } from "../terms/secret.ts";
import { deliveryFormatOf, deliveryFormats } from "../terms/delivery-format.ts";
import { isWebhookUrl } from "./is-webhook-url.ts";

/** A webhook, and the form that is read there. Its address lets anyone write there: it is a secret. */
export interface WebhookDestination {
  readonly kind: "slack" | "teams" | "webhook";
  readonly url: Secret;
  readonly host: string;
}

/** Where answers are delivered, as an operator writes it. */
export type Destination =
  | WebhookDestination
  | { readonly kind: "mail"; readonly to: readonly string[] }
  /** A mail to each value of the column that the rows are split by. */
  | { readonly kind: "mail-by-value" }
  | { readonly kind: "file"; readonly pattern: string };

/** What stands in the name of a file for the date, the time, the schedule's name, and the value that the rows are split by. */
const placeholders = ["{date}", "{time}", "{name}", "{value}"] as const;

const forms = `slack:URL, teams:URL, https://…, mail:ADDRESS, "mail:{value}", or a file that ends in ${deliveryFormats.map((one) => `.${one}`).join(", ")}`;

function unusable(found: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "--to", expected: forms },
    { found, why: "An answer that goes nowhere, or to the wrong place, is worse than none.", help: `Write ${forms}.` },
  );
}

function webhookAt(kind: WebhookDestination["kind"], url: string): WebhookDestination | undefined {
  if (!isWebhookUrl(url)) return undefined;
  return { kind, url: new Secret(url), host: new URL(url).host };
}

/** The webhook that a text names, as `https://…`, `slack:https://…` or `teams:https://…`; undefined where it names none. */
export function findWebhook(text: string): WebhookDestination | undefined {
  const [, kind, url = ""] = /^(slack|teams):(.*)$/s.exec(text.trim()) ?? [];
  return kind === "slack" || kind === "teams" ? webhookAt(kind, url) : webhookAt("webhook", text.trim());
}

function webhook(kind: WebhookDestination["kind"], url: string): Destination {
  // The address itself is in no message: it is a secret.
  if (!URL.canParse(url)) throw unusable(`The address for ${kind} is no URL.`);
  const found = webhookAt(kind, url);
  if (found === undefined) throw unusable(`The address for ${kind} does not begin with https://.`);
  return found;
}

const address = z.email();

/** Whether a text is the address of one mailbox. */
export function isMailAddress(text: string): boolean {
  return address.safeParse(text).success;
}

function mail(text: string): Destination {
  if (text === "{value}") return { kind: "mail-by-value" };
  const to = text.split(",").map((one) => one.trim());
  const wrong = to.find((one) => !isMailAddress(one));
  if (wrong !== undefined) throw unusable(`${JSON.stringify(wrong)} is no mail address.`);
  return { kind: "mail", to };
}

function file(pattern: string): Destination {
  if (deliveryFormatOf(pattern) === undefined) throw unusable(`${JSON.stringify(pattern)} is no place to deliver to.`);
  const strange = [...pattern.matchAll(/\{[^}]*\}/g)].find(([one]) => !placeholders.some((known) => known === one));
  if (strange !== undefined) {
    throw unusable(`${strange[0]} stands for nothing in the name of a file; ${placeholders.join(", ")} do.`);
  }
  return { kind: "file", pattern };
}

/** Reads where answers are to go. Throws `config/invalid`; no message of it holds a webhook's address. */
export function parseDestination(text: string): Destination {
  const whole = text.trim();
  const [, kind, rest = ""] = /^(slack|teams|mail|file):(.*)$/s.exec(whole) ?? [];
  if (kind === "slack" || kind === "teams") return webhook(kind, rest);
  if (kind === "mail") return mail(rest);
  if (kind === "file") return file(rest);
  return /^https?:/i.test(whole) ? webhook("webhook", whole) : file(whole);
}
