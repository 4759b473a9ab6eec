import { readFileSync, statSync, type Stats } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";

/** The OAuth app of the org that Attest signs in as. */
export interface AppSettings {
  readonly clientId: string;
  /** PEM or JWK of a service app; undefined for a native app, through which a person signs in. */
  readonly privateKey: Secret | undefined;
  /** The key's name in the org. */
  readonly keyId: string | undefined;
  /** Prove possession of a key from the first request on. */
  readonly dpop: boolean;
}

/** The variables that say so, as given. */
export interface AppVariables {
  readonly OKTA_API_TOKEN?: string | undefined;
  readonly OKTA_CLIENT_ID?: string | undefined;
  readonly OKTA_PRIVATE_KEY?: string | undefined;
  readonly OKTA_PRIVATE_KEY_FILE?: string | undefined;
  readonly OKTA_KEY_ID?: string | undefined;
  readonly OKTA_DPOP?: boolean | undefined;
}

/** Permission bits of everyone but the owner. */
const othersMode = 0o077;
const mostKeyBytes = 100_000;

function keyFileFailure(found: string, help: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "OKTA_PRIVATE_KEY_FILE", expected: "a file with a private key that only its owner can read" },
    { found, why: "Whoever has the key is the service app, so nothing was sent.", help },
  );
}

function readKeyFile(path: string, folder: string): Secret {
  const whole = resolve(folder, path);
  let stats: Stats;
  try {
    stats = statSync(whole);
  } catch {
    throw keyFileFailure(
      `There is no key file ${whole}.`,
      "Set OKTA_PRIVATE_KEY_FILE to the file with the private key.",
    );
  }
  if (!stats.isFile() || stats.size > mostKeyBytes) {
    throw keyFileFailure(`${whole} is no key file.`, "Set OKTA_PRIVATE_KEY_FILE to the file with the private key.");
  }
  // Windows has no such bits: what it reports there says nothing about who may read.
  if (process.platform !== "win32" && (stats.mode & othersMode) !== 0) {
    const mode = (stats.mode & 0o777).toString(8).padStart(4, "0");
    throw keyFileFailure(`${whole} can be used by others than its owner (mode ${mode}).`, `Run: chmod 600 ${whole}`);
  }
  try {
    return new Secret(readFileSync(whole, "utf8"));
  } catch {
    throw keyFileFailure(`${whole} cannot be read.`, "Make yourself its owner.");
  }
}

function conflict(one: string, other: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: one, expected: `nothing where ${other} is set` },
    {
      found: `${one} and ${other} are both set.`,
      why: "They are two ways to say one thing, and Attest does not guess which is meant.",
      help: `Take one of them out of the environment and .env.`,
    },
  );
}

/**
 * The app that the variables name; undefined where they name none. Throws `config/invalid` for two credentials at once, for a key
 * without its app, and for a key file that others can read.
 */
export function appSettings(values: AppVariables, folder: string): AppSettings | undefined {
  const { OKTA_CLIENT_ID: clientId, OKTA_PRIVATE_KEY: key, OKTA_PRIVATE_KEY_FILE: file } = values;
  if (key !== undefined && file !== undefined) throw conflict("OKTA_PRIVATE_KEY", "OKTA_PRIVATE_KEY_FILE");
  if (clientId === undefined) {
    if (key === undefined && file === undefined) return undefined;
    const setting = key === undefined ? "OKTA_PRIVATE_KEY_FILE" : "OKTA_PRIVATE_KEY";
    throw new Failure(
      "config/missing",
      { setting: "OKTA_CLIENT_ID" },
      {
        found: `${setting} is set, but OKTA_CLIENT_ID is not.`,
        why: "The key belongs to a service app, and Okta has to be told which.",
        help: "Set OKTA_CLIENT_ID to the client id of the service app.",
      },
    );
  }
  if (values.OKTA_API_TOKEN !== undefined) throw conflict("OKTA_API_TOKEN", "OKTA_CLIENT_ID");
  const fromFile = file === undefined ? undefined : readKeyFile(file, folder);
  return {
    clientId,
    privateKey: key === undefined ? fromFile : new Secret(key),
    keyId: values.OKTA_KEY_ID,
    dpop: values.OKTA_DPOP ?? false,
  };
}
