import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** An emulated org in a process of its own. */
export interface EmulatedOrg {
  readonly origin: string;
  readonly token: string;
  readonly stop: () => void;
}

/** Starts an emulated org of so many users, with further options of the verb. */
export async function startOrg(users: number, ...options: readonly string[]): Promise<EmulatedOrg> {
  const command = [resolve("cli/attest.mjs"), "emulator", "--users", String(users), ...options];
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const origin = /OKTA_DOMAIN=(\S+)/.exec(text)?.[1];
    const token = /OKTA_API_TOKEN=(\S+)/.exec(text)?.[1];
    if (origin !== undefined && token !== undefined) return { origin, token, stop: () => child.kill() };
  }
  throw new Error("the emulated org did not start");
}

/** One response as an administrator would read it by hand: taken for what it is expected to be. */
export async function readJson<T>(
  org: EmulatedOrg,
  target: string,
): Promise<{ readonly value: T; readonly bytes: number; readonly next: string | undefined }> {
  const response = await globalThis.fetch(new URL(target, org.origin), {
    headers: { authorization: `SSWS ${org.token}`, accept: "application/json" },
  });
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  const text = await response.text();
  const value: T = JSON.parse(text);
  return { value, bytes: text.length, next };
}

/** A list read to its end by hand, page after page. */
export async function readList<T>(org: EmulatedOrg, first: string): Promise<readonly T[]> {
  const all: T[] = [];
  for (let target: string | undefined = first; target !== undefined;) {
    const page: { readonly value: readonly T[]; readonly next: string | undefined } = await readJson(org, target);
    all.push(...page.value);
    target = page.next;
  }
  return all;
}
