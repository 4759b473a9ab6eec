import { type DeliveryMessage, shownTable } from "./delivery-message.ts";
import { plainTable, sayLeft } from "./plain-table.ts";

/** What Slack takes, in characters. */
const mostHeading = 150;
const mostText = 3000;
const mostTable = 2600;

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Slack reads `<!channel>` and `<https://…|words>` in a text: what an org's names would mean there is written as it stands. */
function inert(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Text that Slack shows as it stands: no link, no mention, no emoji. */
function plainText(text: string, most: number): object {
  return { type: "plain_text", text: cut(text, most), emoji: false };
}

function tableBlocks(message: DeliveryMessage): readonly object[] {
  const table = shownTable(message);
  if (table === undefined || table.rows.length === 0) return [];
  const { lines, left } = plainTable(table, mostTable);
  // A back quote would end the block in which nothing is read as Slack's own.
  const text = inert(lines.join("\n").replaceAll("`", "'"));
  return [
    { type: "section", text: { type: "mrkdwn", text: `\`\`\`${cut(text, mostText - 6)}\`\`\``, verbatim: true } },
    ...sayLeft(left).map((line) => ({ type: "context", elements: [plainText(line, mostText)] })),
  ];
}

/** A message as Slack's incoming webhooks take it. Nothing of the org's texts is a mention, a link or an order in it. */
export function slackMessage(message: DeliveryMessage): object {
  const lines = message.lines.join("\n");
  return {
    text: inert(message.title),
    blocks: [
      { type: "header", text: plainText(message.title, mostHeading) },
      ...(lines === "" ? [] : [{ type: "section", text: plainText(lines, mostText) }]),
      ...tableBlocks(message),
    ],
  };
}
