import { type ComposedSnippet, countLines, returnLines } from "./compose-users.ts";
import { momentText } from "./moment-text.ts";
import { listings, type ListingText } from "./listings.ts";
import type { ListingReading, ListingTest, ShownColumn } from "./reading.ts";
import { definitions as known } from "../../registry/meanings.ts";
import { listingTestText } from "./listing-test-text.ts";
import { sayListing } from "./say-listing.ts";
import { SnippetText } from "./snippet-text.ts";

/** The snippet for one of the org's lists. */
export function composeListing(reading: ListingReading): ComposedSnippet {
  const listing = listings[reading.listing];
  if (listing === undefined) throw new TypeError(`no listing ${reading.listing}`);
  const snippet = new SnippetText();
  addRead(reading, listing, snippet);
  addRows(reading, listing, snippet);
  const tests = reading.tests
    .filter((test) => !isBeginning(test, listing))
    .map((test) => listingTestText(test, reading.listing, snippet));
  const kept = tests.length === 0 ? "rows" : `rows.filter((row) => ${tests.join(" && ")})`;
  const { output, order } = reading;
  if (output.kind === "rows" && (order === undefined || tests.length === 0)) snippet.add(...returnLines(kept, order));
  else {
    snippet.add(`const kept = ${kept}`);
    snippet.add(
      ...(output.kind === "rows"
        ? returnLines("kept", order)
        : output.kind === "count"
          ? ["return [{ count: kept.length }]"]
          : countLines("kept", output.by, "count")),
    );
  }
  const said = sayListing(reading, listing.title);
  const definitions = listing.events !== undefined ? [known["failed sign-in"]] : [];
  return { source: snippet.render(said), reading: said, definitions };
}

function addRead(reading: ListingReading, listing: ListingText, snippet: SnippetText): void {
  const [beginning] = reading.tests.flatMap((test) => (isBeginning(test, listing) ? [test] : []));
  if (listing.events === undefined || beginning === undefined)
    return snippet.add(`const list = await okta.${listing.read}.all()`);
  const { filter, types } = listing.events;
  return snippet.add(
    "const found = await okta",
    `  .listLogEvents({ since: ${momentText(beginning.moment, snippet)}, until: ${snippet.use("now")}(), filter: '${filter}' })`,
    "  .all()",
    `const list = found.filter((item) => ${types.map((one) => `item.eventType === '${one}'`).join(" || ")})`,
  );
}

/** The test that the read itself answers: from when on. */
function isBeginning(test: ListingTest, { events }: ListingText): test is ListingTest & { readonly kind: "date" } {
  return events !== undefined && test.kind === "date" && test.side === "since";
}

type ReadPerItem = ListingTest["kind"] | ShownColumn;

const perItem: Readonly<Partial<Record<ReadPerItem, readonly string[]>>> = {
  unassigned: [
    "  const someUsers = await okta.listApplicationUsers({ appId: item.id }).first(1)",
    "  const someGroups = await okta.listApplicationGroupAssignments({ appId: item.id }).first(1)",
  ],
  roles: [
    "  const roles = item._embedded.stats.hasAdminPrivilege && item.profile.name !== 'Okta Administrators'",
    "    ? await okta.listGroupAssignedRoles({ groupId: item.id }).all()",
    "    : []",
  ],
  certificate: [
    "  const signs = item.signOnMode === 'SAML_2_0' || item.signOnMode === 'SAML_1_1' || item.signOnMode === 'WS_FEDERATION'",
    "  const keys = signs ? await okta.listApplicationKeys({ appId: item.id }).all() : []",
    "  const signing = keys.find((key) => key.kid === item.credentials?.signing?.kid)",
  ],
  users: ["  const people = await okta.listApplicationUsers({ appId: item.id }).all()"],
  "no-owner": [
    "  const owners = item.type === 'OKTA_GROUP' ? await okta.listGroupOwners({ groupId: item.id }).all() : []",
  ],
};

const perItemColumns: Readonly<Partial<Record<ReadPerItem, readonly string[]>>> = {
  certificate: ["certificateExpires: signing?.expiresAt ?? null"],
  users: ["users: people.length"],
  unassigned: ["isAssigned: someUsers.length > 0 || someGroups.length > 0"],
  roles: ["roles: roles.map((role) => role.label)"],
  "no-owner": ["owners: owners.length"],
};

function addRows(reading: ListingReading, listing: ListingText, snippet: SnippetText): void {
  const kinds = [...new Set<ReadPerItem>([...reading.tests.map((test) => test.kind), ...shownIn(reading)])];
  const reads = kinds.flatMap((kind) => perItem[kind] ?? []);
  const known = listing.columns.map(([name]) => name);
  const ordered =
    reading.order === undefined || !(listing.dates ?? []).includes(reading.order.by) ? [] : [reading.order.by];
  const dates = [...reading.tests.flatMap((test) => (test.kind === "date" ? test.columns : [])), ...ordered].filter(
    (one) => !known.includes(one),
  );
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

/** What is shown, and what tests and the order need to be read for each item. */
function shownIn({ shown, tests, order }: ListingReading): readonly ShownColumn[] {
  const counted = tests.some((test) => test.kind === "number" && test.column === "users") || order?.by === "users";
  return counted ? [...shown, "users"] : shown;
}
