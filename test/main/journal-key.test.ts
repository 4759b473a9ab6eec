// The keychain of the operating system is stood in for by a map: what is ours is when the key goes there, and when it leaves.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import { JournalKeyHolder } from "../../main/config/journal-key-holder.ts";
import type { Keychain } from "../../main/config/keychain.ts";
import { beginning } from "../audit/sample-run.ts";
import { refusalOf } from "./refusal-of.ts";

interface Place {
  readonly home: string;
  readonly keys: string;
  readonly kept: Map<string, string>;
  readonly holder: (keychain: Keychain | undefined) => JournalKeyHolder;
  /** Opens the journal as a command does, writes one run, and gives how many it has. */
  readonly use: (keychain: Keychain | undefined) => Promise<number>;
}

function keychainOver(kept: Map<string, string>): Keychain {
  return {
    get: (name) => Promise.resolve(kept.get(name)),
    set: async (name, text) => void kept.set(name, text),
    delete: async (name) => void kept.delete(name),
  };
}

function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "attest-key-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [home, keys] = [join(folder, "data"), join(folder, "keys")];
  const holder = (keychain: Keychain | undefined): JournalKeyHolder =>
    new JournalKeyHolder({ keys, anchors: undefined, keychain: "auto" }, home, () => Promise.resolve(keychain));
  const use = async (keychain: Keychain | undefined): Promise<number> => {
    const key = holder(keychain);
    await key.unlock();
    const journal = openJournal({ folder: home, ring: key.ring });
    const run = await journal.beginRun(beginning);
    await run.end({ outcome: "answered", rows: [], notes: [] });
    const runs = journal.runs.list().length;
    await journal.close();
    await key.settle();
    return runs;
  };
  return { home, keys, kept: new Map(), holder, use };
}

/** Names of the key files there are. */
const keyFiles = (keys: string): number => readdirSync(keys).filter((name) => name.endsWith(".key")).length;

test("the key of a new journal goes to the keychain, leaves its file, and the next command finds it there", async () => {
  const { keys, kept, use, holder } = newPlace();
  const keychain = keychainOver(kept);
  const first = await use(keychain);
  const after = { files: keyFiles(keys), kept: kept.size };
  const second = await use(keychain);
  const key = holder(keychain);
  await key.unlock();
  expect({ first, after, second, place: key.place, said: key.where }).toEqual({
    first: 1,
    after: { files: 0, kept: 1 },
    second: 2,
    place: "keychain",
    said: "the keychain of this machine",
  });
});

test("a key that is in a file goes on working there, and the keychain is not asked for it", async () => {
  const { keys, kept, use } = newPlace();
  await use(undefined);
  const asked: string[] = [];
  const watched: Keychain = {
    ...keychainOver(kept),
    get: (name) => {
      asked.push(name);
      return Promise.resolve(undefined);
    },
  };
  const second = await use(watched);
  const [file = ""] = readdirSync(keys);
  const mode = statSync(join(keys, file)).mode & 0o777;
  expect({ second, asked, files: keyFiles(keys), mode }).toEqual({ second: 2, asked: [], files: 1, mode: 0o600 });
});

test("a key moves to the keychain and back when asked to, and the journal opens after each", async () => {
  const { keys, kept, use, holder } = newPlace();
  const keychain = keychainOver(kept);
  await use(undefined);
  await holder(keychain).move("keychain");
  const there = { files: keyFiles(keys), kept: kept.size, runs: await use(keychain) };
  await holder(keychain).move("file");
  const back = { files: keyFiles(keys), kept: kept.size, runs: await use(undefined) };
  expect({ there, back }).toEqual({ there: { files: 0, kept: 1, runs: 2 }, back: { files: 1, kept: 0, runs: 3 } });
});

test("two moves in opposite directions at once lose no key", async () => {
  const { kept, use, holder } = newPlace();
  const keychain = keychainOver(kept);
  await use(keychain);
  const slow: Keychain = {
    ...keychain,
    delete: async (name) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await keychain.delete(name);
    },
  };
  const away = holder(slow).move("file");
  await new Promise((resolve) => setTimeout(resolve, 30));
  await Promise.all([away, holder(keychain).move("keychain")]);
  expect([await use(keychain), kept.size]).toEqual([2, 1]);
});

test("a keychain that loses what it is given, refuses it, or does not answer, leaves the key in its file", async () => {
  const { keys, kept, use, holder } = newPlace();
  await use({ ...keychainOver(kept), set: () => Promise.resolve() });
  const losing = { ...keychainOver(new Map()), set: () => Promise.resolve() };
  const refusing = { ...keychainOver(kept), set: () => Promise.reject(new Error("locked")) };
  expect({
    losing: await refusalOf(() => holder(losing).move("keychain")),
    refusing: await refusalOf(() => holder(refusing).move("keychain")),
    silent: await refusalOf(() => holder(undefined).move("keychain")),
    files: keyFiles(keys),
    runs: await use(undefined),
  }).toEqual({
    losing: "config/secrets: The journal's key was not moved: the keychain of this machine gave another key back.",
    refusing: "config/secrets: The journal's key was not moved: the keychain of this machine failed (locked).",
    silent: "config/secrets: The journal's key was not moved: the keychain of this machine does not answer.",
    files: 1,
    runs: 2,
  });
});

test("where the keychain with the key does not answer, the journal says so and is left as it is", async () => {
  const { home, keys, kept, use, holder } = newPlace();
  await use(keychainOver(kept));
  const key = holder(undefined);
  await key.unlock();
  const path = join(home, "journal.db");
  const said = await refusalOf(() => openJournal({ folder: home, ring: key.ring }));
  expect({ said, runs: await use(keychainOver(kept)) }).toEqual({
    said: `journal/wrong-key: There is no key for the journal ${path} in the folder ${keys} or the keychain, of which none answers in this session.`,
    runs: 2,
  });
});
