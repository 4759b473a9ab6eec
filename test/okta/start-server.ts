import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A server on loopback that answers as the test says. */
export interface TestServer {
  readonly origin: string;
  /** Path and query of every request, in the order of their arrival. */
  readonly asked: readonly string[];
  close(): void;
}

/** What a handler gets: the request, its answer, and how many requests came before. */
export type Handler = (incoming: IncomingMessage, answer: ServerResponse, before: number) => void;

/** Starts a server; `origin` is `http://127.0.0.1:PORT`. */
export async function startServer(handle: Handler): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((incoming, answer) => {
    asked.push(incoming.url ?? "");
    handle(incoming, answer, asked.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers with JSON as Okta does. */
export function answerJson(
  answer: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): void {
  for (const [name, value] of Object.entries(headers)) {
    answer.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  answer.setHeader("content-type", "application/json");
  answer.setHeader("x-okta-request-id", "request-1");
  answer.statusCode = status;
  answer.end(JSON.stringify(body));
}
