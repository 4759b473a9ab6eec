import { openLibrary } from "../../reports/library.ts";
import { listStarterReports } from "../../reports/starter-reports.ts";
import { questionKey } from "../../planner/phrasebook/question-key.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { definitionsOfOrg } from "../definition/definitions-of-org.ts";
import type { House } from "../house.ts";
import { type NamedReport, savedReport, starterReport } from "./named-report.ts";

/** The report that answers the same question: one of the operator's own before one that comes with Attest. */
export async function findSameQuestion(
  house: House,
  question: string,
  orgSchema: OrgSchema,
): Promise<NamedReport | undefined> {
  const context = { clock: new Date().toISOString(), orgSchema, definitions: await definitionsOfOrg(house) };
  const wanted = questionKey(question, context);
  const asksTheSame = (one: NamedReport): boolean =>
    one.question !== undefined && questionKey(one.question, context) === wanted;
  const saved = (await openLibrary(house.folder).list()).reports.map(savedReport);
  return saved.find(asksTheSame) ?? (await listStarterReports()).map(starterReport).find(asksTheSame);
}
