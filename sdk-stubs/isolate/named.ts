import { type Candidate, declineWith } from "./declined.ts";
import { foldText, same } from "./same.ts";

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textAt(item: unknown, path: string): string | undefined {
  let value = item;
  for (const name of path.split(".")) value = property(value, name);
  return typeof value === "string" ? value : undefined;
}

function candidate(item: unknown, path: string | undefined): Candidate {
  const id = textAt(item, "id");
  const paths = path === undefined ? ["label", "name", "profile.name", "profile.login", "displayName"] : [path];
  const name = paths.map((one) => textAt(item, one)).find((one) => one !== undefined);
  return { id, name: name ?? id ?? "(no name)", status: textAt(item, "status") };
}

function isInactive(item: unknown): boolean {
  const status = textAt(item, "status");
  return status !== undefined && status !== "ACTIVE";
}

/** The one item whose text at `path` is `text`: exact first, else the only one that contains it. Anything unclear declines. */
export function named<T>(list: readonly T[], path: string, text: string): T {
  const decline = (reason: string, items: readonly T[]): never =>
    declineWith(
      reason,
      items.map((item) => candidate(item, path)),
    );
  const wanted = foldText(text);
  if (wanted === "") return decline(`No name was given to look for among ${list.length} by ${path}.`, []);
  const containing = list.filter((item) => foldText(textAt(item, path) ?? "").includes(wanted));
  const exact = containing.filter((item) => same(textAt(item, path), text));
  const [only, ...others] = exact.length > 0 ? exact : containing;
  if (only === undefined) return decline(`None of ${list.length} has "${text}" as its ${path}.`, []);
  if (others.length > 0) {
    const how = exact.length > 0 ? "are named" : "contain";
    return decline(`${others.length + 1} of ${list.length} ${how} "${text}" by ${path}.`, [only, ...others]);
  }
  if (exact.length > 0 && isInactive(only) && containing.some((item) => item !== only && !isInactive(item))) {
    return decline(`"${text}" is inactive, and an active one contains that name.`, containing);
  }
  return only;
}

/** The only item of a list. None or several decline; `what` says what was looked for. */
export function exactlyOne<T>(list: readonly T[], what: string): T {
  const [only, ...others] = list;
  if (only !== undefined && others.length === 0) return only;
  const reason = list.length === 0 ? `There is no ${what}.` : `There are ${list.length} of ${what}, not one.`;
  return declineWith(
    reason,
    list.map((item) => candidate(item, undefined)),
  );
}
