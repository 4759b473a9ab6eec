import { isLoopback } from "../terms/is-loopback.ts";

/** Whether something may be posted there: what is posted crosses a network as a secret does, unless it stays on this machine. */
export function isWebhookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}
