import { rm } from "node:fs/promises";
import { Low } from "lowdb";
import { z } from "zod";
import { Failure } from "../terms/failure.ts";
import { PrivateFile } from "./private-file.ts";
import { unwritable, withLock } from "./with-lock.ts";

/** What a kept file is: where, of which kind, and what it may hold. */
export interface KeptFileForm<T> {
  readonly path: string;
  /** One word that stands in the file: `report`, `definitions`. */
  readonly kind: string;
  /** Version of `shape`; a file with a greater one was written by a newer Attest. */
  readonly version: number;
  readonly shape: z.ZodType<T>;
}

/**
 * One JSON file of the library. Contract: a change is seen whole or not at all, no change of another process is lost, and a file
 * that is malformed or newer is never written over. Reading and changing throw `library/broken` or `library/newer`, changing
 * also `library/busy` and `library/unwritable`.
 */
export interface KeptFile<T> {
  /** What it holds; undefined where there is no such file. */
  read(): Promise<T | undefined>;
  /** Replaces what it holds by what `update` makes of it, with no other process in between. What `update` throws changes nothing. */
  change(update: (current: T | undefined) => T): Promise<T>;
  /** Takes the file away. */
  remove(): Promise<void>;
}

const envelope = z.object({ kind: z.string(), version: z.number().int(), data: z.unknown() });
type Envelope<T> = { readonly kind: string; readonly version: number; readonly data: T };

function reasonOf(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return cause instanceof Error ? cause.message : "it is not JSON";
  const issue = cause.issues[0];
  return issue === undefined ? "another shape" : `${issue.path.join(".") || "the file"}: ${issue.message}`;
}

function broken(path: string, cause: unknown): Failure<"library/broken"> {
  const reason = reasonOf(cause);
  return new Failure(
    "library/broken",
    { path, reason },
    {
      found: `${path} is not as Attest writes it (${reason}).`,
      why: "It was edited or cut off; nothing of it was used, and it was left as it is.",
      help: "Mend it, or move it away; everything else in the library goes on working.",
    },
    cause,
  );
}

function newer(path: string, found: number, known: number): Failure<"library/newer"> {
  return new Failure(
    "library/newer",
    { path, found, known },
    {
      found: `${path} has version ${found}; this Attest knows versions up to ${known}.`,
      why: "Writing to it could break what the newer version keeps in it, so it was left as it is.",
      help: "Use the newer Attest, or another data folder (ATTEST_HOME).",
    },
  );
}

function parseEnvelope<T>(form: KeptFileForm<T>, value: unknown): Envelope<T> {
  const { kind, version, data } = envelope.parse(value);
  if (kind !== form.kind) throw new Error(`it is of the kind ${JSON.stringify(kind)}, not ${form.kind}`);
  if (version > form.version) throw newer(form.path, version, form.version);
  return { kind, version, data: form.shape.parse(data) };
}

/** The file of that form. Nothing is read or made before it is asked for. */
export function openKeptFile<T>(form: KeptFileForm<T>): KeptFile<T> {
  const { path, kind, version } = form;
  const load = async (): Promise<Low<Envelope<T> | null>> => {
    const file = new PrivateFile<Envelope<T> | null>(path, { parse: (value) => parseEnvelope(form, value), broken });
    const store = new Low<Envelope<T> | null>(file, null);
    await store.read();
    return store;
  };
  return {
    read: async () => (await load()).data?.data,
    change: (update) =>
      withLock(path, async () => {
        const store = await load();
        const data = update(store.data?.data);
        store.data = { kind, version, data };
        await store.write().catch((error: unknown) => {
          throw unwritable(path, error);
        });
        return data;
      }),
    remove: () => withLock(path, () => rm(path, { force: true })),
  };
}
