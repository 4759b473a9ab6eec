import MiniSearch from "minisearch";
import { listOperations } from "./catalogue.ts";
import { noteOf, notedOperations, splitName, summaryOf, wordsFor } from "./notes.ts";
import type { Operation } from "./operation.ts";
import { emptyWords, searchVocabulary } from "./search/search-vocabulary.ts";

/** An operation that a search found. */
export interface FoundOperation {
  readonly operation: Operation;
  /** Higher is nearer; only comparable within one search. */
  readonly score: number;
}

interface IndexedOperation {
  readonly id: string;
  readonly name: string;
  readonly tag: string;
  readonly path: string;
  readonly notes: string;
  readonly words: string;
}

const writeVerbs =
  /\b(create|add|delete|remove|update|replace|assign|unassign|activate|deactivate|suspend|unsuspend|revoke|reset|enroll|unlock|expire|send|upload|clear|set)\b/i;

/** The lists that most questions begin with. */
export const everydayReads: ReadonlySet<string> = new Set([
  "listUsers",
  "listGroups",
  "listGroupUsers",
  "listApplications",
  "listApplicationUsers",
  "listFactors",
  "listLogEvents",
  "listUsersWithRoleAssignments",
  "listAssignedRolesForUser",
  "listPolicies",
]);

let index: MiniSearch<IndexedOperation> | undefined;
let operations: ReadonlyMap<string, Operation> | undefined;

/**
 * Operations nearest to a question's words, best first, at most `limit`. Reads stand before changes unless the words ask for
 * a change. Never throws; no match gives an empty list.
 */
export function searchOperations(words: string, limit: number): readonly FoundOperation[] {
  operations ??= new Map(listOperations().map((one) => [one.operationId, one]));
  index ??= makeIndex([...operations.values()]);
  const noted = new Set(notedOperations());
  const asksForChange = writeVerbs.test(words);
  const known = operations;
  return index
    .search(expand(words), {
      // The notes of the great lists are long: their length is no sign that they are about less.
      bm25: { k: 1.2, b: 0.15, d: 0.5 },
      boost: { name: 3, words: 3, tag: 1, notes: 1, path: 0.5 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
      boostDocument: (id) => weigh(known.get(String(id)), noted, asksForChange),
    })
    .slice(0, limit)
    .flatMap((hit) => {
      const operation = known.get(String(hit.id));
      return operation === undefined ? [] : [{ operation, score: hit.score }];
    });
}

function weigh(operation: Operation | undefined, noted: ReadonlySet<string>, asksForChange: boolean): number {
  if (operation === undefined) return 0;
  const isRead = operation.effect === "read";
  if (!isRead) return asksForChange ? 4 : 0.2;
  if (everydayReads.has(operation.operationId)) return 4;
  return noted.has(operation.operationId) ? 2 : 1;
}

function makeIndex(all: readonly Operation[]): MiniSearch<IndexedOperation> {
  const made = new MiniSearch<IndexedOperation>({
    fields: ["name", "tag", "path", "notes", "words"],
    processTerm: (term) => (emptyWords.has(term.toLowerCase()) ? null : stem(term.toLowerCase())),
  });
  made.addAll(
    all.map((one) => ({
      id: one.operationId,
      name: `${one.operationId} ${splitName(one.operationId).join(" ")}`,
      tag: splitName(one.tag).join(" "),
      path: one.path.replaceAll(/[/{}._-]/g, " "),
      notes: `${summaryOf(one.operationId)} ${noteOf(one.operationId) ?? ""}`,
      words: wordsFor(one.operationId),
    })),
  );
  return made;
}

/** Plural and verb endings that would keep a question's word from meeting Okta's. */
function stem(term: string): string {
  if (term.length > 4 && term.endsWith("ies")) return `${term.slice(0, -3)}y`;
  return term.length > 3 && /[^su]s$/.test(term) ? term.slice(0, -1) : term;
}

function expand(words: string): string {
  const plain = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9@.]+/g, " ")
    .trim();
  const padded = ` ${plain} `;
  const also = Object.entries(searchVocabulary)
    .filter(([said]) => padded.includes(` ${said} `))
    .map(([, meant]) => meant);
  return [words, ...also].join(" ");
}
