/** Which users a defined word means. Where there are several values, one of them is enough. */
export type DefinedCondition =
  | {
      readonly kind: "attribute";
      readonly attribute: string;
      readonly test: "is" | "starts" | "contains" | "ends";
      readonly values: readonly string[];
    }
  | { readonly kind: "group"; readonly name: string }
  | { readonly kind: "user-type"; readonly name: string };

const tests = { same: "is", starts: "starts", contains: "contains", ends: "ends" } as const;
const attributeForm = /^([A-Za-z][A-Za-z0-9_]{0,99}) (same|starts|contains|ends) ("[^"]+"(?: or "[^"]+")*)$/;
const nameForm = /^(group|user type) "([^"]+)"$/;

/** What such a condition may look like, for whoever wrote another. */
export const conditionForms: string =
  'userType same "C" (or starts, contains, ends; several values as "C" or "Contractor"), group "Contractors", or user type "Contractor"';

/** Reads the condition of a definition; undefined where it is none. */
export function parseDefinedCondition(text: string): DefinedCondition | undefined {
  const said = text.trim();
  const [, kind, name = ""] = nameForm.exec(said) ?? [];
  if (kind !== undefined) return { kind: kind === "group" ? "group" : "user-type", name };
  const [, attribute, test, quoted = ""] = attributeForm.exec(said) ?? [];
  if (attribute === undefined) return undefined;
  const values = [...quoted.matchAll(/"([^"]+)"/g)].map(([, value = ""]) => value);
  const named = Object.entries(tests).find(([word]) => word === test);
  return named === undefined ? undefined : { kind: "attribute", attribute, test: named[1], values };
}

const testWords = { is: "is", starts: "starts with", contains: "contains", ends: "ends with" } as const;

/** The condition as an administrator would say it. */
export function sayDefinedCondition(condition: DefinedCondition): string {
  switch (condition.kind) {
    case "group":
      return `users in the group named "${condition.name}"`;
    case "user-type":
      return `users of the user type "${condition.name}"`;
    case "attribute": {
      const values = condition.values.map((one) => `"${one}"`).join(" or ");
      return `users whose ${condition.attribute} ${testWords[condition.test]} ${values}`;
    }
  }
}
