import type { NewVersion } from "../../reports/library.ts";
import type { VersionOrigin } from "../../reports/report.ts";
import type { ReportText } from "../../reports/report-text.ts";
import { Failure } from "../../terms/failure.ts";
import type { Finding } from "../../terms/finding.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import type { House } from "../house.ts";
import { knownSchema } from "../org/org-schema.ts";
import { acceptedReview } from "./accept-report.ts";

/** A report that is to become a version. */
export interface Draft extends ReportText {
  readonly how: VersionOrigin;
  readonly run?: string | undefined;
}

/** A checked version, or what the check has against the draft. */
export type WrittenVersion =
  | { readonly kind: "version"; readonly version: NewVersion }
  | { readonly kind: "findings"; readonly findings: readonly Finding[] };

function unknownColumn(name: string, columns: readonly string[]): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "the report's key", expected: `of ${columns.join(", ")}` },
    {
      found: `The report's key names the column ${name}, which its rows do not have.`,
      why: "Two runs are compared by these columns.",
      help: `Name some of ${columns.join(", ")}.`,
    },
  );
}

function differing(values: ParameterValues, defaults: ParameterValues): ParameterValues {
  const known = Object.entries(values).filter(([name]) => Object.hasOwn(defaults, name));
  return Object.fromEntries(known.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name])));
}

/** Checks a draft and makes the version that the library keeps. Throws `config/invalid` for a key that is no column. */
export async function writeVersion(house: House, draft: Draft): Promise<WrittenVersion> {
  const org = await house.findOrg();
  const orgSchema = knownSchema(house.folder, org?.address.origin);
  const { source, definitions, keyColumns, parameters, how, run, question, area } = draft;
  const result = await house.checker().check(source, { orgSchema, definitions });
  if (result.kind === "findings") return result;
  const { checked } = result;
  const columns = checked.review.columns.map((one) => one.name);
  const unknown = keyColumns.find((one) => !columns.includes(one));
  if (unknown !== undefined) throw unknownColumn(unknown, columns);
  const review = await acceptedReview(checked);
  const { at, by } = review;
  const text = { source, question, area, keyColumns, definitions };
  const version = { how, run, at, by, ...text, parameters: differing(parameters, checked.parameters) };
  await house.journal().snippets.save({
    source,
    review: checked.review,
    question,
    reading: undefined,
    plan: undefined,
    planner: "report",
  });
  return { kind: "version", version: { ...version, reviews: [review] } };
}
