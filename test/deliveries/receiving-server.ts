import { startServer } from "../okta/start-server.ts";

/** A webhook on loopback that keeps what is posted to it. */
export interface ReceivingServer {
  readonly origin: string;
  /** The bodies, parsed, in the order of their arrival. */
  readonly received: readonly unknown[];
  close(): void;
}

/** Answers in the order of `statuses`, then 200; `headers` go with each answer. */
export async function startReceivingServer(
  statuses: readonly number[] = [],
  headers: Readonly<Record<string, string>> = {},
): Promise<ReceivingServer> {
  const received: unknown[] = [];
  const server = await startServer((incoming, answer, before) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()));
      answer.writeHead(statuses[before] ?? 200, headers).end("ok");
    });
  });
  return { origin: server.origin, received, close: () => server.close() };
}
