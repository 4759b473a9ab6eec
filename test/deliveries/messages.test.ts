import { expect, test } from "vitest";
import type { DeliveryMessage } from "../../deliveries/delivery-message.ts";
import { slackMessage } from "../../deliveries/slack-message.ts";
import { teamsMessage } from "../../deliveries/teams-message.ts";
import { textMessage } from "../../deliveries/text-message.ts";
import { webhookMessage } from "../../deliveries/webhook-message.ts";

const hostile: DeliveryMessage = {
  title: "Users: 2 rows <!channel>",
  lines: ["Mind: *this* [link](https://evil.example) <@U123>"],
  facts: { outcome: "answered", count: 2 },
  table: {
    columns: ["login", "note"],
    rows: [
      { login: "a@acme.com", note: "<!here> `` [x](https://evil.example)" },
      { login: "b@acme.com", note: null },
    ],
  },
  differences: undefined,
};
const declined: DeliveryMessage = {
  title: "DECLINED: Users",
  lines: ["There is no group of that name."],
  facts: { outcome: "declined", count: null },
  table: undefined,
  differences: undefined,
};

test("Slack gets plain text, and rows in a block that nothing of theirs can leave: no mention, no link", () => {
  expect(slackMessage(hostile)).toEqual({
    text: "Users: 2 rows &lt;!channel&gt;",
    blocks: [
      { type: "header", text: { type: "plain_text", text: "Users: 2 rows <!channel>", emoji: false } },
      {
        type: "section",
        text: { type: "plain_text", text: "Mind: *this* [link](https://evil.example) <@U123>", emoji: false },
      },
      {
        type: "section",
        text: {
          type: "mrkdwn",
          text: "```login       note\na@acme.com  &lt;!here&gt; '' [x](https://evil.example)\nb@acme.com```",
          verbatim: true,
        },
      },
    ],
  });
});

test("Teams gets a card of runs of text, which are no Markdown", () => {
  const run = (text: string, style: object = {}): object => ({
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text, ...style }],
  });
  const line = (cells: readonly string[], style: object = {}): object => ({
    type: "TableRow",
    cells: cells.map((one) => ({ type: "TableCell", items: [run(one, style)] })),
  });
  expect(teamsMessage(hostile)).toEqual({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.5",
          msteams: { width: "Full" },
          body: [
            run("Users: 2 rows <!channel>", { size: "large", weight: "bolder" }),
            run("Mind: *this* [link](https://evil.example) <@U123>"),
            {
              type: "Table",
              firstRowAsHeaders: true,
              columns: [{ width: 1 }, { width: 1 }],
              rows: [
                line(["login", "note"], { weight: "bolder" }),
                line(["a@acme.com", "<!here> `` [x](https://evil.example)"]),
                line(["b@acme.com", " "]),
              ],
            },
          ],
        },
      },
    ],
  });
});

test("what is no answer has no table in any form, and says why", () => {
  expect(slackMessage(declined)).toEqual({
    text: "DECLINED: Users",
    blocks: [
      { type: "header", text: { type: "plain_text", text: "DECLINED: Users", emoji: false } },
      { type: "section", text: { type: "plain_text", text: "There is no group of that name.", emoji: false } },
    ],
  });
  expect(JSON.stringify(teamsMessage(declined))).not.toContain('"Table"');
  expect(webhookMessage(declined)).toEqual({
    title: "DECLINED: Users",
    lines: ["There is no group of that name."],
    outcome: "declined",
    count: null,
    columns: null,
    rows: null,
  });
  expect(textMessage(declined)).toBe("DECLINED: Users\n\nThere is no group of that name.\n");
});

test("thousands of rows fit what Slack, Teams and a program take, and each says what it does not show", () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => ({
    login: `user-${at}@acme.com`,
    note: "some words ".repeat(20),
  }));
  const many: DeliveryMessage = { ...hostile, table: { columns: ["login", "note"], rows } };
  const slack = slackMessage(many) as { readonly blocks: readonly { readonly elements?: readonly object[] }[] };
  const teams = JSON.stringify(teamsMessage(many));
  expect({
    slack: JSON.stringify(slack).length < 13_000,
    left: slack.blocks.at(-1)?.elements,
    teams: Buffer.byteLength(teams) <= 26_000,
    teamsLeft: /"(\d+ rows more are not shown here\.)"/.exec(teams)?.[1],
    program: webhookMessage(many),
  }).toEqual({
    slack: true,
    left: [{ type: "plain_text", text: "19957 rows more are not shown here.", emoji: false }],
    teams: true,
    teamsLeft: "19980 rows more are not shown here.",
    program: {
      title: many.title,
      lines: many.lines,
      outcome: "answered",
      count: 2,
      columns: ["login", "note"],
      rows: null,
      rowsLeftOut: 20_000,
    },
  });
});
