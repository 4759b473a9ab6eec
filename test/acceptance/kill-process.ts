import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** When a process is killed: so long after it has said so many lines. */
export interface KillMoment {
  readonly lines: number;
  readonly ms: number;
}

/** Runs a program of the tests and ends it with SIGKILL. Gives the lines that it said; one that was cut off is none. */
export async function killProcess(
  program: URL,
  args: readonly string[],
  { lines, ms }: KillMoment,
): Promise<readonly string[]> {
  const env = { PATH: process.env["PATH"] ?? "" };
  const child = spawn(process.execPath, [fileURLToPath(program), ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  let text = "";
  const said = (): readonly string[] => text.split("\n").slice(0, -1);
  const { promise: reached, resolve } = Promise.withResolvers<undefined>();
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    if (said().length >= lines) resolve(undefined);
  });
  await Promise.race([reached, closed]);
  await sleep(ms);
  child.kill("SIGKILL");
  await closed;
  return said();
}

/** Does all of the work, so many pieces of it at once. */
export async function atOnce<T>(count: number, work: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const pending = [...work];
  const done: T[] = [];
  const take = async (): Promise<void> => {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) done.push(await next());
  };
  await Promise.all(Array.from({ length: count }, take));
  return done;
}
