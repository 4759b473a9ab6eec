import type { House } from "../house.ts";
import type { ConfiguredOrg } from "../org/connected-org.ts";
import { knownToken } from "../org/known-token.ts";
import { isOldToken, replaceToken, sayTokenAge } from "../org/token-age.ts";
import type { Condition } from "./alert.ts";

/** Whether the API token in use is old; nothing where the org does not tell, or where nothing may be looked up. */
export async function tokenAgeConditions(
  house: House,
  org: ConfiguredOrg,
  signal: AbortSignal,
  nowMs: number,
): Promise<readonly Condition[]> {
  if (house.settings.lookUps === "off") return [];
  const token = await knownToken(house, org, signal, nowMs);
  if (token === undefined) return [];
  const text = {
    found: `The API token ${sayTokenAge(token, nowMs)}.`,
    why: "The longer a token lives, the more copies of it there are, and any of them is as good as its owner.",
    help: replaceToken,
  };
  return [
    {
      kind: "token-age",
      org: org.address.origin,
      orgName: org.name,
      about: "",
      text: isOldToken(token, house.settings.tokenDays, nowMs) ? text : undefined,
    },
  ];
}
