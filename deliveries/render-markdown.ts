import type { Row } from "../terms/cell.ts";
import { cellText } from "./cell-text.ts";

function markdownCell(text: string): string {
  return text.replaceAll(/[\s\p{C}]+/gu, " ").replaceAll(/[\\`*_[\]<>()#!|~&]/g, String.raw`\$&`);
}

/** Rows as a Markdown table. What an org's texts would mean in Markdown is escaped. */
export function renderMarkdown(columns: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(" | ")} |`;
  return [
    line(columns),
    `| ${columns.map(() => "---").join(" | ")} |`,
    ...rows.map((row) => line(columns.map((column) => cellText(row[column] ?? null)))),
    "",
  ].join("\n");
}
