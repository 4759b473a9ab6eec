import { createTransport } from "nodemailer";
import { isLoopback } from "../terms/is-loopback.ts";
import type { MailServer } from "./mail-server.ts";
import { reasonOf, type Sent } from "./sent.ts";

/** A mail to be sent. */
export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly content: string | Uint8Array }[];
}

const timeoutMs = 30_000;

/** What a mail server's address says. A password never goes over a line that is not encrypted, but to this machine itself. */
function transportOf({ url }: MailServer) {
  const { protocol, hostname, port, username, password } = new URL(url.reveal());
  const secure = protocol === "smtps:";
  const local = isLoopback(hostname);
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return createTransport({
    host: hostname.replaceAll(/[[\]]/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    ...(username === "" ? {} : { auth }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The server's answer to it, as SMTP numbers it: 4xx may be better later, 5xx is for good. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("responseCode" in error)) return undefined;
  return typeof error.responseCode === "number" ? error.responseCode : undefined;
}

/** Hands a mail over to its server, once. Never rejects. */
export async function sendMail(server: MailServer, { to, subject, text, attachments }: Mail): Promise<Sent> {
  const transport = transportOf(server);
  try {
    await transport.sendMail({
      from: server.from,
      to: [...to],
      subject: subject.replaceAll(/[\s\p{C}]+/gu, " "),
      text,
      attachments: attachments.map(({ name, content }) => ({
        filename: name,
        content: typeof content === "string" ? content : Buffer.from(content),
      })),
    });
    return { kind: "sent" };
  } catch (error) {
    const status = statusOf(error);
    const reason = status === undefined ? reasonOf(error) : `${reasonOf(error)} ${status}`;
    return { kind: "failed", status, reason, again: status === undefined || status < 500 };
  } finally {
    transport.close();
  }
}

/** Whether the server lets in whom its address names. */
export async function tryMailServer(server: MailServer): Promise<Sent> {
  const transport = transportOf(server);
  try {
    await transport.verify();
    return { kind: "sent" };
  } catch (error) {
    return { kind: "failed", status: statusOf(error), reason: reasonOf(error), again: false };
  } finally {
    transport.close();
  }
}
