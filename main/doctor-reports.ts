import { openLibrary } from "../reports/library.ts";
import { listStarterReports } from "../reports/starter-reports.ts";
import { type DoctorLine, look } from "./doctor/doctor-line.ts";
import { readOwner } from "./doctor/examine-credential.ts";
import { examineReach } from "./doctor/examine-reach.ts";
import { judgeReport } from "./doctor/judge-report.ts";
import { beginVisit, type OrgVisit } from "./doctor/org-visit.ts";
import type { House } from "./house.ts";
import { readRoles } from "./org/read-roles.ts";
import { savedReport, starterReport, type NamedReport } from "./report/named-report.ts";
import { needsOf, scopesOf } from "./report/report-needs.ts";

/** What can be said of the reports, a line each; the org's own line where it or the credential is in their way. */
export interface ReportsLooked {
  readonly kind: "reports" | "org";
  readonly lines: readonly DoctorLine[];
}

async function allReports(house: House): Promise<readonly NamedReport[]> {
  const saved = (await openLibrary(house.folder).list()).reports.map(savedReport);
  const names = new Set(saved.map((one) => one.name));
  const starters = [...(await listStarterReports()), ...(await listStarterReports("stig"))].map(starterReport);
  return [...saved, ...starters.filter((one) => !names.has(one.name))].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function judgeAll(visit: OrgVisit): Promise<ReportsLooked> {
  const { house, org, client, signal } = visit;
  const reach = await examineReach(visit);
  if (!reach.isReached) return { kind: "org", lines: reach.lines };
  const credential = await look("credential", async () => {
    await readOwner(visit);
    return { state: "good", found: "" };
  });
  if (credential.state === "broken") return { kind: "org", lines: [credential] };
  const [roles, needs] = await Promise.all([
    readRoles(client, org.credential, signal),
    needsOf(house, await allReports(house)),
  ]);
  const missingScopes = await client.missingScopes(scopesOf(needs));
  const power = { engine: reach.engine, roles, missingScopes };
  return { kind: "reports", lines: needs.map((one) => judgeReport(one, power)) };
}

/**
 * Says of every report, saved or starter, whether the credential in use can run it, and why not. Runs none of them. Throws
 * `config/…` where no org is configured.
 */
export async function doctorReports(house: House, signal: AbortSignal): Promise<ReportsLooked> {
  const visit = beginVisit(house, await house.org(), signal);
  try {
    return await judgeAll(visit);
  } finally {
    visit.client.close();
  }
}
