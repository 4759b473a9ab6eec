import { createAdaptorServer, type Http2Bindings, type HttpBindings } from "@hono/node-server";
import { once } from "node:events";
import { Server } from "node:http";
import { createServer as createTlsServer, Server as TlsServer } from "node:https";
import { Failure } from "../../terms/failure.ts";
import type { EmulatorSettings } from "../emulator-options.ts";

/** Answers one request. */
export type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>;

/** A server whose name is known before what answers there is made. */
export interface OrgServer {
  /** `http://127.0.0.1:PORT`; `https://localhost:PORT` with TLS. */
  readonly origin: string;
  /** Answers with this from now on; requests that came before wait for it. Throws `emulator/port-taken`. */
  readonly answerWith: (fetch: Fetch) => Promise<void>;
  /** Ends every connection and stops listening. */
  readonly close: () => Promise<void>;
}

type NodeServer = Server | TlsServer;

function createServer(fetch: Fetch, tls: EmulatorSettings["tls"]): NodeServer {
  const server = createAdaptorServer({
    fetch,
    overrideGlobalObjects: false,
    ...(tls === undefined ? {} : { createServer: createTlsServer, serverOptions: tls }),
  });
  if (server instanceof Server || server instanceof TlsServer) return server;
  throw new TypeError("The adaptor made no HTTP/1.1 server.");
}

function portOf(server: NodeServer): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function listen(server: NodeServer, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    throw new Failure(
      "emulator/port-taken",
      { port },
      {
        found: `The emulated org cannot listen on port ${port}.`,
        why: "Something else listens there, or the port needs rights that this user lacks.",
        help: "Name another port, or 0 for any that is free.",
      },
      error,
    );
  }
}

/**
 * A server on loopback. With a free port it must listen at once to know its name; one with a port of its own listens when there is
 * something to answer with, so that nobody meets an org that is half made.
 */
export async function startOrgServer({ port, tls }: Pick<EmulatorSettings, "port" | "tls">): Promise<OrgServer> {
  const ready = Promise.withResolvers<Fetch>();
  let fetchNow: Fetch = async (request, env) => (await ready.promise)(request, env);
  const server = createServer((request, env) => fetchNow(request, env), tls);
  server.keepAliveTimeout = 65_000;
  if (port === 0) await listen(server, 0);
  const host = tls === undefined ? "http://127.0.0.1" : "https://localhost";
  return {
    origin: `${host}:${port === 0 ? portOf(server) : port}`,
    answerWith: async (fetch) => {
      fetchNow = fetch;
      ready.resolve(fetch);
      if (port !== 0) await listen(server, port);
    },
    close: async () => {
      server.closeAllConnections();
      if (!server.listening) return;
      server.close();
      await once(server, "close");
    },
  };
}
