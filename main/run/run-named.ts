import type { KeptRun } from "../../audit/runs/runs.ts";
import type { House } from "../house.ts";

/** How far back `last` looks for a run that an operator asked for. */
const lookBack = 200;

const isAsked = ({ beginning, importedAt }: KeptRun): boolean =>
  beginning.planner !== "look-up" && importedAt === undefined;

/**
 * The run with that id, the beginning or end of one, or `last`: the newest that an operator asked for here, which no built-in
 * look-up is and no run out of a file. Throws `journal/not-found`.
 */
export function runNamed(house: House, name: string): KeptRun {
  const journal = house.journal();
  if (name !== "last") return journal.runs.get(name);
  // The newest is the one, as a rule: two hundred are read where it is not.
  const newest = journal.runs.list({ limit: 1 }).find(isAsked) ?? journal.runs.list({ limit: lookBack }).find(isAsked);
  return newest ?? journal.runs.get("last");
}
