import type { CredentialOwner } from "../org/read-credential-owner.ts";
import { readTokenFacts } from "../org/read-token-facts.ts";
import { isOldToken, replaceToken, sayTokenAge } from "../org/token-age.ts";
import type { Examined } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

/** Says how old the API token in use is. */
export async function examineToken({ house, client, signal }: OrgVisit, owner: CredentialOwner): Promise<Examined> {
  const token = await readTokenFacts(client, owner.id, signal);
  if (token === undefined) {
    return {
      state: "poor",
      found: "How old it is cannot be read.",
      help: "Only a role that may see API tokens is told; look under Security > API > Tokens, and replace one that is old.",
    };
  }
  const found = `${sayTokenAge(token, Date.now())}.`;
  return isOldToken(token, house.settings.tokenDays, Date.now())
    ? { state: "poor", found, help: replaceToken }
    : { state: "good", found };
}
