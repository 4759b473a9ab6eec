import { expect, test } from "vitest";
import { findingsOf } from "./checked-snippet.ts";
import { idiomaticSnippets } from "./idiomatic-snippets.ts";

test.for(Object.entries(idiomaticSnippets))("%s passes the check", async ([, source]) => {
  expect(await findingsOf(source)).toEqual([]);
});
