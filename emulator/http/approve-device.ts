import { z } from "zod";
import type { OAuthOffice } from "../oauth/oauth-office.ts";
import type { Org } from "../org/org.ts";

/** Path on which tests answer for the person in front of a device. No path of Okta's. */
export const approvalPath = "/emulator/devices/approve";

const approval = z.strictObject({
  /** As the device shows it. */
  userCode: z.string(),
  /** Login of who approves; the owner of the first token without it. */
  login: z.string().optional(),
  /** The person says no. */
  deny: z.boolean().optional(),
});

/** Answers a waiting device with a person's yes or no. */
export function answerApproval(
  org: Org,
  oauth: OAuthOffice,
  nowMs: number,
  value: unknown,
): { readonly status: 200 | 400 | 404; readonly text: string } {
  const asked = approval.safeParse(value).data;
  if (asked === undefined) return { status: 400, text: "{ userCode, login?, deny? } is wanted." };
  const person = asked.login === undefined ? 0 : org.personIndex.get(asked.login.toLowerCase());
  if (person === undefined) return { status: 404, text: `Nobody has the login ${asked.login ?? ""}.` };
  const isWaiting = oauth.devices.answer(asked.userCode, asked.deny === true ? "denied" : person, nowMs);
  return isWaiting
    ? { status: 200, text: asked.deny === true ? "denied" : "approved" }
    : { status: 404, text: `No device waits under the code ${asked.userCode}.` };
}
