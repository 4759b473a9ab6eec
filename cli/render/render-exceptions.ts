import Table from "cli-table3";
import type { ExceptionList } from "../../main/report/list-exceptions.ts";
import { safeText } from "./safe-text.ts";

const changeWords = { accepted: "accepted", removed: "taken away", replaced: "taken from a file" } as const;
const shownChanges = 5;

/** The exceptions of a report as a table, and what became of them lately. */
export function renderExceptions({ report, keyColumns, exceptions, changes }: ExceptionList): string {
  const head = [...keyColumns, "owner", "ticket", "expires", "reason", "by"];
  const table = new Table({ head: head.map(safeText), style: { head: [], border: [], compact: true } });
  for (const { key, owner, ticket, expires, reason, by, holds } of exceptions) {
    const cells = [...keyColumns.map((column) => key[column] ?? ""), owner, ticket];
    table.push([...cells, holds ? expires : `${expires} ENDED`, reason ?? "", by].map(safeText));
  }
  return [
    exceptions.length === 0 ? `No exception is accepted for ${report} in this org.` : table.toString(),
    ...changes
      .slice(0, shownChanges)
      .map((one) => `  ${one.at}: ${one.count} ${changeWords[one.change]} by ${safeText(one.operator)}`),
  ].join("\n");
}
