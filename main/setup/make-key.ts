import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../terms/failure.ts";

/** The public half of a key, as Okta takes it. */
export interface PublicKey {
  readonly kty: "RSA";
  readonly kid: string;
  readonly n: string;
  readonly e: string;
}

function notWritten(path: string, error: unknown): Failure<"config/invalid"> {
  const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
  return new Failure(
    "config/invalid",
    { setting: path, expected: "a file that is not there yet, in a folder that can be written" },
    {
      found: exists ? `There is a file ${path} already.` : `${path} cannot be written.`,
      why: exists
        ? "It may be a key that is in use, so it was left as it is."
        : "A key that is not kept is of no use, so none was made.",
      help: "Name another file.",
    },
    error,
  );
}

/**
 * Makes a key for a service app (RSA, which every way of adding one takes): the private half into a new file of its owner's alone, as PKCS #8, and never anywhere
 * else; gives the public half. Throws `config/invalid` where the file is there already or cannot be written.
 */
export function makeKey(file: string, kid: string): PublicKey {
  const path = resolve(file);
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 3072 });
  try {
    writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }), { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw notWritten(path, error);
  }
  const { n = "", e = "" } = publicKey.export({ format: "jwk" });
  return { kty: "RSA", kid, n, e };
}
