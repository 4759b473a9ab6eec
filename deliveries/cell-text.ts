import { type Cell, isUnknownCell } from "../terms/cell.ts";

/** A cell as text: nothing for null, "(not known)" where its read failed, a list with commas. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return isUnknownCell(cell) ? "(not known)" : cell.join(", ");
  return String(cell);
}
