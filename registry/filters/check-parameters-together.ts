import type { FilterProblem } from "./filter-expression.ts";

/**
 * What is wrong with the parameters of a call as a whole: `search` beside `filter` or `q`, sorting without `search`, a System
 * Log read that would never end or silently cover 7 days. `given` holds the names of the parameters that are set. Never throws.
 */
export function checkParametersTogether(operationId: string, given: readonly string[]): readonly FilterProblem[] {
  if (operationId === "listUsers" || operationId === "listGroups") return checkSearch(operationId, new Set(given));
  if (operationId !== "listLogEvents" || (given.includes("since") && given.includes("until"))) return [];
  return [openWindow(given.includes("since"))];
}

function checkSearch(operationId: string, given: ReadonlySet<string>): readonly FilterProblem[] {
  const problems: FilterProblem[] = [];
  if (given.has("search") && given.has("filter")) problems.push(searchAndFilter(operationId));
  else if (given.has("q") && (given.has("search") || given.has("filter"))) problems.push(wordsIgnored(operationId));
  const sorts = given.has("sortBy") || given.has("sortOrder");
  if (sorts && !given.has("search")) problems.push(sortIgnored(operationId));
  return problems;
}

function searchAndFilter(operationId: string): FilterProblem {
  return {
    offset: 0,
    found: `${operationId} is given search and filter.`,
    why: "Okta takes one of them in a request.",
    help: "Put all conditions into search.",
    code: "E0000033",
  };
}

function wordsIgnored(operationId: string): FilterProblem {
  return {
    offset: 0,
    found: `${operationId} is given q beside search or filter.`,
    why: "Okta follows one of them and leaves the other out, so the answer would be another than the text says.",
    help: "Put all conditions into search.",
    code: "E0000063",
  };
}

function sortIgnored(operationId: string): FilterProblem {
  return {
    offset: 0,
    found: `${operationId} is given a sort order without search.`,
    why: "Okta sorts only what it searches.",
    help: "Add a search, or sort in the snippet.",
    code: "E0000063",
  };
}

function openWindow(hasSince: boolean): FilterProblem {
  return {
    offset: 0,
    found: hasSince ? "listLogEvents has no until." : "listLogEvents has no since.",
    why: hasSince
      ? "Without until Okta keeps the list open for events to come."
      : "Without since Okta answers with the last 7 days alone.",
    help: "Give both: since: daysAgo(7), until: now().",
    code: "E0000063",
  };
}
