import { join } from "node:path";
import { z } from "zod";
import { openKeptFile } from "../../library/kept-file.ts";
import { hashText } from "../../terms/snippet.ts";
import { alertingClient } from "../alerts/alerting-client.ts";
import type { House } from "../house.ts";
import type { ConfiguredOrg } from "./connected-org.ts";
import { readCredentialOwner } from "./read-credential-owner.ts";
import { readTokenFacts, type TokenFacts } from "./read-token-facts.ts";

/** Facts that the org did not tell are asked for again after this time; those that it told do not change. */
const askAgainMs = 24 * 3_600_000;
/** Tokens that are remembered; those that were replaced drop out. */
const mostTokens = 50;

const shape = z.record(
  z.string(),
  z.object({ readAt: z.string(), facts: z.object({ name: z.string(), createdAt: z.string() }).nullable() }),
);

/**
 * What the org tells of the API token in use: read once for each token and kept in the data folder, where a part of its hash names
 * it. Undefined for another credential, and where the org does not tell. Throws what the org answered, and `library/…`.
 */
export async function knownToken(
  house: House,
  org: ConfiguredOrg,
  signal: AbortSignal,
  nowMs: number,
): Promise<TokenFacts | undefined> {
  if (org.credential.kind !== "token") return undefined;
  const key = hashText(`${org.address.origin} ${org.credential.token.reveal()}`).slice(0, 16);
  const file = openKeptFile({ path: join(house.folder, "tokens.json"), kind: "tokens", version: 1, shape });
  const kept = (await file.read())?.[key];
  if (kept !== undefined && (kept.facts !== null || nowMs - Date.parse(kept.readAt) < askAgainMs)) {
    return kept.facts ?? undefined;
  }
  const client = alertingClient(house, org, "attest");
  try {
    const owner = await readCredentialOwner(client, signal);
    const facts = await readTokenFacts(client, owner.id, signal);
    const read = { readAt: new Date(nowMs).toISOString(), facts: facts ?? null };
    await file.change((known = {}) =>
      Object.fromEntries(
        [...Object.entries(known).filter(([one]) => one !== key), [key, read] as const].slice(-mostTokens),
      ),
    );
    return facts;
  } finally {
    client.close();
  }
}
