import type { Checked } from "../../executor/check/checker.ts";
import type { InputTable } from "../../terms/input-table.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import { readInputTables } from "./input-tables.ts";
import { applyParameters } from "./parameters.ts";

/** What a snippet is run with. */
export interface GivenValues {
  readonly parameters: ParameterValues;
  /** The files that it is given, in the order in which they are declared. */
  readonly tables: readonly InputTable[];
}

/**
 * The values and files of a snippet's parameters: its defaults, those that a report saved in their place, and what the operator
 * typed. Throws as `applyParameters` and `readInputTables` do.
 */
export async function givenValues(
  checked: Pick<Checked, "parameters" | "tables">,
  saved: ParameterValues | undefined,
  typed: Readonly<Record<string, string>>,
): Promise<GivenValues> {
  const parameters = applyParameters({ ...checked.parameters, ...saved }, typed, Object.keys(checked.tables));
  return { parameters, tables: await readInputTables(checked.tables, typed) };
}
