import type { CredentialOwner } from "../org/read-credential-owner.ts";
import { readTokenFacts } from "../org/read-token-facts.ts";
import type { Examined } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

const dayMs = 86_400_000;
/** Days after which an API token should be replaced. */
const oldAfterDays = 30;

/** Says how old the API token in use is. */
export async function examineToken({ client, signal }: OrgVisit, owner: CredentialOwner): Promise<Examined> {
  const token = await readTokenFacts(client, owner.id, signal);
  if (token === undefined) {
    return {
      state: "poor",
      found: "How old it is cannot be read.",
      help: "Only a role that may see API tokens is told; look under Security > API > Tokens, and replace one that is old.",
    };
  }
  const days = Math.floor((Date.now() - Date.parse(token.createdAt)) / dayMs);
  const found = `"${token.name}" was made ${days} days ago, on ${token.createdAt.slice(0, 10)}.`;
  return days < oldAfterDays
    ? { state: "good", found }
    : {
        state: "poor",
        found,
        help: "Make a new one and revoke it: whoever has a copy can use it until then. A service app needs no such token: attest setup.",
      };
}
