import { spawn } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { transportLimits, type Delivery, type TransportLimits } from "../../okta/delivery.ts";
import { sendOnce } from "../../okta/transport.ts";
import { sendOnWire } from "../../okta/wire.ts";
import { startServer, type Handler, type TestServer } from "./start-server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

async function send(handle: Handler, limits: Partial<TransportLimits> = {}): Promise<Delivery> {
  server = await startServer(handle);
  const outgoing = { method: "GET", url: `${server.origin}/api/v1/users?after=a%2Fb`, headers: { accept: "text/x" } };
  return sendOnce(outgoing, { ...transportLimits, ...limits }, new AbortController().signal);
}

function shown(delivery: Delivery): unknown {
  return delivery.kind === "reply" ? [delivery.status, delivery.body.text] : delivery.fault.kind;
}

const bodies: readonly (readonly [string, Handler, unknown])[] = [
  [
    "path, query and headers as given",
    (incoming, answer) => answer.end(`${incoming.url} ${incoming.headers.accept}`),
    [200, "/api/v1/users?after=a%2Fb text/x"],
  ],
  [
    "text of several bytes a letter, over two packets",
    (_, answer) => {
      const bytes = Buffer.from("Zoë 🙂");
      answer.write(bytes.subarray(0, 3));
      setTimeout(() => answer.end(bytes.subarray(3)), 5);
    },
    [200, "Zoë 🙂"],
  ],
  ["without a byte order mark", (_, answer) => answer.end("\uFEFF[]"), [200, "[]"]],
  ["unpacked", (_, answer) => answer.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("[1]")), [200, "[1]"]],
  [
    "packed and cut off",
    (_, answer) => answer.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("[1]").subarray(0, 12)),
    "cut-off",
  ],
  [
    "packed, and larger than the bound when unpacked",
    (_, answer) => answer.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(5000))),
    "too-large",
  ],
  [
    "packed as was not asked for",
    (_, answer) => answer.writeHead(200, { "content-encoding": "br" }).end("x"),
    "garbled",
  ],
  [
    "after an interim answer",
    (_, answer) => {
      answer.writeProcessing();
      answer.writeHead(200).end("[]");
    },
    [200, "[]"],
  ],
  [
    "a redirect, which is not followed",
    (_, answer) => answer.writeHead(302, { location: "/elsewhere" }).end(),
    [302, ""],
  ],
];

test.each(bodies)("an answer comes %s", async (_, handle, expected) => {
  expect(shown(await send(handle, { bodyBytes: 1000 }))).toEqual(expected);
});

test("a read that is stopped while its body drips ends at once, and its connection with it", async () => {
  let closed: Promise<unknown> = Promise.resolve();
  server = await startServer((incoming, answer) => {
    closed = new Promise((resolve) => incoming.socket.once("close", resolve));
    answer.write("[");
    setTimeout(() => stop.abort(), 10);
  });
  const stop = new AbortController();
  const outgoing = { method: "GET", url: `${server.origin}/`, headers: {} };
  const delivery = await sendOnce(outgoing, transportLimits, stop.signal);
  await closed;
  expect(shown(delivery)).toBe("cancelled");
});

test("what is asked for when a long answer begins is on its way before that answer is handed on", async () => {
  const long = "x".repeat(200_000);
  server = await startServer((incoming, answer) => answer.end(incoming.url === "/long" ? long : "short"));
  const { origin } = server;
  const events: string[] = [];
  const noteWritten = (): number => events.push("written");
  const ask = async (path: string, onReply?: () => void): Promise<void> => {
    const outgoing = { method: "GET", url: `${origin}${path}`, headers: {} };
    await sendOnWire(outgoing, transportLimits, new AbortController().signal, onReply);
    events.push(path);
  };
  // From here on there are two connections that have been used, which is what holds a request back.
  await Promise.all([ask("/short"), ask("/short")]);
  events.length = 0;
  let behind: Promise<void> | undefined;
  subscribe("undici:client:sendHeaders", noteWritten);
  try {
    await ask("/long", () => (behind = ask("/behind")));
    await behind;
  } finally {
    unsubscribe("undici:client:sendHeaders", noteWritten);
  }
  expect(events).toEqual(["written", "written", "/long", "/behind"]);
});

test("an org is read through the proxy that the environment names, this machine is not", async () => {
  const tunnels: (string | undefined)[] = [];
  const proxy = createServer().on("connect", (incoming, socket) => {
    tunnels.push(incoming.url);
    socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  server = await startServer((_, answer) => answer.end("[]"));
  const transport = fileURLToPath(new URL("../../okta/transport.ts", import.meta.url));
  const source = `
    import { sendOnce } from ${JSON.stringify(transport)};
    const limits = { answerMs: 5000, bodyMs: 5000, bodyBytes: 1000 };
    const send = async (url) => {
      const delivery = await sendOnce({ method: "GET", url, headers: {} }, limits, new AbortController().signal);
      return delivery.kind === "reply" ? delivery.body.text : delivery.fault.reason;
    };
    console.log(JSON.stringify([await send("https://acme.okta.test/"), await send("${server.origin}/")]));
    process.exit();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    env: { HTTPS_PROXY: `http://127.0.0.1:${port}`, HTTP_PROXY: `http://127.0.0.1:${port}` },
  });
  let text = "";
  for await (const chunk of child.stdout) text += String(chunk);
  proxy.closeAllConnections();
  proxy.close();
  expect([JSON.parse(text), tunnels]).toEqual([
    ["the proxy asks for a user name and password (407)", "[]"],
    ["acme.okta.test:443"],
  ]);
});
