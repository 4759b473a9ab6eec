import { existsSync } from "node:fs";
import { join } from "node:path";
import { AsyncEntry } from "@napi-rs/keyring";

/** Whether secrets may go to the keychain of the operating system: where there is one, or never. */
export type KeychainSetting = "auto" | "off";

/** Secrets by name, kept by the operating system. Every call settles: a keychain that waits for a person too long is an error. */
export interface Keychain {
  readonly get: (name: string) => Promise<string | undefined>;
  readonly set: (name: string, text: string) => Promise<void>;
  readonly delete: (name: string) => Promise<void>;
}

const service = "okta-attest";
/** Long enough to type a password into the dialogue that unlocks a keychain. */
const patienceMs = 60_000;
/** A keychain that takes longer to say that it has no such entry is none to build on. */
const probePatienceMs = 3_000;

/**
 * Linux without a session bus has no keychain, and the search for one could start a bus of its own. The kernel's key ring is not
 * taken in its place: it forgets everything at the next boot.
 */
function mayHaveKeychain(environment: NodeJS.ProcessEnv): boolean {
  if (process.platform !== "linux") return true;
  const { DBUS_SESSION_BUS_ADDRESS: bus, XDG_RUNTIME_DIR: folder } = environment;
  return (bus !== undefined && bus !== "") || (folder !== undefined && existsSync(join(folder, "bus")));
}

async function within<T>(ms: number, ask: () => Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`the keychain did not answer within ${ms / 1000} s`)), ms);
  try {
    return await Promise.race([ask(), promise]);
  } finally {
    clearTimeout(timer);
  }
}

function entry(name: string): AsyncEntry {
  return new AsyncEntry(service, name, { linux: { store: "secret-service" } });
}

/** The keychain of this machine, if it has one that answers and the setting allows it. Never throws. */
export async function findKeychain(
  setting: KeychainSetting,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Keychain | undefined> {
  if (setting === "off" || !mayHaveKeychain(environment)) return undefined;
  try {
    await within(probePatienceMs, () => entry("is there a keychain?").getPassword());
  } catch {
    return undefined;
  }
  return {
    get: async (name) => (await within(patienceMs, () => entry(name).getPassword())) ?? undefined,
    set: (name, text) => within(patienceMs, () => entry(name).setPassword(text)),
    delete: async (name) => {
      await within(patienceMs, () => entry(name).deletePassword());
    },
  };
}
