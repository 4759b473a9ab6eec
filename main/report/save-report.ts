import type { KeptRun } from "../../audit/runs/runs.ts";
import { openLibrary } from "../../reports/library.ts";
import type { ReportVersion } from "../../reports/report.ts";
import { currentVersion } from "../../reports/report.ts";
import { Failure } from "../../terms/failure.ts";
import type { Finding } from "../../terms/finding.ts";
import type { House } from "../house.ts";
import { runNamed } from "../run/run-named.ts";
import { writeVersion } from "./write-version.ts";

/** What is to be saved, and as what. */
export interface ReportToSave {
  readonly name: string;
  readonly run: string;
  /** In place of the run's own question. */
  readonly question?: string | undefined;
  readonly area?: string | undefined;
  /** Undefined: the column `id` where there is one. */
  readonly keyColumns?: readonly string[] | undefined;
}

/** A version that was saved, or why it was not. */
export type SaveResult =
  | { readonly kind: "saved"; readonly name: string; readonly version: ReportVersion }
  | { readonly kind: "unchanged"; readonly name: string; readonly version: ReportVersion }
  | { readonly kind: "findings"; readonly findings: readonly Finding[]; readonly source: string };

function assertAnswered({ run, ending }: KeptRun): void {
  if (ending?.outcome === "answered" || ending?.outcome === "empty") return;
  throw new Failure(
    "journal/not-found",
    { what: "run to save", name: run },
    {
      found: `The run ${run} gave no answer (${ending?.outcome ?? "it has not ended"}).`,
      why: "A report is a snippet that has proved good.",
      help: "Save a run that was answered: attest journal list shows them.",
    },
  );
}

/**
 * Saves the snippet of a run as a report, with the values that it was run with. Throws `journal/not-found`, `library/exists`, and
 * `config/invalid` for a name or key that cannot be.
 */
export async function saveReport(house: House, toSave: ReportToSave): Promise<SaveResult> {
  const kept = runNamed(house, toSave.run);
  assertAnswered(kept);
  const { source, review, parameters, question } = kept.beginning;
  const columns = review.columns.map((one) => one.name);
  const written = await writeVersion(house, {
    how: "saved",
    run: kept.run,
    source,
    parameters,
    question: toSave.question ?? question,
    area: toSave.area,
    keyColumns: toSave.keyColumns ?? columns.filter((one) => one === "id"),
    definitions: review.definitions,
  });
  if (written.kind === "findings") return { ...written, source };
  const { name } = toSave;
  const version = currentVersion(await openLibrary(house.folder).create(name, written.version));
  await house.journal().runs.countAsRunOf(kept.run, { name, version: version.number });
  return { kind: "saved", name, version };
}
