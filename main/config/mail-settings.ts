import type { MailServer } from "../../deliveries/mail-server.ts";
import { isMailAddress } from "../../deliveries/destination.ts";
import { Failure } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";

/** The variables that say so, as given. */
export interface MailVariables {
  readonly SMTP_URL?: string | undefined;
  readonly SMTP_FROM?: string | undefined;
}

/** What the address of a mail server is like. */
export const mailServerForm = "smtps://USER:PASSWORD@HOST, or smtp:// where the server begins TLS when it is asked to";

/** Whether a text is the address of a mail server. */
export function isMailServerUrl(text: string): boolean {
  return URL.canParse(text) && ["smtp:", "smtps:"].includes(new URL(text).protocol);
}

function senderOf(url: string): string | undefined {
  const user = decodeURIComponent(new URL(url).username);
  return isMailAddress(user) ? user : undefined;
}

/** A mail server by its address, and who mail is from: by default its user. Throws `config/missing` where that is no address. */
export function mailServer(url: string, from: string | undefined): MailServer {
  const sender = from ?? senderOf(url);
  if (sender !== undefined) return { url: new Secret(url), from: sender };
  throw new Failure(
    "config/missing",
    { setting: "SMTP_FROM" },
    {
      found: "SMTP_URL is set, but not whose address mail is from.",
      why: "A mail without a sender is refused, and its user's name is no address.",
      help: "Set SMTP_FROM to an address, such as attest@acme.com.",
    },
  );
}

/** The mail server that the variables name; undefined where they name none. Throws `config/missing`. */
export function mailSettings({ SMTP_URL: url, SMTP_FROM: from }: MailVariables): MailServer | undefined {
  return url === undefined ? undefined : mailServer(url, from);
}
