import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Low } from "lowdb";
import { z } from "zod";
import { Failure } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";
import { findKeychain, type Keychain, type KeychainSetting } from "./keychain.ts";
import { settingsFile } from "./settings-file.ts";

/** Where secrets are kept: the keychain of the operating system, or a file that only its owner can read. */
export interface SecretStore {
  readonly kind: "keychain" | "file";
  /** In words, for whoever asks where a secret is. */
  readonly place: string;
  /** Undefined where there is none of that name. Throws `config/secrets`. */
  readonly get: (name: string) => Promise<Secret | undefined>;
  /** Kept when it resolves. Throws `config/secrets`. */
  readonly set: (name: string, value: Secret) => Promise<void>;
  /** Also where there is none. Throws `config/secrets`. */
  readonly delete: (name: string) => Promise<void>;
}

const fileShape = z.record(z.string(), z.string());

/** Changes of one file wait for each other, or the later one would write back what it read before the earlier. */
const changes = new Map<string, Promise<unknown>>();

function inTurn<T>(path: string, change: () => Promise<T>): Promise<T> {
  const before = changes.get(path) ?? Promise.resolve();
  const mine = before.then(change, change);
  changes.set(
    path,
    mine.catch(() => undefined),
  );
  return mine;
}

async function openFile(path: string): Promise<Low<Record<string, string>>> {
  const file = new Low<Record<string, string>>(
    settingsFile(path, (value) => fileShape.parse(value)),
    {},
  );
  await file.read();
  return file;
}

function fileOf(folder: string): Keychain & { readonly path: string } {
  const path = join(folder, "secrets.json");
  const change = (edit: (data: Record<string, string>) => void): Promise<void> =>
    inTurn(path, async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await openFile(path);
      edit(file.data);
      await file.write();
    });
  return {
    path,
    get: (name) => inTurn(path, async () => (await openFile(path)).data[name]),
    set: (name, text) => change((data) => void (data[name] = text)),
    delete: (name) => change((data) => void delete data[name]),
  };
}

async function reaching<T>(place: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = error instanceof Error ? error.message : "unknown reason";
    throw new Failure(
      "config/secrets",
      { place, reason },
      {
        found: `${place} cannot be used (${reason}).`,
        why: "Attest keeps its credentials there, and goes on without none of them.",
        help: "Unlock it, or set ATTEST_KEYCHAIN=off to keep secrets in a file that only you can read; then add the org again.",
      },
      error,
    );
  }
}

/**
 * The store of secrets for `folder`: the keychain where this machine has one, else `secrets.json` in the folder. A secret from the
 * time without a keychain is still found, and moves when it is set again. Never hangs: a machine without a keychain is asked nothing.
 */
export async function openSecretStore(folder: string, keychain: KeychainSetting): Promise<SecretStore> {
  const file = fileOf(folder);
  const found = await findKeychain(keychain);
  // One machine may have several data folders, each with an org of the same name.
  const accountOf = (name: string): string => `${resolve(folder)}: ${name}`;
  const store = found === undefined ? file : found;
  const nameIn = found === undefined ? (name: string) => name : accountOf;
  const place = found === undefined ? file.path : "The keychain of this machine";
  const ask = <T>(question: () => Promise<T>): Promise<T> => reaching(place, question);
  return {
    kind: found === undefined ? "file" : "keychain",
    place,
    get: (name) =>
      ask(async () => {
        const text = (await store.get(nameIn(name))) ?? (await file.get(name));
        return text === undefined ? undefined : new Secret(text);
      }),
    set: (name, value) =>
      ask(async () => {
        await store.set(nameIn(name), value.reveal());
        if (found !== undefined && (await file.get(name)) !== undefined) await file.delete(name);
      }),
    delete: (name) =>
      ask(async () => {
        await store.delete(nameIn(name));
        if ((await file.get(name)) !== undefined) await file.delete(name);
      }),
  };
}
