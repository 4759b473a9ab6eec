import type { Secret } from "../terms/secret.ts";

/** Where mail is handed over, and whose it says to be. */
export interface MailServer {
  /** `smtps://user:password@host:465`, or `smtp://…` where the server begins TLS when it is asked to. */
  readonly url: Secret;
  /** The address that it is from. */
  readonly from: string;
}
