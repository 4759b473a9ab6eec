import { z } from "zod";
import { tryMailServer } from "../../deliveries/mail.ts";
import type { MailServer } from "../../deliveries/mail-server.ts";
import { Failure } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";
import { isMailServerUrl, mailServer, mailServerForm } from "../config/mail-settings.ts";
import { openSecretStore } from "../config/secret-store.ts";
import type { House } from "../house.ts";

const secretName = "mail server";
const shape = z.strictObject({ url: z.string(), from: z.string() });

/** The mail server that the settings name, or the one that was stored; undefined where there is none. Throws `config/secrets`. */
export async function findMailServer(house: House): Promise<MailServer | undefined> {
  if (house.settings.mail !== undefined) return house.settings.mail;
  const stored = await (await openSecretStore(house.folder, house.settings.keychain)).get(secretName);
  if (stored === undefined) return undefined;
  const { url, from } = shape.parse(JSON.parse(stored.reveal()));
  return { url: new Secret(url), from };
}

function unusable(found: string, help: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "SMTP_URL", expected: mailServerForm },
    { found, why: "Answers would not arrive; nothing was stored.", help },
  );
}

/** Where a mail server was stored, and whose mail it takes. */
export interface StoredMailServer {
  readonly from: string;
  readonly storedIn: string;
}

/**
 * Tries the mail server that the settings name, or the one that is asked for, and stores it among the secrets. Throws
 * `config/invalid` where it is none or lets nobody in, and `config/secrets`.
 */
export async function storeMailServer(
  house: House,
  ask: { readonly url: () => Promise<string>; readonly from: () => Promise<string> },
): Promise<StoredMailServer> {
  const server = house.settings.mail ?? (await askedServer(ask));
  house.journal().protect(server.url);
  const tried = await tryMailServer(server);
  if (tried.kind === "failed") {
    throw unusable(`The mail server cannot be used (${tried.reason}).`, `Set SMTP_URL to ${mailServerForm}.`);
  }
  const store = await openSecretStore(house.folder, house.settings.keychain);
  const text = JSON.stringify({ url: server.url.reveal(), from: server.from });
  await store.set(secretName, new Secret(text));
  return { from: server.from, storedIn: store.place };
}

async function askedServer(ask: {
  readonly url: () => Promise<string>;
  readonly from: () => Promise<string>;
}): Promise<MailServer> {
  const url = await ask.url();
  if (!isMailServerUrl(url)) throw unusable("That is no address of a mail server.", `Write ${mailServerForm}.`);
  const from = await ask.from();
  return mailServer(url, from === "" ? undefined : from);
}

/** Forgets the stored mail server. */
export async function forgetMailServer(house: House): Promise<void> {
  await (await openSecretStore(house.folder, house.settings.keychain)).delete(secretName);
}
