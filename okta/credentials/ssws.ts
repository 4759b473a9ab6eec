import { inspect } from "node:util";
import { Failure } from "../../terms/failure.ts";
import type { Secret } from "../../terms/secret.ts";
import type { Credential } from "./credential.ts";
import { removedCredential } from "./removed-credential.ts";

/** An API token, as Okta makes them under Security > API. Throws `config/invalid` for a text that can be no header value. */
export function createSswsCredential(token: Secret): Credential {
  const value = token
    .reveal()
    .trim()
    .replace(/^SSWS\s+/i, "");
  if (!/^[\x21-\x7e]{6,}$/.test(value)) {
    throw new Failure(
      "config/invalid",
      { setting: "OKTA_API_TOKEN", expected: "an API token: one line of letters, digits, dash and underscore" },
      {
        found: "OKTA_API_TOKEN is no API token.",
        why: "It is empty, too short, or holds blanks or line breaks, so Okta would refuse it.",
        help: "Make a token under Security > API > Tokens and copy it whole.",
      },
    );
  }
  const authorization = `SSWS ${value}`;
  const credential: Credential & { toJSON(): string; [inspect.custom](): string } = {
    kind: "SSWS",
    authorise(headers) {
      headers["authorization"] = authorization;
      return undefined;
    },
    renew: () => undefined,
    redact: (text) => text.replaceAll(value, removedCredential),
    toJSON: () => removedCredential,
    [inspect.custom]: () => `SSWS ${removedCredential}`,
  };
  return Object.freeze(credential);
}
