import { z } from "zod";
import type { OktaClient } from "../../okta/client.ts";

/** What an org tells of an API token. */
export interface TokenFacts {
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

const tokensShape = z.array(
  z.object({ name: z.string(), userId: z.string(), created: z.string(), expiresAt: z.string().nullish() }),
);

/** Tokens that were used within this time of each other cannot be told apart by their use. */
const sameUseMs = 5 * 60_000;

/**
 * What the org tells of the API token in use. Okta does not say which of its owner's tokens that is: it is the one that was used
 * last, since every use moves the end of a token; where several were, the oldest of them. Undefined where tokens cannot be read.
 */
export async function readTokenFacts(
  client: OktaClient,
  ownerId: string,
  signal: AbortSignal,
): Promise<TokenFacts | undefined> {
  const read = await client.read({ operationId: "listApiTokens", parameters: {} }, signal);
  if (read.kind !== "response") return undefined;
  const own = tokensShape.safeParse(read.body).data?.filter((token) => token.userId === ownerId) ?? [];
  const endOf = (token: { readonly expiresAt?: string | null | undefined }): number =>
    Date.parse(token.expiresAt ?? "") || 0;
  const lastEnd = Math.max(...own.map(endOf));
  const [oldest] = own
    .filter((token) => endOf(token) >= lastEnd - sameUseMs)
    .toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created));
  return oldest === undefined ? undefined : { name: oldest.name, createdAt: oldest.created };
}
