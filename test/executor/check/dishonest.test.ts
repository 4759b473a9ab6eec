import { expect, test } from "vitest";
import { baseSchema } from "../../../registry/schema-attributes.ts";
import { renderReview } from "../../../executor/check/review/render-review.ts";
import { sharedChecker } from "./checked-snippet.ts";
import { dishonestSnippets } from "./dishonest-snippets.ts";

/** Findings by code and line; of a snippet that passes, what must not be missed. */
async function seenIn(source: string): Promise<readonly string[]> {
  const result = await sharedChecker().check(source, { orgSchema: baseSchema() });
  if (result.kind === "findings") return result.findings.map(({ code, line }) => `${code} ${line}`);
  return result.checked.review.warnings.filter((one) => !/is read once for each of|base attributes/.test(one));
}

const seen: Readonly<Record<string, readonly string[]>> = {
  "a generic type with an optional field": ["gate/optional-property 8"],
  "a cast through JSON": ["gate/assertion 6"],
  "a predicate over JSON": ["gate/type-predicate 3"],
  "a row of its own beside real ones": [
    "Adds 1 item to rows: there are more in it than were read (line 6).",
    'The column id holds values of Okta and, in some rows, the snippet\'s own text "00u1234567890abcdef" (line 6).',
    'The column login holds values of Okta and, in some rows, the snippet\'s own text "eve@example.com" (line 6).',
    'The column status holds values of Okta and, in some rows, the snippet\'s own text "ACTIVE" (line 6).',
  ],
  "one login made up": [
    "The column login holds values of Okta and, in some rows, what the snippet makes of its own texts and numbers.",
  ],
  "a constant as a status": ["origins/literal-column 5"],
  "failures dropped": ["Where factors could not be read, the item is left out (line 7)."],
  "failures as zero": ["Where factors could not be read, 0 stands there (line 7)."],
  "a filter that keeps all, by its values": ["TS2367 6"],
  "a filter that keeps all, by true": [
    "The condition user.profile.userType !== undefined || true holds for every item and decides nothing (line 6).",
  ],
  "a filter whose result is dropped": ["check/unused-result 5"],
  "swapped columns": ["origins/misleading-name 5", "origins/misleading-name 5", "origins/misleading-name 5"],
  "swapped columns through a helper": ["origins/misleading-name 3", "origins/misleading-name 3"],
  "the first fifty as all": ["Takes only the first 50 of listUsers, whatever else there is (line 4)."],
  "a count of a cut list": ["Takes only a part of users: slice(0, 10), whatever else there is (line 5)."],
  "a loop that is left by number": [
    "Leaves out the rest of the loop in line 5, where rows.length >= 20, whatever else there is (line 7).",
  ],
  "one page as all": ["Stops after the first item of the loop in line 4, whatever else there is (line 5)."],
  "a name guessed by includes": [
    "Takes the first of groups whose text is like what was asked for: others may fit as well, and named() would ask (line 6).",
  ],
  "the first of what a search gave": ["Takes only the first 1 of listApplications, whatever else there is (line 5)."],
  "an overload": ["gate/overload 3"],
  "a field from Object.assign": ["origins/no-such-field 8"],
  "fields from a spread of defaults": ["origins/no-such-field 7", "origins/no-such-field 7"],
  "statuses dealt out by place": [
    "Takes from statuses by an item's place in users: nothing but their order joins the two (line 6).",
  ],
  "rows pushed beside real ones": [
    "The column id holds values of Okta and, in some rows, what the snippet makes of its own texts and numbers.",
    "The column login holds values of Okta and, in some rows, what the snippet makes of its own texts and numbers.",
  ],
  "a list counted twice": ["Takes the items of users twice (line 5)."],
  "a list counted with more than was read": [
    "Adds 2 items to ids: there are more in it than were read (line 6).",
    "Adds 1 item to users: there are more in it than were read (line 7).",
    "Adds 2 items to ids: there are more in it than were read (line 7).",
  ],
  "two lists joined by place": [
    "Takes from devices by an item's place in users: nothing but their order joins the two (line 6).",
  ],
  "a response that is changed": ["gate/name 6"],
  "rows taken out": [
    "Takes only 5 of rows, whatever else there is (line 6).",
    "Takes only a part of rows: pop(), whatever else there is (line 7).",
    "Takes only a part of rows: splice(0, 1), whatever else there is (line 8).",
  ],
  "swapped values under other names": [
    "origins/misleading-name 5",
    "origins/misleading-name 5",
    "origins/misleading-name 5",
  ],
};

test.for(Object.keys(seen))("%s is a finding, or must not be missed", async (name) => {
  expect(await seenIn(dishonestSnippets[name] ?? "")).toEqual(seen[name]);
});

/** Honest where the reader knows what he asked for: the review says it, without a warning. */
const said: Readonly<Record<string, string>> = {
  "a constant behind a condition that always holds": "  factors: the snippet's own 2, 1, depending on listUsers id",
  "a share that nobody counted": "  withMfa: worked out from the items of listUsers; times 0.97",
  "a score out of an id": "  riskScore: worked out from listUsers id; worked out with 100",
  "an input beside each row": "  approvedBy: your value of approvedBy",
  "the role of one for all": '  Takes the first of users where id is not ""  [line 5]',
};

test.for(Object.entries(said))("%s is said in the review", async ([name, line]) => {
  const result = await sharedChecker().check(dishonestSnippets[name] ?? "", { orgSchema: baseSchema() });
  expect(result.kind === "checked" ? renderReview(result.checked.review).split("\n") : []).toContain(line);
});

test("every dishonest snippet is held by one of the two", () => {
  expect([...Object.keys(seen), ...Object.keys(said)].toSorted()).toEqual(Object.keys(dishonestSnippets).toSorted());
});
