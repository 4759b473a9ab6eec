import { addAnyApp } from "./any-app-text.ts";
import { addAdmins, roleTest } from "./admin-text.ts";
import { factorColumns, fieldText, profileText } from "./column-text.ts";
import { addApp, addGroup, addGroupPath, type Driver } from "./compose-driver.ts";
import { momentText } from "./moment-text.ts";
import {
  isJoin,
  type AccessPath,
  type Comparison,
  type Condition,
  type JoinCondition,
  type ProfileCondition,
} from "./reading.ts";
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
  return isJoin(condition) ? joinText(condition, user, snippet) : profileCondition(condition, user, snippet);
}

function profileCondition(condition: ProfileCondition, user: string, snippet: SnippetText): ConditionText {
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
    case "user-type":
      return typeText(condition, user, snippet);
    case "number":
      return numberText(condition, user, snippet);
    case "flag": {
      const text = profileText(user, condition.attribute);
      return both(condition.attribute, text, (one) => `${bare(one)} === ${condition.is}`);
    }
  }
}

function joinText(condition: JoinCondition, user: string, snippet: SnippetText): ConditionText {
  switch (condition.kind) {
    case "app":
      return appText(condition, user, snippet);
    case "any-app": {
      const ids = addAnyApp(condition.path, snippet);
      return inSets("hasAnyApp", [ids], condition.not, user, snippet);
    }
    case "group":
      return groupText(condition, user, snippet);
    case "no-group":
      return noGroupText(user, snippet);
    case "role":
      return roleText(condition, user, snippet);
    case "factor":
      return factorText(condition);
    case "factor-count": {
      const rowTest = `row.activeFactors ${comparisonText(condition.comparison, condition.number)}`;
      return { rowTest, columns: factorColumns, reads: ["factors"] };
    }
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
  const test = (text: string): string => {
    const compared = `${not}${isBefore}(${bare(text)}, ${limit})`;
    const mayBeAbsent = condition.date !== "created" && condition.date !== "lastUpdated";
    return condition.side === "before" && !condition.orNever && mayBeAbsent
      ? `(${bare(text)} ?? null) !== null && ${compared}`
      : compared;
  };
  const dated = both(condition.date, fieldText(user, condition.date), test);
  return condition.date === "lastLogin" ? { ...dated, columns: [...dated.columns, neverColumn(user)] } : dated;
}

function numberText(
  { attribute, comparison, number }: Condition & { readonly kind: "number" },
  user: string,
  snippet: SnippetText,
): ConditionText {
  const limit = snippet.parameter(attribute, number);
  return both(attribute, profileText(user, attribute), (text) => {
    const value = bare(text);
    return `typeof ${value} === 'number' && ${value} ${comparisonText(comparison, limit)}`;
  });
}

/** A comparison as source text: `> 5`. */
export function comparisonText(comparison: Comparison, number: number | string): string {
  const signs: Readonly<Record<Comparison, string>> = {
    more: ">",
    fewer: "<",
    "at-least": ">=",
    "at-most": "<=",
    exactly: "===",
  };
  return `${signs[comparison]} ${number}`;
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
  const { attribute, test, not } = condition;
  const values = condition.values.map((value) => snippet.parameter(attribute, value));
  if (test === "is") snippet.use("same");
  return both(attribute, profileText(user, attribute), (text) => {
    const tests = values.map((value) => attributeTest(test, bare(text), value));
    const any = tests.length === 1 ? tests.join("") : `(${tests.join(" || ")})`;
    return `${not ? "!" : ""}${any}`;
  });
}

const methods = { starts: "startsWith", contains: "includes", ends: "endsWith" } as const;

function attributeTest(test: "is" | "starts" | "contains" | "ends", text: string, value: string): string {
  if (test === "is") return `same(${text}, ${value})`;
  const isSure = /[.](login|email)$/.test(text);
  return `${isSure ? text : `(${text} ?? '')`}.toLowerCase().${methods[test]}(${value}.toLowerCase())`;
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
  const sets = condition.names.map((name) => appSet(name, condition.path, snippet));
  return inSets("hasApp", sets, condition.not, user, snippet);
}

function appSet(name: string, path: AccessPath, snippet: SnippetText): string {
  const target = addApp(name, snippet);
  const [list, ids] = [snippet.name("others"), snippet.name("ids")];
  const groupPath = path === "group" || path === "direct-only" ? addGroupPath(target, snippet) : "";
  const narrowed = {
    any: "",
    direct: ".filter((one) => one.scope === 'USER')",
    "direct-only": `.filter((one) => one.scope === 'USER' && !${groupPath}.has(one.id))`,
    group: `.filter((one) => ${groupPath}.has(one.id))`,
  }[path];
  snippet.add(
    `const ${list} = await okta.listApplicationUsers({ appId: ${target}.id }).all()`,
    `const ${ids} = new Set(${list}${narrowed}.map((one) => one.id))`,
  );
  return ids;
}

function groupText(
  condition: Condition & { readonly kind: "group" },
  user: string,
  snippet: SnippetText,
): ConditionText {
  const sets = condition.names.map((name) => {
    const target = addGroup(name, snippet);
    const [list, ids] = [snippet.name("others"), snippet.name("ids")];
    snippet.add(
      `const ${list} = await okta.listGroupUsers({ groupId: ${target}.id }).all()`,
      `const ${ids} = new Set(${list}.map((one) => one.id))`,
    );
    return ids;
  });
  return inSets("inGroup", sets, condition.not, user, snippet);
}

/** Everyone is in Everyone; only groups that somebody made count. Their members are read, which is fewer reads than one a user. */
function noGroupText(user: string, snippet: SnippetText): ConditionText {
  const [made, members, ids] = [snippet.name("madeGroups"), snippet.name("members"), snippet.name("grouped")];
  snippet.use("each");
  snippet.add(
    `const ${made} = (await okta.listGroups({ expand: 'stats' }).all()).filter((group) => group.type !== 'BUILT_IN' && group._embedded.stats.usersCount > 0)`,
    `const ${members} = await each(${made}, async (group) => await okta.listGroupUsers({ groupId: group.id }).all())`,
    `const ${ids} = new Set(${members}.flat().map((one) => one.id))`,
  );
  return both(snippet.name("inAnyGroup"), `${ids}.has(${user}.id)`, (text) => `!${text}`);
}

function typeText(
  { name, not }: Condition & { readonly kind: "user-type" },
  user: string,
  snippet: SnippetText,
): ConditionText {
  const parameter = snippet.parameter("userType", name);
  const types = snippet.name("types");
  const ids = snippet.name("typeIds");
  snippet.use("same");
  snippet.add(
    `const ${types} = await okta.listUserTypes({}).all()`,
    `const ${ids} = new Set(${types}.filter((one) => same(one.displayName ?? one.name, ${parameter})).map((one) => one.id))`,
  );
  return both(snippet.name("ofType"), `${ids}.has(${user}.type?.id ?? '')`, (text) => (not ? `!${text}` : text));
}

function inSets(
  column: string,
  sets: readonly string[],
  not: boolean,
  user: string,
  snippet: SnippetText,
): ConditionText {
  const tests = sets.map((ids) => `${ids}.has(${user}.id)`).join(" || ");
  return both(snippet.name(column), tests, (text) => `${not ? "!" : ""}${text.includes(" || ") ? `(${text})` : text}`);
}

function roleText(condition: Condition & { readonly kind: "role" }, user: string, snippet: SnippetText): ConditionText {
  const holders = addAdmins(snippet);
  const set = snippet.name("holderIds");
  const wanted = condition.roles === undefined ? holders : `${holders}.filter((one) => ${roleTest(condition.roles)})`;
  snippet.add(`const ${set} = new Set(${wanted}.map((one) => one.id))`);
  const column = snippet.name(condition.roles === undefined ? "isAdmin" : "hasRole");
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
