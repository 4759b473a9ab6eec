import type { ExpressionLanguage, FilterAttribute, FilterLanguage } from "./filter-language.ts";

/** What a `search`, `filter` or `q` takes, as sentences: what can be compared, how, and what to do about the rest. */
export function languageInWords(language: FilterLanguage): readonly string[] {
  if (language.kind === "words") {
    const { meaning, mostWords, longestWord } = language;
    return [
      `Plain words: ${meaning} what is given.`,
      ...(mostWords === undefined ? [] : [`At most ${mostWords} words.`]),
      ...(longestWord === undefined ? [] : [`Words of at most ${longestWord} characters.`]),
    ];
  }
  return [
    attributes(language),
    `Operators: ${language.operators.join(", ")}.`,
    ...contains(language),
    joins(language),
    ...refused(language),
  ];
}

function attributes(language: ExpressionLanguage): string {
  const own = Object.entries(language.attributes).map(([name, one]) => `${name} (${attribute(one)})`);
  const profile = {
    user: "every attribute of the user profile",
    group: "every attribute of the group profile",
    any: "profile attributes",
  };
  const open = [
    ...(language.allFields === true ? ["every field of the response"] : []),
    ...(language.profile === undefined ? [] : [profile[language.profile]]),
  ];
  return `Compares ${[...own, ...open].join(", ")}.`;
}

function attribute({ type, operators, values }: FilterAttribute): string {
  const only = operators === undefined ? "" : `, only ${operators.join(" ")}`;
  return `${values === undefined ? type : values.join(" or ")}${only}`;
}

function contains({ contains: allowed }: ExpressionLanguage): readonly string[] {
  if (allowed === undefined) return [];
  const least = allowed.least > 1 ? `, with at least ${allowed.least} characters` : "";
  return [`co (contains) only for ${allowed.attributes.join(", ")}${least}.`];
}

function joins(language: ExpressionLanguage): string {
  switch (language.joins) {
    case "one":
      return "One comparison alone.";
    case "and-or":
      return "Comparisons are joined by and, or and parentheses.";
    case "and-or-not":
      return "Comparisons are joined by and, or, not and parentheses.";
  }
}

function refused(language: ExpressionLanguage): readonly string[] {
  return Object.entries(language.refused ?? {}).map(([name, help]) => `Not ${name}: ${help}`);
}
