import { findShape } from "../catalogue.ts";
import type { OrgSchema } from "../org-schema.ts";
import type { FilterExpression, FilterOperator, FilterProblem, FilterValue } from "./filter-expression.ts";
import type { ExpressionLanguage, FilterAttribute } from "./filter-language.ts";
import { findAttribute, listAttributes } from "./find-attribute.ts";
import { nearest } from "./nearest.ts";

interface Place {
  readonly language: ExpressionLanguage;
  readonly operationId: string;
  readonly parameter: string;
  readonly orgSchema: OrgSchema;
}

type Comparison = FilterExpression & { readonly kind: "comparison" };

const noContains: readonly string[] = ["debugContext.debugData.url", "debugContext.debugData.requestUri"];

/** What Okta would refuse in one comparison: its attribute, its operator, its value. The first of these that is wrong is given. */
export function checkComparison(comparison: Comparison, place: Place): readonly FilterProblem[] {
  const attribute = findAttribute(place.language, place.operationId, comparison.attribute, place.orgSchema);
  if (attribute === undefined) return [noAttribute(comparison, place)];
  const operator = checkOperator(comparison, attribute, place);
  if (operator !== undefined) return [operator];
  const value = comparison.value === undefined ? undefined : checkValue(comparison, comparison.value, attribute, place);
  return value === undefined ? [] : [value];
}

function noAttribute(
  { attribute, offset }: Comparison,
  { language, operationId, parameter, orgSchema }: Place,
): FilterProblem {
  const code = language.code;
  const refused = Object.hasOwn(language.refused ?? {}, attribute) ? language.refused?.[attribute] : undefined;
  if (refused !== undefined) {
    const why = `Okta returns ${attribute} but cannot compare it in this parameter.`;
    return { offset, found: `${attribute} stands in the ${parameter} of ${operationId}.`, why, help: refused, code };
  }
  const all = listAttributes(language, orgSchema);
  const near = nearest(attribute, all);
  const help =
    near !== undefined
      ? `Did you mean ${near}?`
      : language.allFields === true
        ? "Use a field of the event, as actor.id, eventType or outcome.result."
        : `It can compare ${all.slice(0, 12).join(", ")}${all.length > 12 ? " and others" : ""}. Compare anything else in the snippet.`;
  return {
    offset,
    found: `The ${parameter} of ${operationId} has no attribute ${attribute}.`,
    why: "Okta refuses an attribute that it does not know here; attribute names are case-sensitive.",
    help,
    code,
  };
}

function checkOperator(comparison: Comparison, attribute: FilterAttribute, place: Place): FilterProblem | undefined {
  const { operator, attribute: name } = comparison;
  const allowed = operatorsOf(name, attribute, place.language);
  if (allowed.some((one) => one === operator)) return containsTooShort(comparison, place.language);
  const help =
    operator === "ne"
      ? `Write (${name} lt "v" or ${name} gt "v") for texts and dates, list the values that are wanted, or compare in the snippet.`
      : `${name} takes ${allowed.join(", ")}. Read more and compare in the snippet where that is not enough.`;
  return {
    offset: comparison.offset,
    found: `${name} is compared with ${operator} in the ${place.parameter} of ${place.operationId}.`,
    why: "Okta refuses that operator here.",
    help,
    code: place.language.code,
  };
}

function operatorsOf(
  name: string,
  attribute: FilterAttribute,
  language: ExpressionLanguage,
): readonly FilterOperator[] {
  const own = attribute.operators ?? language.operators;
  if (noContains.includes(name)) return own.filter((one) => one !== "co");
  return language.contains?.attributes.includes(name) === true ? [...own, "co"] : own;
}

function containsTooShort(
  { operator, value, offset }: Comparison,
  language: ExpressionLanguage,
): FilterProblem | undefined {
  const least = language.contains?.least ?? 0;
  if (operator !== "co" || value === undefined || value.hasHole || value.text.length >= least) return undefined;
  return {
    offset,
    found: `co compares with ${value.text.length} characters.`,
    why: `Okta wants at least ${least} characters after co.`,
    help: "Give more characters, or use sw.",
    code: language.code,
  };
}

function checkValue(
  { attribute: name, operator }: Comparison,
  value: FilterValue,
  attribute: FilterAttribute,
  { language, parameter }: Place,
): FilterProblem | undefined {
  const wrong = (found: string, help: string): FilterProblem => ({
    offset: value.offset,
    found,
    why: `Okta refuses it, or finds nothing, for ${name} in ${parameter}.`,
    help,
    code: language.code,
  });
  if (value.type === "open") return undefined;
  if (value.type === "bare") return wrong(`${value.text} is not quoted.`, 'Put texts and dates in double quotes: "…".');
  if (value.type === "null")
    return wrong(
      "null is no value to compare with.",
      "Blank values cannot be searched: read more and compare in the snippet.",
    );
  if (attribute.type === "boolean" && value.type !== "boolean")
    return wrong(`${name} is compared with a text.`, "Write true or false, without quotes.");
  if (attribute.type === "text" && value.type !== "text")
    return wrong(`${name} is compared with ${value.text}.`, "Write the text in double quotes.");
  if (attribute.type === "date")
    return value.type === "text"
      ? wrongDate(value, wrong)
      : wrong(`${name} is compared with ${value.text}.`, "Write an ISO 8601 date in double quotes.");
  return value.hasHole || operator !== "eq" ? undefined : wrongChoice(name, value, attribute, wrong);
}

type Wrong = (found: string, help: string) => FilterProblem;

function wrongDate(value: FilterValue, wrong: Wrong): FilterProblem | undefined {
  if (value.hasHole || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(value.text))
    return undefined;
  return wrong(`${value.text} is no full date.`, 'Write "2026-01-31T00:00:00.000Z", or give a value of daysAgo().');
}

function wrongChoice(
  name: string,
  value: FilterValue,
  attribute: FilterAttribute,
  wrong: Wrong,
): FilterProblem | undefined {
  const events = name === "eventType" ? findShape("EventType") : undefined;
  const values = attribute.values ?? (events?.kind === "string" ? events.values : undefined);
  if (values === undefined || values.includes(value.text)) return undefined;
  const near = nearest(value.text, values);
  const choice = values.length <= 15 ? `It is one of ${values.join(", ")}.` : "Look the value up in Okta's list.";
  return wrong(`${name} never is ${value.text}.`, near === undefined ? choice : `Did you mean ${near}?`);
}
