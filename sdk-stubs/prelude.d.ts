/**
 * The fixed part of what a snippet sees as `'okta'`: everything but the operations. Read as text by the stub generator
 * (for the compiler) and implemented by `isolate/`. A test holds the two against each other.
 */

declare const notKnownBrand: unique symbol;

/** A value that could not be read, because its read failed and the snippet allowed for that with `.orUnknown()`. May stand in a cell. */
export interface NotKnown {
  readonly [notKnownBrand]: true;
}

/** A read that is under way. Await it, or allow for its failure with `.orUnknown()`. */
export interface Read<T> extends Promise<T> {
  /** The same read; a failure gives `NotKnown` instead of ending the run. Ask with `notKnown(value)`. */
  orUnknown(): Promise<T | NotKnown>;
}

/** A list of an org. The host pages; the snippet never sees a URL or a cursor. */
export interface Listing<T> extends AsyncIterable<T> {
  /** All items, to the end of the list. */
  all(): Read<readonly T[]>;
  /** The first `count` items, or fewer where the list is shorter. */
  first(count: number): Read<readonly T[]>;
  /** Page by page, for lists too large to hold. */
  pages(): AsyncIterable<readonly T[]>;
}

/** What may stand in a cell of a row. Dates are Okta's ISO strings. */
export type Cell = string | number | boolean | null | readonly string[] | NotKnown;

/** A row: flat, with the same keys in every row. */
export type Row = Readonly<Record<string, Cell>>;

/** Paths of `T` that lead to a text, as `'label'` or `'profile.name'`. */
export type TextPath<T> = {
  [K in keyof T & string]-?: NonNullable<T[K]> extends string
    ? K
    : NonNullable<T[K]> extends readonly unknown[]
      ? never
      : NonNullable<T[K]> extends object
        ? `${K}.${{ [L in keyof NonNullable<T[K]> & string]-?: NonNullable<NonNullable<T[K]>[L]> extends string ? L : never }[keyof NonNullable<T[K]> & string]}`
        : never;
}[keyof T & string];

/** `Path` where it leads to a text of `T`, else the paths that do: those are costly to list, so only a wrong path asks for them. */
export type PathToText<T, Path extends string> = [Path] extends [keyof T & string]
  ? NonNullable<T[Path]> extends string
    ? Path
    : TextPath<T>
  : Path extends `${infer Head}.${infer Tail}`
    ? [Head] extends [keyof T & string]
      ? [Tail] extends [keyof NonNullable<T[Head]> & string]
        ? NonNullable<NonNullable<T[Head]>[Tail]> extends string
          ? NonNullable<T[Head]> extends readonly unknown[]
            ? TextPath<T>
            : Path
          : TextPath<T>
        : TextPath<T>
      : TextPath<T>
    : TextPath<T>;

/**
 * Runs `read` for each item, keeps the order, and lets the host choose how many at a time. The one way to read per item.
 */
export function each<T, R>(items: readonly T[], read: (item: T, index: number) => Promise<R>): Promise<R[]>;

/**
 * The one item whose text at `path` is `text`: case ignored, an exact match first, else the only one that contains it.
 * None, several, or an inactive exact match beside an active other ends the run as declined, with the candidates.
 */
export function named<T, Path extends string>(list: readonly T[], path: PathToText<T, Path>, text: string): T;

/** The only item of a list. None or several end the run as declined; `what` says what was looked for. */
export function exactlyOne<T>(list: readonly T[], what: string): T;

/** Ends the run as declined, with a reason for the operator. */
export function declined(reason: string): never;

/** Whether two texts are the same as Okta's search sees it: case ignored, diacritics kept, blanks trimmed. Null is never the same. */
export function same(a: string | null | undefined, b: string | null | undefined): boolean;

/** What people and models call a target of an event, and what the System Log calls it. */
export type TargetType<Type extends string> =
  Lowercase<Type> extends "user" | "users" | "person"
    ? "User"
    : Lowercase<Type> extends "group" | "groups" | "usergroup"
      ? "UserGroup"
      : Lowercase<Type> extends "app" | "apps" | "application" | "appinstance"
        ? "AppInstance"
        : Type;

/** The target of a System Log event with that type, as `'User'`, `'UserGroup'` or `'AppInstance'`: the first of several; undefined where there is none. */
export function targetOf<T extends { readonly type?: string | null }, Type extends string>(
  event: { readonly target?: readonly T[] | null },
  type: TargetType<Type>,
): T | undefined;

/** True where a read failed and `.orUnknown()` let the run go on. */
export function notKnown(value: unknown): value is NotKnown;

/** The run's start, as an ISO string. */
export function now(): string;

/** `days` × 24 hours before the run's start, as an ISO string. */
export function daysAgo(days: number): string;

/** `hours` before the run's start, as an ISO string. */
export function hoursAgo(hours: number): string;

/** Whole days of 24 hours from `date` to the run's start; undefined for null or undefined. */
export function daysSince(date: string | null | undefined): number | undefined;

/** True when `date` lies before `limit`. Null and undefined (never) count as before. */
export function isBefore(date: string | null | undefined, limit: string): boolean;

/** The calendar day of `date` in the operator's time zone, as `2026-11-23`. */
export function dayOf(date: string): string;

/** The moment at which a calendar day, as `2026-11-23`, begins in the operator's time zone, or the day `daysLater` days after it, as an ISO string. */
export function startOfDay(day: string, daysLater?: number): string;

/** What a column of an input table holds; with `?` a cell may be empty, which is null. Dates are texts, as Okta's are. */
export type ColumnType = "string" | "string?" | "number" | "number?" | "boolean" | "boolean?" | "date" | "date?";

/** A value of a column of that type. */
export type ColumnValue<Type extends ColumnType> = Type extends `${infer Kind}?`
  ? (Kind extends ColumnType ? ColumnValue<Kind> : never) | null
  : Type extends "number"
    ? number
    : Type extends "boolean"
      ? boolean
      : string;

/** A row of an input table. */
export type InputRow<Columns extends Readonly<Record<string, ColumnType>>> = {
  readonly [Name in keyof Columns]: ColumnValue<Columns[Name]>;
};

/**
 * A parameter that takes a CSV or JSON file of the operator's: `params = { leavers: inputTable({ login: 'string' }) }`. The
 * function is handed its rows.
 */
export function inputTable<const Columns extends Readonly<Record<string, ColumnType>>>(
  columns: Columns,
): readonly InputRow<Columns>[];

/** Text for a `search` or `filter` parameter, its values quoted safely: filter`profile.department eq ${department}`. */
export function filter(text: TemplateStringsArray, ...values: readonly (string | number | boolean)[]): string;

/** A line for the run's journal and the operator: the snippet's own words. */
export function note(text: string): void;
