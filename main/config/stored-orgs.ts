import { join } from "node:path";
import { Low } from "lowdb";
import { z } from "zod";
import { Failure } from "../../terms/failure.ts";
import { withLock } from "../../library/with-lock.ts";
import {
  firstCredentialsPath,
  hasFirstCredentials,
  readFirstCredentials,
  removeFirstCredentials,
} from "./first-credentials.ts";
import { settingsFile } from "./settings-file.ts";
import type { KeychainSetting } from "./keychain.ts";
import { openSecretStore, type SecretStore } from "./secret-store.ts";
import { joinCredential, openPart, secretNames, splitCredential, type StoredCredential } from "./stored-credential.ts";

const storedOrgs = z.object({
  current: z.string().nullable(),
  orgs: z.record(z.string(), z.object({ address: z.string(), credential: openPart, addedAt: z.string() })),
});
type StoredOrgs = z.infer<typeof storedOrgs>;

/** An org that `org add` stored: its name, its address as resolved, and the credential. */
export interface StoredOrg {
  readonly name: string;
  readonly address: string;
  readonly credential: StoredCredential;
}

/** An org as the list shows it. */
export interface ListedOrg {
  readonly name: string;
  readonly address: string;
  readonly credential: StoredCredential["kind"];
  /** ISO 8601. */
  readonly addedAt: string;
  readonly inUse: boolean;
}

/** The orgs that were added, in the data folder; their secrets in the store of secrets. */
export class OrgList {
  readonly #folder: string;
  readonly #keychain: KeychainSetting;
  #store: Promise<SecretStore> | undefined;

  constructor(folder: string, keychain: KeychainSetting) {
    this.#folder = folder;
    this.#keychain = keychain;
  }

  /** Where the secrets are kept. */
  secrets(): Promise<SecretStore> {
    return (this.#store ??= openSecretStore(this.#folder, this.#keychain));
  }

  async #open(): Promise<Low<StoredOrgs>> {
    if (hasFirstCredentials(this.#folder)) {
      await withLock(firstCredentialsPath(this.#folder), () => this.#takeOver());
    }
    return this.#read();
  }

  /** Moves the orgs of the first versions into the list, and their secrets into their store. An org that was added since stays. */
  async #takeOver(): Promise<void> {
    const first = await readFirstCredentials(this.#folder);
    if (first === undefined) return;
    const list = await this.#read();
    const store = await this.secrets();
    for (const { name, address, credential, addedAt } of first.orgs) {
      if (list.data.orgs[name] !== undefined) continue;
      const { open, secrets } = splitCredential(name, credential);
      for (const [secretName, secret] of secrets) await store.set(secretName, secret);
      list.data.orgs[name] = { address, credential: open, addedAt };
    }
    list.data.current ??= first.current;
    await list.write();
    await removeFirstCredentials(this.#folder);
  }

  async #read(): Promise<Low<StoredOrgs>> {
    const file = settingsFile(join(this.#folder, "orgs.json"), (value) => storedOrgs.parse(value));
    const list = new Low<StoredOrgs>(file, { current: null, orgs: {} });
    await list.read();
    return list;
  }

  /** In the order in which they were added. */
  async list(): Promise<readonly ListedOrg[]> {
    const { data } = await this.#open();
    return Object.entries(data.orgs).map(([name, { address, credential, addedAt }]) => ({
      name,
      address,
      credential: credential.kind,
      addedAt,
      inUse: name === data.current,
    }));
  }

  /** The org of a name, or the one in use; undefined where none is. Throws `config/invalid` for a name that is not in the list. */
  async find(name?: string): Promise<StoredOrg | undefined> {
    const { data } = await this.#open();
    const wanted = name ?? data.current;
    if (wanted === null) return undefined;
    const found = data.orgs[wanted];
    if (found === undefined) throw unknownOrg(wanted, Object.keys(data.orgs));
    const credential = await joinCredential(wanted, found.credential, await this.secrets());
    return { name: wanted, address: found.address, credential };
  }

  /** The name that was given to the org at an address; undefined where it was not added. */
  async nameOf(address: string): Promise<string | undefined> {
    const listed = await this.list();
    const same = listed.filter((one) => one.address === address);
    return (same.find((one) => one.inUse) ?? same[0])?.name;
  }

  /** Stores an org under its name, its secrets first; with `use` it becomes the one in use. */
  async store(org: StoredOrg, { use }: { readonly use: boolean }): Promise<void> {
    const { open, secrets } = splitCredential(org.name, org.credential);
    const store = await this.secrets();
    for (const [name, secret] of secrets) await store.set(name, secret);
    const list = await this.#open();
    const addedAt = list.data.orgs[org.name]?.addedAt ?? new Date().toISOString();
    list.data.orgs[org.name] = { address: org.address, credential: open, addedAt };
    if (use) list.data.current = org.name;
    await list.write();
  }

  /** Makes an org the one in use. Throws `config/invalid` for a name that is not in the list. */
  async use(name: string): Promise<void> {
    const list = await this.#open();
    if (list.data.orgs[name] === undefined) throw unknownOrg(name, Object.keys(list.data.orgs));
    list.data.current = name;
    await list.write();
  }

  /** Takes an org out of the list, and its secrets out of their store. Throws `config/invalid` for a name that is not in the list. */
  async remove(name: string): Promise<void> {
    const list = await this.#open();
    if (list.data.orgs[name] === undefined) throw unknownOrg(name, Object.keys(list.data.orgs));
    const store = await this.secrets();
    for (const secret of secretNames(name)) await store.delete(secret);
    delete list.data.orgs[name];
    if (list.data.current === name) list.data.current = null;
    await list.write();
  }
}

function unknownOrg(name: string, known: readonly string[]): Failure<"config/invalid"> {
  const expected = known.length === 0 ? "an org that was added" : `one of ${known.join(", ")}`;
  return new Failure(
    "config/invalid",
    { setting: "org", expected },
    {
      found: `There is no org named ${name}.`,
      why: "Attest does not guess which org is meant, so nothing was sent.",
      help:
        known.length === 0 ? "Add it with attest org add." : `Take ${expected}, or add another with attest org add.`,
    },
  );
}
