/** Something in a question that names one person or object, and what stands in its place. */
export interface LiftedValue {
  /** Name of the snippet's parameter: `login1`, `id1`, `address1`. */
  readonly name: string;
  readonly value: string;
}

/** A question as a model may see it, with what was lifted out of it. */
export interface LiftedQuestion {
  /** The question with `<login1>` and the like in place of the values. */
  readonly text: string;
  readonly values: readonly LiftedValue[];
}

// Tried in this order at each place: a login may look like an address in front of its @.
const kinds: readonly { readonly name: string; readonly pattern: string }[] = [
  { name: "login", pattern: String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+'’-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*` },
  { name: "address", pattern: String.raw`(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)` },
  // Okta's ids: 20 letters and digits, at least two of them digits.
  { name: "id", pattern: String.raw`(?<![\p{L}\p{N}])(?=[A-Za-z]*\d[A-Za-z]*\d)[A-Za-z0-9]{20}(?![\p{L}\p{N}])` },
];

const everything = new RegExp(kinds.map(({ name, pattern }) => `(?<${name}>${pattern})`).join("|"), "gu");

/**
 * Takes logins, e-mail addresses, IP addresses and Okta ids out of a question, so that no model sees them. `already`: values
 * that stand in what goes with it, which keep their names.
 */
export function liftValues(question: string, already: readonly LiftedValue[] = []): LiftedQuestion {
  const values: LiftedValue[] = [...already];
  const text = question.replaceAll(everything, (value, ...rest: unknown[]) => {
    const known = values.find((one) => one.value === value);
    if (known !== undefined) return `<${known.name}>`;
    const groups: unknown = rest.at(-1);
    const kind = kinds.find(({ name }) => isGroupSet(groups, name))?.name ?? "value";
    const name = `${kind}${values.filter((one) => one.name.startsWith(kind)).length + 1}`;
    values.push({ name, value });
    return `<${name}>`;
  });
  return { text, values };
}

function isGroupSet(groups: unknown, name: string): boolean {
  return typeof groups === "object" && groups !== null && new Map(Object.entries(groups)).get(name) !== undefined;
}

/** Puts the values back into a text that a person reads. */
export function restoreText(text: string, values: readonly LiftedValue[]): string {
  return values.reduce((restored, { name, value }) => restored.replaceAll(`<${name}>`, value), text);
}

/** Puts the values back into a snippet, where its string literals have the placeholders: as data of its params. */
export function restoreSource(source: string, values: readonly LiftedValue[]): string {
  // A value has no backslash, backtick or line end; an apostrophe, escaped, stands in any literal.
  return values.reduce(
    (restored, { name, value }) => restored.replaceAll(`<${name}>`, value.replaceAll("'", String.raw`\'`)),
    source,
  );
}
