import { addAdmins } from "./admin-text.ts";
import { factorColumns, fieldText, profileText } from "./column-text.ts";
import { addApp, addGroup, type Driver } from "./compose-driver.ts";
import { momentText } from "./moment-text.ts";
import type { Condition } from "./reading.ts";
import type { SnippetText } from "./snippet-text.ts";

/** One condition as source text. */
export interface ConditionText {
  /** Test over an item of the list, where it needs no further read of that user. */
  readonly userTest?: string;
  /** Test over a finished row. */
  readonly rowTest: string;
  readonly columns: readonly (readonly [string, string])[];
  /** Reads for each user that the columns need. */
  readonly reads: readonly ("factors" | "roles")[];
}

/** Writes what a condition needs to be read first, and gives its tests and columns. */
export function composeCondition(condition: Condition, driver: Driver, snippet: SnippetText): ConditionText {
  const { user } = driver;
  switch (condition.kind) {
    case "status":
      return both("status", `${user}.status`, (text) => statusTest(text, condition.values, condition.not));
    case "attribute":
      return attributeText(condition, user, snippet);
    case "present":
      return presentText(condition, user);
    case "date":
      return dateText(condition, user, snippet);
    case "never-signed-in":
      return neverText(condition.not, user);
    case "app":
      return appText(condition, user, snippet);
    case "group": {
      const target = addGroup(condition.name, snippet);
      return inSet("inGroup", `okta.listGroupUsers({ groupId: ${target}.id })`, condition.not, user, snippet);
    }
    case "role":
      return roleText(condition, user, snippet);
    case "factor":
      return factorText(condition);
    case "only-factors":
      return onlyText(condition.types);
  }
}

function onlyText(types: readonly string[]): ConditionText {
  const text = `factors.length > 0 && factors.every((factor) => ${typeTest(types)})`;
  return { rowTest: "row.onlyThese", columns: [...factorColumns, ["onlyThese", text]], reads: ["factors"] };
}

function dateText(condition: Condition & { readonly kind: "date" }, user: string, snippet: SnippetText): ConditionText {
  const isBefore = snippet.use("isBefore");
  const limit = momentText(condition.moment, snippet);
  const not = condition.side === "before" ? "" : "!";
  const test = (text: string): string => `${not}${isBefore}(${bare(text)}, ${limit})`;
  const dated = both(condition.date, fieldText(user, condition.date), test);
  return condition.date === "lastLogin" ? { ...dated, columns: [...dated.columns, neverColumn(user)] } : dated;
}

function neverText(not: boolean, user: string): ConditionText {
  const [name, text] = neverColumn(user);
  const sign = not ? "!" : "";
  return {
    userTest: `${sign}(${text})`,
    rowTest: `${sign}row.${name}`,
    columns: [
      ["lastLogin", `${user}.lastLogin ?? null`],
      [name, text],
    ],
    reads: [],
  };
}

function both(column: string, text: string, test: (text: string) => string): ConditionText {
  return { userTest: test(text), rowTest: test(`row.${column}`), columns: [[column, text]], reads: [] };
}

function bare(text: string): string {
  return text.replace(/ \?\? null$/, "");
}

function neverColumn(user: string): readonly [string, string] {
  return ["neverSignedIn", `(${user}.lastLogin ?? null) === null`];
}

function statusTest(text: string, values: readonly string[], not: boolean): string {
  if (not) return values.map((one) => `${text} !== '${one}'`).join(" && ");
  const tests = values.map((one) => `${text} === '${one}'`);
  return tests.length === 1 ? tests.join("") : `(${tests.join(" || ")})`;
}

function attributeText(
  condition: Condition & { readonly kind: "attribute" },
  user: string,
  snippet: SnippetText,
): ConditionText {
  const value = snippet.parameter(condition.attribute, condition.value);
  const sign = condition.not ? "!" : "";
  if (condition.test === "is") {
    const same = snippet.use("same");
    return both(
      condition.attribute,
      profileText(user, condition.attribute),
      (text) => `${sign}${same}(${bare(text)}, ${value})`,
    );
  }
  const method = condition.test === "starts" ? "startsWith" : "includes";
  return both(condition.attribute, profileText(user, condition.attribute), (text) => {
    const given =
      condition.attribute === "login" || condition.attribute === "email" ? bare(text) : `(${bare(text)} ?? '')`;
    return `${sign}${given}.toLowerCase().${method}(${value}.toLowerCase())`;
  });
}

function presentText(condition: Condition & { readonly kind: "present" }, user: string): ConditionText {
  const attributes = condition.attribute === "manager" ? ["manager", "managerId"] : [condition.attribute];
  const test = (text: (attribute: string) => string): string => {
    const tests = attributes.map((one) => `(${text(one)} ?? '').trim() ${condition.not ? "===" : "!=="} ''`);
    return tests.length === 1 ? tests.join("") : `(${tests.join(condition.not ? " && " : " || ")})`;
  };
  return {
    userTest: test((one) => `${user}.profile.${one}`),
    rowTest: test((one) => `row.${one}`),
    columns: attributes.map((one) => [one, profileText(user, one)]),
    reads: [],
  };
}

function appText(condition: Condition & { readonly kind: "app" }, user: string, snippet: SnippetText): ConditionText {
  const target = addApp(condition.name, snippet);
  const direct = condition.direct ? ".filter((one) => one.scope === 'USER')" : "";
  return inSet("hasApp", `okta.listApplicationUsers({ appId: ${target}.id })`, condition.not, user, snippet, direct);
}

function inSet(
  column: string,
  call: string,
  not: boolean,
  user: string,
  snippet: SnippetText,
  narrowed = "",
): ConditionText {
  const list = snippet.name("others");
  const ids = snippet.name("ids");
  const name = snippet.name(column);
  snippet.add(`const ${list} = await ${call}.all()`, `const ${ids} = new Set(${list}${narrowed}.map((one) => one.id))`);
  return both(name, `${ids}.has(${user}.id)`, (text) => `${not ? "!" : ""}${text}`);
}

function roleText(condition: Condition & { readonly kind: "role" }, user: string, snippet: SnippetText): ConditionText {
  const ids = addAdmins(snippet);
  const set = snippet.name("adminSet");
  const column = snippet.name("isAdmin");
  snippet.add(`const ${set} = new Set(${ids})`);
  return both(column, `${set}.has(${user}.id)`, (text) => `${condition.not ? "!" : ""}${text}`);
}

function factorText({ types, not }: Condition & { readonly kind: "factor" }): ConditionText {
  if (types === undefined) {
    const columns = not ? factorColumns.slice(0, 1) : factorColumns;
    return { rowTest: `row.activeFactors ${not ? "=== 0" : "> 0"}`, columns, reads: ["factors"] };
  }
  const name = `has${types.map((one) => one.replaceAll(/(^|[:_])(\w)/g, (_all, _sep, letter: string) => letter.toUpperCase())).join("Or")}`;
  const text = `factors.some((factor) => ${typeTest(types)})`;
  const columns = [...factorColumns, [name, text] as const];
  return { rowTest: `${not ? "!" : ""}row.${name}`, columns, reads: ["factors"] };
}

function typeTest(types: readonly string[]): string {
  return types.map((one) => `factor.factorType === '${one}'`).join(" || ");
}
