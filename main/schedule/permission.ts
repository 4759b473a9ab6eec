import { resolve } from "node:path";
import { listStarterReports, type Pack } from "../../reports/starter-reports.ts";
import type { Finding } from "../../terms/finding.ts";
import type { DeclaredTables } from "../../terms/input-table.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { schemaForRun } from "../org/schema-for-run.ts";
import { getNamedReport, type NamedReport } from "../report/named-report.ts";
import { packColumns, packKey } from "../report/run-pack.ts";
import { decide } from "../run/decide.ts";
import { givenValues } from "../run/given-values.ts";

/** Values of parameters as the operator typed them. */
type Typed = Readonly<Record<string, string>>;

/** Why something may not be scheduled: a schedule runs nothing that was not approved. */
export type NotPermitted =
  | { readonly kind: "findings"; readonly findings: readonly Finding[]; readonly source: string }
  | {
      readonly kind: "waiting";
      readonly why: "no-terminal" | "refused" | "policy";
      readonly rendered: string;
      /** What is to be approved. */
      readonly reviewHashes: readonly string[];
    };

/** That something may be scheduled, and what its answers are like. */
export interface Permitted {
  readonly kind: "approved";
  readonly parameters: Typed;
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
}

/** The values as they mean the same in whichever folder they are used: of files the whole path. */
function wherever(typed: Typed, tables: DeclaredTables): Typed {
  const entries = Object.entries(typed);
  return Object.fromEntries(entries.map(([name, text]) => [name, Object.hasOwn(tables, name) ? resolve(text) : text]));
}

/** Checks a report and its parameters, and asks for its approval where it has none yet. */
export async function permitReport(
  house: House,
  report: NamedReport,
  typed: Typed,
  front: Front,
): Promise<Permitted | NotPermitted> {
  const { source, definitions, question, keyColumns } = report;
  const org = await house.org();
  const result = await house.checker().check(source, { orgSchema: await schemaForRun(house, front), definitions });
  if (result.kind === "findings") return { kind: "findings", findings: result.findings, source };
  const { checked } = result;
  const { review } = checked;
  const given = await givenValues(checked, report.parameters, typed);
  const kept = { source, review, question, reading: undefined, plan: undefined, planner: "report" } as const;
  await house.journal().snippets.save(kept);
  // A yes that was given unseen does not stand for runs that nobody watches.
  const decided = await decide(
    house,
    { checked, org: org.address.origin, ...given },
    { ...front, yes: false, isScheduled: true },
  );
  if (decided.kind === "approved" && !decided.sampled) {
    const columns = review.columns.map((one) => one.name);
    return { kind: "approved", parameters: wherever(typed, checked.tables), columns, keyColumns };
  }
  const rendered = decided.kind === "waiting" ? decided.rendered : "";
  const why = decided.kind === "waiting" ? decided.why : "refused";
  return { kind: "waiting", why, rendered, reviewHashes: [review.reviewHash] };
}

/** Checks the reports of a pack, and asks for the approval of each that has none yet, until somebody says no. */
export async function permitPack(house: House, pack: Pack, front: Front): Promise<Permitted | NotPermitted> {
  const waiting: Extract<NotPermitted, { readonly kind: "waiting" }>[] = [];
  for (const { name } of await listStarterReports(pack)) {
    const permitted = await permitReport(house, await getNamedReport(house, name), {}, front);
    if (permitted.kind === "findings") return permitted;
    if (permitted.kind === "approved") continue;
    waiting.push(permitted);
    if (permitted.why === "refused") break;
  }
  const [first] = waiting;
  if (first === undefined) return { kind: "approved", parameters: {}, columns: packColumns, keyColumns: packKey };
  return {
    ...first,
    rendered: waiting.map(({ rendered }) => rendered).join("\n\n"),
    reviewHashes: waiting.flatMap(({ reviewHashes }) => reviewHashes),
  };
}
