import type { Caveat } from "../../../terms/caveat.ts";
import type { DeclaredTables } from "../../../terms/input-table.ts";
import type { Lineage } from "../../../terms/origin.ts";
import type { Review, ReviewedFilter, ReviewedOperation } from "../../../terms/review.ts";
import type { ParameterValues } from "../../../terms/snippet.ts";
import { caveatsOf } from "../../../registry/caveats.ts";
import { cheaperThan, summaryOf } from "../../../registry/notes.ts";
import type { Operation } from "../../../registry/operation.ts";
import type { CheckSurroundings } from "../checked.ts";
import type { Compiled } from "../compiler.ts";
import { fieldsOf } from "../../../terms/origin.ts";
import { guessWarnings } from "./guess-warnings.ts";
import { hashReview } from "./hash-review.ts";
import { listFilters } from "./list-filters.ts";
import { listReads, type Read, sayWalkedList } from "./list-reads.ts";
import { priceReads } from "./price-reads.ts";
import { recogniseDefinitions } from "./recognise-definitions.ts";
import { schemaWarnings } from "../schema-known.ts";
import { caseWarnings } from "./case-warnings.ts";
import { cutWarnings } from "./cut-warnings.ts";
import type { CellFacts } from "../../origins/cell-facts.ts";
import { cellConditions, wordlessCells } from "./cell-conditions.ts";
import { failureWarnings } from "./failure-warnings.ts";
import { ownWords, unnamedWarnings } from "./own-words.ts";
import { unusedParameters } from "./unused-parameters.ts";
import { writtenTexts } from "./written-texts.ts";
import { createVocabulary, ownName, type Vocabulary } from "./vocabulary.ts";

/** What a review is made from: a snippet that passed every check. */
export interface ReviewInput {
  readonly source: string;
  readonly compiled: Pick<Compiled, "sourceFile" | "stubFile" | "typeChecker">;
  readonly title: string;
  readonly parameters: ParameterValues;
  readonly tables: DeclaredTables;
  readonly operations: readonly Operation[];
  readonly lineage: Lineage;
  readonly facts: CellFacts;
  readonly surroundings: CheckSurroundings;
}

/** The review of a checked snippet, derived by rules alone: the same snippet always gives the same review. */
export function makeReview(input: ReviewInput): Review {
  const { source, compiled, lineage, surroundings } = input;
  const { sourceFile, stubFile, typeChecker } = compiled;
  const operations = input.operations.map(reviewOperation);
  const operationIds = operations.map((one) => one.operationId);
  const vocabulary = createVocabulary(typeChecker, stubFile);
  const filters = listFilters(sourceFile, vocabulary);
  const reads = listReads(sourceFile, typeChecker);
  const { columns, selectedBy, askedBy } = lineage;
  const conditions = cellConditions(sourceFile, new Set(columns.map((one) => one.name)), vocabulary);
  return {
    title: input.title,
    snippet: source,
    parameters: input.parameters,
    tables: input.tables,
    operations,
    filters,
    columns,
    own: ownWords(columns, input.facts, conditions),
    selectedBy,
    askedBy,
    caveats: decidingOperations(operationIds, lineage).flatMap((one): readonly Caveat[] => caveatsOf(one)),
    definitions: recogniseDefinitions({ source, operationIds, filters }, surroundings.definitions ?? []),
    price: priceReads(reads, surroundings.knownCounts ?? {}),
    warnings: [
      ...wordlessWarnings(filters),
      ...wordlessCells(conditions),
      ...cutWarnings(filters),
      ...guessWarnings(sourceFile, vocabulary),
      ...failureWarnings(sourceFile, vocabulary, input.facts),
      ...caseWarnings(sourceFile, typeChecker),
      ...idleWarnings(filters, lineage, vocabulary),
      ...originWarnings(lineage),
      ...writtenTexts(sourceFile, columns, input.facts.ownTexts, typeChecker),
      ...madeUpWarnings(input.facts),
      ...unnamedWarnings(input.facts),
      ...unusedParameters(sourceFile, input, typeChecker),
      ...perItemWarnings(reads),
      ...schemaWarnings(lineage, surroundings.orgSchema, source),
    ],
    reviewHash: hashReview({ snippet: source, operations, filters, columns, selectedBy, askedBy }),
  };
}

/** Operations whose answers reach a column or a condition; all of them where a column could not be followed. */
function decidingOperations(operationIds: readonly string[], lineage: Lineage): readonly string[] {
  const { columns, selectedBy, askedBy } = lineage;
  if (columns.some(({ origin }) => origin.kind === "unknown")) return operationIds;
  const fields = [...selectedBy, ...askedBy, ...columns.flatMap(({ origin }) => fieldsOf(origin))];
  return operationIds.filter((one) => fields.some((field) => field.startsWith(`${one} `)));
}

function reviewOperation({ operationId, method, path, effect, scopes }: Operation): ReviewedOperation {
  return { operationId, method, path, effect, scopes, summary: summaryOf(operationId) };
}

function wordlessWarnings(filters: readonly ReviewedFilter[]): readonly string[] {
  return filters
    .filter((one) => one.words === undefined)
    .map((one) => `The condition in line ${one.line} could not be put into words; read it in the snippet: ${one.text}`);
}

/** Conditions over fields that reach neither a row's being there nor a cell: their words promise a choice that is not made. */
function idleWarnings(
  filters: readonly ReviewedFilter[],
  { columns, selectedBy, askedBy }: Lineage,
  { fieldNames }: Vocabulary,
): readonly string[] {
  const deciding = new Set(
    [...selectedBy, ...askedBy, ...columns.flatMap(({ origin }) => fieldsOf(origin))].flatMap((field) =>
      field.slice(field.indexOf(" ") + 1).split(/[.[\]]+/),
    ),
  );
  return filters.flatMap(({ evaluated, text, words, line }) => {
    const isOkta = (name: string): boolean =>
      fieldNames.has(name) &&
      // The language's own, though some answers of Okta have a field called length.
      name !== "length" &&
      words?.includes(`${ownName(name, fieldNames)} `) !== true;
    const named = [...text.matchAll(/\.(\w+)/g)].map(([, name = ""]) => name).filter(isOkta);
    const isIdle = evaluated === "here" && named.length > 0 && !named.some((name) => deciding.has(name));
    return isIdle ? [`The condition in line ${line} decides nothing in the rows: ${words ?? text}`] : [];
  });
}

function originWarnings({ columns }: Lineage): readonly string[] {
  return columns.flatMap(({ name, origin }) => {
    if (origin.kind === "unknown")
      return [`Where the column ${name} comes from could not be followed: ${origin.why} (line ${origin.line}).`];
    return [];
  });
}

function madeUpWarnings({ madeUp }: CellFacts): readonly string[] {
  return madeUp.map(
    (name) =>
      `The column ${name} holds values of Okta and, in some rows, what the snippet makes of its own texts and numbers.`,
  );
}

function perItemWarnings(reads: readonly Read[]): readonly string[] {
  const looped = new Map(
    reads.flatMap(({ okta, loops }) => (loops.length === 0 ? [] : [[okta.operationId, loops] as const])),
  );
  return [...looped].map(([operationId, loops]) => {
    const cheaper = cheaperThan(operationId);
    const said = `${operationId} is read once for each of ${loops.map(sayWalkedList).join(", and of these ")}.`;
    return cheaper === undefined ? said : `${said} ${cheaper}`;
  });
}
