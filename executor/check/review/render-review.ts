import type { Field } from "../../../terms/field.ts";
import { type TableColumns, tableColumnOf } from "../../../terms/input-table.ts";
import type { Column, Origin } from "../../../terms/origin.ts";
import type { Price, Review, ReviewedFilter, ReviewedOperation } from "../../../terms/review.ts";

/** Mark of a line that must not be missed; front ends colour what starts with it. */
const mark = "!";

/**
 * The review as plain text for an administrator who reads no TypeScript: what is asked of Okta, how rows are chosen, where
 * each column comes from, what may mislead, and what it costs. The snippet stands last, with line numbers.
 */
export function renderReview(review: Review): string {
  const parts = [
    [visible(review.title), "=".repeat(Math.min(review.title.length, 100))],
    section(
      "Must not be missed",
      review.warnings.map((one) => `${mark} ${one}`),
    ),
    section(
      "With these values",
      Object.entries(review.parameters).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
    ),
    section("Takes from files of yours", Object.entries(review.tables ?? {}).map(renderTable)),
    section("Reads from Okta", review.operations.flatMap(renderOperation)),
    section("Selected by Okta", review.filters.filter((one) => one.evaluated === "okta").map(renderFilter)),
    section(
      "Decided here, over what was read",
      review.filters.filter((one) => one.evaluated === "here").map(renderFilter),
    ),
    section("Whether a row is there depends on", fieldLines(review.selectedBy)),
    section("Lists are joined by", fieldLines(review.askedBy)),
    section(
      "Columns",
      review.columns.map((one) => renderColumn(one, review.own)),
    ),
    section(
      "Words used",
      review.definitions.map((one) => `${one.name}: ${one.meaning}`),
    ),
    section("Known to mislead", [
      ...new Map(review.caveats.map((one) => [one.text, `${one.operationId}: ${one.text}`])).values(),
    ]),
    section("When a read fails", [failureWords(review.snippet)]),
    section("Price", renderPrice(review.price)),
    section("The snippet, as it will run", numbered(review.snippet)),
    [`Review ${review.reviewHash}`],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${visible(line)}`)];
}

/** A line that stays one line: what a snippet or an org put into a name or a text can write no line of the review. */
function visible(line: string): string {
  return line.replaceAll(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function renderTable([name, columns]: readonly [string, TableColumns]): string {
  const typed = Object.entries(columns).map(([column, type]) =>
    type.endsWith("?") ? `${column} (${type.slice(0, -1)}, may be empty)` : `${column} (${type})`,
  );
  return `${name}: a CSV or JSON file with the columns ${typed.join(", ")}`;
}

function renderOperation(operation: ReviewedOperation): readonly string[] {
  const effect = operation.effect === "read" ? "only reads" : `${mark} ${operation.effect}`;
  const scopes = operation.scopes.length === 0 ? "no scope" : operation.scopes.join(", ");
  return [
    `${operation.operationId} (${effect}; ${scopes}): ${operation.summary}`,
    `    ${operation.method} ${operation.path}`,
  ];
}

function renderFilter({ words, text, line }: ReviewedFilter): string {
  return words === undefined ? `${mark} line ${line}, not put into words: ${text}` : `${words}  [line ${line}]`;
}

function fieldLines(fields: readonly Field[]): readonly string[] {
  const byOperation = new Map<string, string[]>();
  for (const field of fields) {
    const [source, path] = splitField(field);
    byOperation.set(source, [...(byOperation.get(source) ?? []), path === "" ? "its items" : path]);
  }
  return [...byOperation].map(([operationId, paths]) => `${operationId}: ${paths.join(", ")}`);
}

/** What the snippet itself brings into the columns; undefined in reviews of older versions, which do not say. */
type Own = Review["own"];

function renderColumn({ name, origin }: Column, own: Own): string {
  const within = own?.[name]?.within ?? [];
  return `${name}: ${originInWords(origin, own, own?.[name]?.instead ?? [])}${within.length === 0 ? "" : `; ${within.join(", ")}`}`;
}

function originInWords(origin: Origin, own: Own, instead: readonly string[]): string {
  switch (origin.kind) {
    case "direct":
      return `${listFields(origin.fields)}, as ${origin.fields.every(isInTable) ? "it stands there" : "Okta has it"}${origin.orLiteral ? orElse(instead) || unsaid(own) : ""}${chosen(origin.chosenBy)}`;
    case "computed":
      return `worked out from ${listFields(origin.fields)}${orElse(instead)}${chosen(origin.chosenBy)}`;
    case "count":
      return `a number or presence of ${listFields(origin.fields)}${orElse(instead)}${chosen(origin.chosenBy)}`;
    case "chosen":
      return `${instead.join(" or ") || "the snippet's own text"}${chosen(origin.chosenBy)}`;
    case "parameter":
      return `your value of ${origin.names.join(", ")}${orElse(instead)}`;
    case "literal":
      return `${mark} the snippet's own text in every row`;
    case "unknown":
      return `${mark} not followed: ${origin.why} (line ${origin.line})${seenWords(origin.seen)}`;
  }
}

function seenWords(seen: readonly Field[]): string {
  return seen.length === 0 ? "" : `; seen on the way: ${listFields(seen)}`;
}

function orElse(instead: readonly string[]): string {
  return instead.length === 0 ? "" : `, or ${instead.join(" or ")}`;
}

/** What stands beside Okta's values and is no text that could be taken for one. */
function unsaid(own: Own): string {
  return own === undefined ? ", or the snippet's own text" : ", or nothing";
}

function isInTable(field: Field): boolean {
  return tableColumnOf(field) !== undefined;
}

function chosen(fields: readonly Field[]): string {
  return fields.length === 0 ? "" : `, depending on ${listFields(fields)}`;
}

function listFields(fields: readonly Field[]): string {
  return fields
    .map((field) => {
      const [source, path] = splitField(field);
      if (path === "") return `the items of ${source}`;
      return isInTable(field) ? `the column ${path} of ${source}` : `${source} ${path}`;
    })
    .join(", ");
}

/** What a field stands in, an operation or a file, and its path there. */
function splitField(field: Field): readonly [string, string] {
  const inTable = tableColumnOf(field);
  if (inTable !== undefined) return [`the file for ${inTable.table}`, inTable.column];
  const at = field.indexOf(" ");
  return [field.slice(0, at), field.slice(at + 1)];
}

function failureWords(snippet: string): string {
  // The name alone is looked for: however it is called, it cannot be called without it.
  return snippet.includes("orUnknown")
    ? "A read marked orUnknown may fail and the run goes on: the answer counts such reads, and its cells that hold one are not known; any other failed read ends the run without rows."
    : "A failed read, after retries, ends the run without rows; nothing is left out in silence.";
}

function renderPrice({ calls, minutes, because }: Price): readonly string[] {
  const total =
    calls === undefined
      ? "Not known before the first reads."
      : `About ${calls} ${calls === 1 ? "request" : "requests"}${minutes === undefined ? "" : `, ${minutesInWords(minutes)} at Okta's default limits for one token`}.`;
  return [total, ...because];
}

function minutesInWords(minutes: number): string {
  return minutes < 1 ? "under a minute" : `${minutes} minutes`;
}

function numbered(source: string): readonly string[] {
  const lines = source.replace(/\n+$/, "").split("\n");
  const width = String(lines.length).length;
  return lines.map((line, index) => `${String(index + 1).padStart(width)}  ${line}`);
}
