import { conditionPhrases } from "./condition-phrases.ts";
import type { PhraseMatcher } from "./phrase-matcher.ts";
import type { Condition, WantedColumn } from "./reading.ts";
import { columnOpenings, columnPatterns, whetherOpenings } from "./user-ends.ts";

/** Columns that words ask for, and where those words end. */
export interface ColumnsRead {
  readonly end: number;
  readonly columns: readonly WantedColumn[];
}

/** Every way in which further columns are asked for from `at` on; none is one of them, and the last. */
export function readColumns(matcher: PhraseMatcher, at: number): readonly ColumnsRead[] {
  const lists = columnOpenings.flatMap((opening) =>
    matcher.match(opening, at).flatMap(({ end }) => {
      const isBare = matcher.said(at, end).every((one) => !["their", "the", "'s"].includes(one));
      return readColumnList(matcher, end).filter(
        ({ columns }) => !isBare || mayStandBare(columns, matcher.said(at, at + 1)[0]),
      );
    }),
  );
  return [...readWhether(matcher, at), ...lists.toReversed(), { end: at, columns: [] }];
}

/** A list of columns: `manager, department and last login`. */
export function readColumnList(
  matcher: PhraseMatcher,
  at: number,
  before: readonly WantedColumn[] = [],
): readonly ColumnsRead[] {
  return matcher.made(columnPatterns, at).flatMap(({ end, made }) => {
    const columns = [...before, ...made];
    const more = [",? and|plus also? their|the?", ", also? their|the?"].flatMap((one) => matcher.match(one, end));
    return [{ end, columns }, ...more.flatMap((one) => readColumnList(matcher, one.end, columns))];
  });
}

/** "and whether they have MFA": a condition that is shown and leaves nobody out. */
function readWhether(matcher: PhraseMatcher, at: number): readonly ColumnsRead[] {
  return whetherOpenings.flatMap((opening) =>
    matcher.match(opening, at).flatMap(({ end }) =>
      conditionPhrases.flatMap(({ patterns, make }) =>
        patterns.flatMap((pattern) =>
          matcher.match(pattern, end).flatMap((match) => {
            const conditions = make(match.slots).filter((one): one is Condition => one.kind !== "open");
            const [condition, ...others] = conditions;
            if (condition === undefined || others.length > 0) return [];
            return [{ end: match.end, columns: [{ kind: "whether", condition } as const] }];
          }),
        ),
      ),
    ),
  );
}

/** "users with manager" may mean those who have one: without `their` only words that add a column are taken so. */
function mayStandBare(columns: readonly WantedColumn[], opening: string | undefined): boolean {
  if (opening === "with") return columns.every((one) => one.kind === "field");
  // "users and groups" may ask for two lists.
  return columns.every((one) => one.kind !== "groups" && one.kind !== "apps");
}
