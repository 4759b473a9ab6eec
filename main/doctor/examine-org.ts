import { isFailure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import type { ConfiguredOrg } from "../org/connected-org.ts";
import type { CredentialOwner } from "../org/read-credential-owner.ts";
import { type DoctorLine, look } from "./doctor-line.ts";
import { examineClock } from "./examine-clock.ts";
import { examineCredential, readOwner } from "./examine-credential.ts";
import { examineGrants } from "./examine-grants.ts";
import { examineReach } from "./examine-reach.ts";
import { examineLimits, examineReads } from "./examine-reads.ts";
import { examineSchema } from "./examine-schema.ts";
import { beginVisit, type OrgVisit } from "./org-visit.ts";

const noOrg: DoctorLine = {
  subject: "org",
  state: "poor",
  found: "No org is configured.",
  help: "Set OKTA_DOMAIN and OKTA_API_TOKEN, or run attest org add. The demo needs none.",
};

async function examineInside(visit: OrgVisit, owner: CredentialOwner): Promise<readonly DoctorLine[]> {
  return [
    ...(await examineGrants(visit, owner)),
    await look("reads", () => examineReads(visit)),
    await look("schema", () => examineSchema(visit)),
    await look("limits", () => examineLimits(visit.exchanges)),
  ];
}

async function visitOrg(visit: OrgVisit): Promise<readonly DoctorLine[]> {
  const reach = await examineReach(visit);
  if (!reach.isReached) return reach.lines;
  let owner: CredentialOwner | undefined;
  const credential = await look("credential", async () => {
    owner = await readOwner(visit);
    return examineCredential(visit, owner);
  });
  // With a credential that is not taken, all else would fail for the same reason.
  const inside = owner === undefined ? [] : await examineInside(visit, owner);
  return [...reach.lines, credential, ...inside, await look("clock", () => examineClock(visit.exchanges))];
}

/** A line for a failure that ends the look at the org. */
function brokenAs(subject: string, error: unknown): readonly DoctorLine[] {
  if (!isFailure(error)) throw error;
  return [{ subject, state: "broken", found: error.text.found, help: error.text.help, code: error.code }];
}

/** Looks at the org in use: whether it answers, and what the credential sees of it. */
export async function examineOrg(house: House, signal: AbortSignal): Promise<readonly DoctorLine[]> {
  let org: ConfiguredOrg | undefined;
  try {
    org = await house.findOrg();
  } catch (error) {
    return brokenAs("org", error);
  }
  if (org === undefined) return [noOrg];
  let visit: OrgVisit;
  try {
    visit = beginVisit(house, org, signal);
  } catch (error) {
    return brokenAs("credential", error);
  }
  try {
    return await visitOrg(visit);
  } finally {
    visit.client.close();
  }
}
