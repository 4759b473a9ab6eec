import { expect, test } from "vitest";
import { parseDestination } from "../../deliveries/destination.ts";

const url = "https://hooks.slack.com/services/T0/B0/verysecret";

test("a destination is a webhook in one of three forms, mail to addresses or to each value, or a file", () => {
  const seen = [
    `slack:${url}`,
    "teams:https://acme.webhook.office.example/x",
    "https://acme.example:8443/hook",
    "http://127.0.0.1:9/hook",
    "mail:a@acme.com, b@acme.com",
    "mail:{value}",
    "out/{date}/no-factor-{value}.xlsx",
    "file:C:\\out\\latest.csv",
  ].map((one) => {
    const destination = parseDestination(one);
    return "url" in destination ? [destination.kind, destination.host] : destination;
  });
  expect(seen).toEqual([
    ["slack", "hooks.slack.com"],
    ["teams", "acme.webhook.office.example"],
    ["webhook", "acme.example:8443"],
    ["webhook", "127.0.0.1:9"],
    { kind: "mail", to: ["a@acme.com", "b@acme.com"] },
    { kind: "mail-by-value" },
    { kind: "file", pattern: "out/{date}/no-factor-{value}.xlsx" },
    { kind: "file", pattern: "C:\\out\\latest.csv" },
  ]);
});

test("what is none is refused in three parts, and no message repeats a webhook's address", () => {
  const wrong = [
    "slack:http://hooks.slack.com/services/verysecret",
    "teams:verysecret",
    "http://acme.example/verysecret",
    "mail:verysecret",
    "somewhere",
    "out-{day}.csv",
  ];
  const messages = wrong.map((one) => {
    try {
      return JSON.stringify(parseDestination(one));
    } catch (error) {
      return error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    }
  });
  expect(messages).toEqual([
    "The address for slack does not begin with https://",
    "The address for teams is no URL",
    "The address for webhook does not begin with https://",
    '"verysecret" is no mail address',
    '"somewhere" is no place to deliver to',
    "{day} stands for nothing in the name of a file; {date}, {time}, {name}, {value} do",
  ]);
});
