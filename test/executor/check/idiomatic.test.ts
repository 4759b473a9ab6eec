import { expect, test } from "vitest";
import { findingsOf } from "./checked-snippet.ts";
import { idiomaticSnippets } from "./idiomatic-snippets.ts";
import { appsAndAdmins } from "./styles/apps-and-admins-snippets.ts";
import { peopleAndGroups } from "./styles/people-and-groups-snippets.ts";
import { policiesAndLog } from "./styles/policies-and-log-snippets.ts";
import { spreadsAndCounts } from "./styles/spreads-and-counts-snippets.ts";

const correct = { ...idiomaticSnippets, ...peopleAndGroups, ...appsAndAdmins, ...policiesAndLog, ...spreadsAndCounts };

test.for(Object.entries(correct))("%s passes the check", async ([, source]) => {
  expect(await findingsOf(source)).toEqual([]);
});
