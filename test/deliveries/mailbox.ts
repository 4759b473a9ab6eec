import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Text of each attachment by its name. */
  readonly attachments: Readonly<Record<string, string>>;
}

/** A mail server on loopback that keeps what it is given. */
export interface Mailbox {
  /** `smtp://user:password@127.0.0.1:PORT`. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  close(): Promise<void>;
}

/** What the server refuses, and how. */
export interface MailRefusals {
  /** Codes with which it refuses recipients, one a mail, before it takes any. */
  readonly recipients?: readonly number[];
}

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body;
  const joined = body.replaceAll(/=\r?\n/g, "");
  return decodeURIComponent(joined.replaceAll("%", "%25").replaceAll(/=([0-9A-F]{2})/g, "%$1"));
}

function headerOf(part: string, name: string): string {
  const [head = ""] = part.split("\r\n\r\n");
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, " ");
  return new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1] ?? "";
}

function contentOf(part: string): string {
  const body = part.slice(part.indexOf("\r\n\r\n") + 4);
  return decoded(body, headerOf(part, "Content-Transfer-Encoding").toLowerCase()).replaceAll("\r\n", "\n").trimEnd();
}

function parseMail(raw: string, from: string, to: readonly string[]): ReceivedMail {
  const [, boundary] = /boundary="?([^";\r\n]+)/.exec(raw.split("\r\n\r\n")[0] ?? "") ?? [];
  const parts =
    boundary === undefined
      ? [raw]
      : raw
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((one) => one.slice(2));
  const named = parts.flatMap((part) => {
    const [, name] = /filename="?([^";\r\n]+)/.exec(headerOf(part, "Content-Disposition")) ?? [];
    return name === undefined ? [] : [[name, contentOf(part)] as const];
  });
  const subject = headerOf(raw, "Subject");
  return { from, to, subject, text: contentOf(parts[0] ?? ""), attachments: Object.fromEntries(named) };
}

/** Starts a mail server that lets in `attest@acme.test` with the password `let me in`. */
export async function startMailbox({ recipients = [] }: MailRefusals = {}): Promise<Mailbox> {
  const received: ReceivedMail[] = [];
  const refusals = [...recipients];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, callback) =>
      username === "attest@acme.test" && password === "let me in"
        ? callback(null, { user: username })
        : callback(Object.assign(new Error("wrong password"), { responseCode: 535 })),
    onRcptTo: (_, __, callback) => {
      const code = refusals.shift();
      callback(code === undefined ? null : Object.assign(new Error("not now"), { responseCode: code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        received.push(
          parseMail(
            Buffer.concat(chunks).toString(),
            from,
            rcptTo.map((one) => one.address),
          ),
        );
        callback(null);
      });
    },
  });
  const { port } = await new Promise<{ readonly port: number }>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve({ port: typeof address === "object" && address !== null ? address.port : 0 });
    });
  });
  return {
    url: `smtp://attest%40acme.test:let%20me%20in@127.0.0.1:${port}`,
    received,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
