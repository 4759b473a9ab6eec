import { findOperation } from "../../registry/catalogue.ts";
import type { ReviewedOperation } from "../../terms/review.ts";
import type { House } from "../house.ts";
import { knownSchema } from "../org/org-schema.ts";
import type { NamedReport } from "./named-report.ts";

/** What a report reads, as its check derives it; undefined where the check has findings and it cannot run at all. */
export interface ReportNeeds {
  readonly name: string;
  readonly operations: readonly ReviewedOperation[] | undefined;
}

/** What each of these reports reads, by their checks. Sends nothing. */
export async function needsOf(house: House, reports: readonly NamedReport[]): Promise<readonly ReportNeeds[]> {
  const org = await house.findOrg();
  const orgSchema = knownSchema(house.folder, org?.address.origin);
  return Promise.all(
    reports.map(async ({ name, source, definitions }) => {
      const result = await house.checker().check(source, { orgSchema, definitions });
      return { name, operations: result.kind === "findings" ? undefined : result.checked.review.operations };
    }),
  );
}

/** The OAuth scopes that any of them needs, by name. */
export function scopesOf(needs: readonly ReportNeeds[]): readonly string[] {
  const scopes = needs.flatMap(({ operations = [] }) => operations.flatMap((operation) => operation.scopes));
  return [...new Set(scopes)].toSorted();
}

/**
 * The OAuth scopes of the operations that a report calls, without a check of it: no snippet passes the check that reaches an
 * operation in another way than by its name on `okta`.
 */
export function scopesNamedIn(source: string): readonly string[] {
  const names = [...source.matchAll(/\bokta\s*[.]\s*(\w+)\s*\(/g)].flatMap((match) => match[1] ?? []);
  return [...new Set(names.flatMap((name) => findOperation(name)?.scopes ?? []))].toSorted();
}
