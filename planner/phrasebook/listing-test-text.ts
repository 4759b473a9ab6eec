import { comparisonText } from "./condition-text.ts";
import { momentText } from "./moment-text.ts";
import { isPlainTest, nameColumn, type PlainTestKind } from "./listing-tests.ts";
import type { ListingTest } from "./reading.ts";
import type { SnippetText } from "./snippet-text.ts";

const plainTests: Readonly<Record<PlainTestKind, string>> = {
  unassigned: "!row.isAssigned",
  roles: "row.roles.length > 0",
  "no-owner": "row.type === 'OKTA_GROUP' && row.owners === 0",
};

/** One test as source text over a finished row. */
export function listingTestText(test: ListingTest, listing: string, snippet: SnippetText): string {
  if (isPlainTest(test)) return plainTests[test.kind];
  switch (test.kind) {
    case "status":
      return `row.status ${test.not ? "!==" : "==="} '${test.status}'`;
    case "name":
      return nameText(test, listing, snippet);
    case "number":
      return `row.${test.column} ${comparisonText(test.comparison, snippet.parameter("limit", test.number))}`;
    case "modes":
      return modesText(test);
    case "type":
      return `row.type === '${test.type}'`;
    case "date":
      return dateText(test, snippet);
    case "duplicate": {
      const name = nameColumn(listing) ?? "";
      return `rows.some((other) => other.id !== row.id && ${snippet.use("same")}(other.${name}, row.${name}))`;
    }
    case "certificate":
      return dateText({ ...test, kind: "date", columns: ["certificateExpires"] }, snippet);
  }
}

function modesText({ modes, not }: ListingTest & { readonly kind: "modes" }): string {
  return `${not ? "!" : ""}(${modes.map((one) => `row.signOnMode === '${one}'`).join(" || ")})`;
}

function nameText(test: ListingTest & { readonly kind: "name" }, listing: string, snippet: SnippetText): string {
  const method = { contains: "includes", starts: "startsWith", ends: "endsWith" }[test.test];
  const text = snippet.parameter("text", test.value);
  const sign = test.not ? "!" : "";
  return `${sign}row.${nameColumn(listing) ?? ""}.toLowerCase().${method}(${text}.toLowerCase())`;
}

/** What has no such date is on neither side. */
function dateText(test: ListingTest & { readonly kind: "date" }, snippet: SnippetText): string {
  const limit = momentText(test.moment, snippet);
  const isBefore = snippet.use("isBefore");
  const texts = test.columns.map((column) => {
    const isSure = column === "created" || column === "lastUpdated";
    const compared = `${test.side === "before" ? "" : "!"}${isBefore}(row.${column}, ${limit})`;
    return isSure ? compared : `row.${column} !== null && ${compared}`;
  });
  const [only, ...others] = texts;
  if (only !== undefined && others.length === 0) return only;
  return `(${texts.map((text) => `(${text})`).join(test.side === "since" ? " || " : " && ")})`;
}
