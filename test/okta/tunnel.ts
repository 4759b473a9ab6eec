import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";

/** A proxy on loopback that tunnels HTTPS, as CONNECT asks. */
export interface Tunnel {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** Hosts that tunnels were dug to, and what each asker said it was. */
  readonly asked: readonly { readonly host: string; readonly login: string | undefined }[];
  close(): void;
}

/** Starts a proxy; with `login` it lets only those through who say `user:password`. */
export async function startTunnel(login?: string): Promise<Tunnel> {
  const asked: { host: string; login: string | undefined }[] = [];
  const server = createServer().on("connect", (incoming, socket, head) => {
    const [, basic] = /^Basic (.+)$/.exec(incoming.headers["proxy-authorization"] ?? "") ?? [];
    const said = basic === undefined ? undefined : Buffer.from(basic, "base64").toString();
    const host = incoming.url ?? "";
    asked.push({ host, login: said });
    if (login !== undefined && said !== login) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n");
      return;
    }
    const url = new URL(`http://${host}`);
    const there = connect(Number(url.port), url.hostname, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      there.write(head);
      there.pipe(socket).pipe(there);
    });
    there.on("error", () => socket.destroy());
    socket.on("error", () => there.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
