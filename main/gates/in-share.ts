import { hashText } from "../../terms/snippet.ts";

/** Whether an operator is among that percent of all operators: the same answer each time, for each gate another selection. */
export function isInShare(gate: string, operator: string, percent: number): boolean {
  const point = Number.parseInt(hashText(`${gate}\n${operator}`).slice(0, 12), 16) / 16 ** 12;
  return point * 100 < percent;
}
