import { type ComposedSnippet, countLines, returnLines } from "./compose-users.ts";
import { comparisonText } from "./condition-text.ts";
import { listings, type ListingText } from "./listings.ts";
import { momentText, sayMoment } from "./moment-text.ts";
import { nameColumn } from "./read-listing.ts";
import type { ListingReading, ListingTest } from "./reading.ts";
import { sayComparison, sayOrder } from "./say-users.ts";
import { SnippetText } from "./snippet-text.ts";

/** The snippet for one of the org's lists. */
export function composeListing(reading: ListingReading): ComposedSnippet {
  const listing = listings[reading.listing];
  if (listing === undefined) throw new TypeError(`no listing ${reading.listing}`);
  const snippet = new SnippetText();
  snippet.add(`const list = await okta.${listing.read}.all()`);
  addRows(reading, listing, snippet);
  const tests = reading.tests.map((test) => testText(test, reading.listing, snippet));
  const kept = tests.length === 0 ? "rows" : `rows.filter((row) => ${tests.join(" && ")})`;
  const { output, order } = reading;
  if (output.kind === "rows") snippet.add(...returnLines(kept, order));
  else {
    snippet.add(`const kept = ${kept}`);
    snippet.add(
      ...(output.kind === "count" ? ["return [{ count: kept.length }]"] : countLines("kept", output.by, "count")),
    );
  }
  const said = sayListing(reading, listing.title);
  return { source: snippet.render(said), reading: said, definitions: [] };
}

const perItem: Readonly<Partial<Record<ListingTest["kind"], readonly string[]>>> = {
  unassigned: [
    "  const someUsers = await okta.listApplicationUsers({ appId: item.id }).first(1)",
    "  const someGroups = await okta.listApplicationGroupAssignments({ appId: item.id }).first(1)",
  ],
  roles: [
    "  const roles = item._embedded.stats.hasAdminPrivilege && item.profile.name !== 'Okta Administrators'",
    "    ? await okta.listGroupAssignedRoles({ groupId: item.id }).all()",
    "    : []",
  ],
  "no-owner": [
    "  const owners = item.type === 'OKTA_GROUP' ? await okta.listGroupOwners({ groupId: item.id }).all() : []",
  ],
};

const perItemColumns: Readonly<Partial<Record<ListingTest["kind"], readonly string[]>>> = {
  unassigned: ["isAssigned: someUsers.length > 0 || someGroups.length > 0"],
  roles: ["roles: roles.map((role) => role.label)"],
  "no-owner": ["owners: owners.length"],
};

function addRows(reading: ListingReading, listing: ListingText, snippet: SnippetText): void {
  const kinds = [...new Set(reading.tests.map((test) => test.kind))];
  const reads = kinds.flatMap((kind) => perItem[kind] ?? []);
  const dates = reading.tests.flatMap((test) => (test.kind === "date" ? [test.column] : []));
  const fields = [
    ...listing.columns.map(([name, text]) => `${name}: ${text},`),
    ...[...new Set(dates)].map((date) => `${date}: item.${date} ?? null,`),
    ...kinds.flatMap((kind) => perItemColumns[kind] ?? []).map((text) => `${text},`),
  ];
  if (reads.length === 0)
    return snippet.add("const rows = list.map((item) => ({", ...fields.map((one) => `  ${one}`), "}))");
  snippet.use("each");
  return snippet.add(
    "const rows = await each(list, async (item) => {",
    ...reads,
    "  return {",
    ...fields.map((one) => `    ${one}`),
    "  }",
    "})",
  );
}

function testText(test: ListingTest, listing: string, snippet: SnippetText): string {
  switch (test.kind) {
    case "status":
      return `row.status ${test.not ? "!==" : "==="} '${test.status}'`;
    case "name":
      return nameText(test, listing, snippet);
    case "number":
      return `row.${test.column} ${comparisonText(test.comparison, snippet.parameter("limit", test.number))}`;
    case "modes":
      return `${test.not ? "!" : ""}(${test.modes.map((one) => `row.signOnMode === '${one}'`).join(" || ")})`;
    case "type":
      return `row.type === '${test.type}'`;
    case "unassigned":
      return "!row.isAssigned";
    case "roles":
      return "row.roles.length > 0";
    case "no-owner":
      return "row.type === 'OKTA_GROUP' && row.owners === 0";
    case "date":
      return dateText(test, snippet);
  }
}

function nameText(test: ListingTest & { readonly kind: "name" }, listing: string, snippet: SnippetText): string {
  const method = { contains: "includes", starts: "startsWith", ends: "endsWith" }[test.test];
  const text = snippet.parameter("text", test.value);
  const sign = test.not ? "!" : "";
  return `${sign}row.${nameColumn(listing) ?? ""}.toLowerCase().${method}(${text}.toLowerCase())`;
}

function dateText(test: ListingTest & { readonly kind: "date" }, snippet: SnippetText): string {
  const limit = momentText(test.moment, snippet);
  return `${test.side === "before" ? "" : "!"}${snippet.use("isBefore")}(row.${test.column}, ${limit})`;
}

function sayListing(reading: ListingReading, title: string): string {
  const { output } = reading;
  const what = output.kind === "rows" ? title : `Number of ${title.toLowerCase()}`;
  const by = output.kind === "count-by" ? ` by ${output.by}` : "";
  const parts = reading.tests.map(say).join(" and ");
  return `${[what, parts].filter((one) => one !== "").join(" ")}${by}${sayOrder(reading.order)}`;
}

const nameWords = { contains: "contains", starts: "starts with", ends: "ends with" } as const;

function say(test: ListingTest): string {
  switch (test.kind) {
    case "status":
      return `whose status is ${sayNot(test.not)}${test.status}`;
    case "name":
      return `whose name ${test.not ? "does not contain" : nameWords[test.test]} "${test.value}"`;
    case "number":
      return sayNumber(test);
    case "modes":
      return `whose sign-on mode is ${sayNot(test.not)}${test.modes.join(" or ")}`;
    case "type":
      return `of the type ${test.type}`;
    case "unassigned":
      return "to which no user and no group is assigned";
    case "roles":
      return "with an admin role";
    case "no-owner":
      return "of Okta's own type without an owner";
    case "date":
      return `whose ${test.column} is ${test.side} ${sayMoment(test.moment)}`;
  }
}

function sayNot(not: boolean): string {
  return not ? "not " : "";
}

function sayNumber({ number, comparison, column }: ListingTest & { readonly kind: "number" }): string {
  const isNone = number === 0 && comparison === "exactly";
  return isNone ? `without ${column}` : `with ${sayComparison(comparison, number)} ${column}`;
}
