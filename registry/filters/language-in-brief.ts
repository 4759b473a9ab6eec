import type { ExpressionLanguage, FilterLanguage } from "./filter-language.ts";

/** What a `search`, `filter` or `q` takes, in one phrase for a model: `eq gt lt on id, created; co on profile.name; joined by and, or`. */
export function languageInBrief(language: FilterLanguage): string {
  if (language.kind === "words") return `plain words, ${language.meaning} them`;
  return [...comparisons(language), ...contains(language), joins[language.joins], ...refused(language)].join("; ");
}

const joins = {
  one: "one comparison alone",
  "and-or": "joined by and, or, ( )",
  "and-or-not": "joined by and, or, not, ( )",
} as const;

/** Attributes by the operators that they take. */
function comparisons({ attributes, operators, profile, allFields }: ExpressionLanguage): readonly string[] {
  const named = Object.entries(attributes).map(([name, one]) => [name, one.operators ?? operators] as const);
  const open = [
    ...(allFields === true ? ["every field of the response"] : []),
    ...(profile === undefined ? [] : ["profile.*"]),
  ].map((name) => [name, operators] as const);
  const byOperators = Map.groupBy([...named, ...open], ([, taken]) => taken.join(" "));
  return [...byOperators].map(([taken, list]) => `${taken} on ${list.map(([name]) => name).join(", ")}`);
}

function contains({ contains: allowed }: ExpressionLanguage): readonly string[] {
  if (allowed === undefined) return [];
  const least = allowed.least > 1 ? ` with at least ${allowed.least} characters` : "";
  return [`co on ${allowed.attributes.join(", ")} alone${least}`];
}

function refused(language: ExpressionLanguage): readonly string[] {
  const names = Object.keys(language.refused ?? {});
  return names.length === 0 ? [] : [`never ${names.join(", ")}`];
}
