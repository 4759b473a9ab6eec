import { createConnection } from "node:net";
import { expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { send, textOf } from "./read-org.ts";

/** Everything that a connection gets for one request, until the org ends it. */
function raw(org: Emulator, path: string): Promise<string> {
  const { hostname, port } = new URL(org.origin);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = createConnection({ host: hostname, port: Number(port) }, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: SSWS ${org.token}\r\n\r\n`);
    });
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
  });
}

async function answeredIn(
  options: Parameters<typeof startEmulator>[0],
  paths: readonly string[],
): Promise<readonly string[]> {
  const org = await startEmulator({ users: 30, ...options });
  const order: string[] = [];
  await Promise.all(paths.map(async (path) => (await send(org, path)).status === 200 && order.push(path)));
  await org.close();
  return order;
}

test("a slow answer comes after one that was asked for later", async () => {
  const faults = [{ kind: "slow", path: "/groups", delayMs: 400 } as const];
  expect(await answeredIn({ faults }, ["/api/v1/groups", "/api/v1/apps"])).toEqual(["/api/v1/apps", "/api/v1/groups"]);
});

test("a dripping answer is whole", async () => {
  const org = await startEmulator({ users: 60, faults: [{ kind: "drip", path: "/apps", delayMs: 200, times: 1 }] });
  const dripped = await send(org, "/api/v1/apps");
  const whole = await send(org, "/api/v1/apps");
  await org.close();
  expect(dripped.text).toBe(whole.text);
});

test("jitter mixes the order of answers, and the same seed mixes it in the same way", async () => {
  const paths = Array.from({ length: 6 }, (_, at) => `/api/v1/groups?limit=${at + 1}`);
  const first = await answeredIn({ jitterMs: 900, seed: 4 }, paths);
  expect([first.length, first.join() === paths.join(), first.toSorted()]).toEqual([6, false, paths]);
});

test("a body that is longer than it was said to be is sent whole, past its length", async () => {
  const org = await startEmulator({ users: 30, faults: [{ kind: "too-long", path: "/meta/types" }] });
  const [head = "", body = ""] = (await raw(org, "/api/v1/meta/types/user")).split("\r\n\r\n");
  await org.close();
  const said = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  expect([said > 0, Buffer.byteLength(body) > said]).toEqual([true, true]);
});

test("an org whose clock is ahead says so in Date and in the reset of its window", async () => {
  const org = await startEmulator({ users: 30, faults: [{ kind: "skew", path: "/apps", delayMs: 7_200_000 }] });
  const { headers } = await send(org, "/api/v1/apps");
  await org.close();
  const ahead = Date.parse(textOf(headers["date"])) - Date.now();
  const reset = Number(headers["x-rate-limit-reset"]) * 1000 - Date.parse(textOf(headers["date"]));
  expect([Math.round(ahead / 3_600_000), reset > 0 && reset <= 61_000]).toEqual([2, true]);
});
