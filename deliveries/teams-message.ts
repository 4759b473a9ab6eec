import { cellText } from "./cell-text.ts";
import { type DeliveryMessage, type MessageTable, shownTable } from "./delivery-message.ts";
import { sayLeft } from "./plain-table.ts";

/** Teams refuses a message over 28 kB; some room is for what it adds itself. */
const mostBytes = 26_000;
const mostColumns = 8;
const mostRows = 20;
const mostCell = 120;

/** A text block reads Markdown, a run of text does not: an org's names stand as they are. */
function text(value: string, style: object = {}): object {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text: value === "" ? " " : value, ...style }] };
}

function cut(value: string): string {
  return value.length > mostCell ? `${value.slice(0, mostCell - 1)}…` : value;
}

function tableOf({ columns, rows }: MessageTable, count: number): readonly object[] {
  if (count === 0) return [];
  const shown = columns.slice(0, mostColumns);
  const line = (cells: readonly string[], style: object = {}): object => ({
    type: "TableRow",
    cells: cells.map((one) => ({ type: "TableCell", items: [text(cut(one), style)] })),
  });
  return [
    {
      type: "Table",
      firstRowAsHeaders: true,
      columns: shown.map(() => ({ width: 1 })),
      rows: [
        line(shown, { weight: "bolder" }),
        ...rows.slice(0, count).map((row) => line(shown.map((column) => cellText(row[column] ?? null)))),
      ],
    },
    ...(columns.length > shown.length ? [text(`Not shown: ${columns.slice(mostColumns).join(", ")}`)] : []),
  ];
}

function cardWith(message: DeliveryMessage, rows: number): object {
  const { title, lines } = message;
  const table = shownTable(message);
  const body = [
    text(title, { size: "large", weight: "bolder" }),
    ...lines.map((line) => text(line)),
    ...(table === undefined
      ? []
      : [...tableOf(table, rows), ...sayLeft(table.rows.length - rows).map((one) => text(one))]),
  ];
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    msteams: { width: "Full" },
    body,
  };
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
  };
}

/**
 * A message as Teams' webhooks take it: an adaptive card with as many rows as fit. Nothing of the org's texts is Markdown or a
 * mention in it.
 */
export function teamsMessage(message: DeliveryMessage): object {
  let rows = Math.min(mostRows, shownTable(message)?.rows.length ?? 0);
  let card = cardWith(message, rows);
  while (rows > 0 && Buffer.byteLength(JSON.stringify(card)) > mostBytes) {
    rows = Math.floor(rows / 2);
    card = cardWith(message, rows);
  }
  return card;
}
