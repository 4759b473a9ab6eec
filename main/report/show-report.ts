import { isLasting } from "../../terms/approval.ts";
import { renderReview } from "../../executor/check/review/render-review.ts";
import type { Finding } from "../../terms/finding.ts";
import type { DeclaredTables } from "../../terms/input-table.ts";
import type { Review } from "../../terms/review.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import type { House } from "../house.ts";
import { knownCounts } from "../org/known-counts.ts";
import { knownSchema } from "../org/org-schema.ts";
import { type ListedReport, listed } from "./list-reports.ts";
import { getNamedReport, type NamedReport } from "./named-report.ts";

/** A report with its review as of today, or what the check has against it. */
export interface ShownReport {
  readonly report: ListedReport & Pick<NamedReport, "keyColumns" | "source">;
  /** Each with the value that it has where none is given. */
  readonly parameters: ParameterValues;
  /** Parameters that take a file, with the columns that it must have. */
  readonly tables: DeclaredTables;
  readonly findings: readonly Finding[];
  readonly review: Review | null;
  /** The review as text. */
  readonly rendered: string | null;
  /** Whether it would run on the org in use without asking. */
  readonly approved: boolean;
}

/** A report and its review. Sends nothing. Throws `library/not-found`. */
export async function showReport(house: House, name: string): Promise<ShownReport> {
  const report = await getNamedReport(house, name);
  const org = await house.findOrg();
  const orgSchema = knownSchema(house.folder, org?.address.origin);
  const { source, keyColumns, definitions } = report;
  const shown = { ...listed(report), keyColumns, source };
  const counts = await knownCounts(house.folder, org?.address.origin);
  const result = await house.checker().check(source, { orgSchema, definitions, knownCounts: counts });
  if (result.kind === "findings") {
    const { findings } = result;
    return {
      report: shown,
      parameters: report.parameters,
      tables: {},
      findings,
      review: null,
      rendered: null,
      approved: false,
    };
  }
  const { review } = result.checked;
  const approval =
    org === undefined ? undefined : house.journal().approvals.find(review.reviewHash, org.address.origin);
  return {
    report: shown,
    parameters: { ...result.checked.parameters, ...report.parameters },
    tables: result.checked.tables,
    findings: [],
    review,
    rendered: renderReview(review),
    approved: approval !== undefined && isLasting(approval),
  };
}
