import type { Finding } from "../terms/finding.ts";
import type { House } from "./house.ts";
import { schemaOfRun } from "./run/schema-of-run.ts";
import type { ReplayReport } from "./replay-report.ts";
import { checkAgain } from "./run/check-again.ts";
import { replayChecked } from "./run/replay-checked.ts";
import { runNamed } from "./run/run-named.ts";

/** What a replay came to: its report, or findings of the edited snippet. */
export type ReplayResult =
  | { readonly kind: "findings"; readonly findings: readonly Finding[] }
  | { readonly kind: "report"; readonly report: ReplayReport };

/** Runs a kept run again from the journal alone, as it was or with an edited snippet. Sends nothing. */
export async function replay(house: House, name: string, changed: string | undefined): Promise<ReplayResult> {
  const kept = runNamed(house, name);
  const again =
    changed === undefined
      ? await checkAgain(house, kept)
      : await house.checker().check(changed, { orgSchema: schemaOfRun(house, kept) });
  if (again.kind === "findings") return again;
  return { kind: "report", report: await replayChecked(house, kept, again.checked) };
}
