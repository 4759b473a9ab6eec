import { type DeliveryMessage, shownTable } from "./delivery-message.ts";
import { plainTable, sayLeft } from "./plain-table.ts";

const mostTable = 8000;

/** A message as plain text, for a mail or a file: title, lines, and the first rows. */
export function textMessage(message: DeliveryMessage): string {
  const { title, lines } = message;
  const table = shownTable(message);
  const shown = table === undefined || table.rows.length === 0 ? undefined : plainTable(table, mostTable);
  const rows = shown === undefined ? [] : ["", ...shown.lines, ...sayLeft(shown.left)];
  return `${[title, "", ...lines, ...rows].join("\n")}\n`;
}
