import type { PhraseMatcher } from "./phrase-matcher.ts";
import { readColumns } from "./read-columns.ts";
import type { OpenUsersReading, Order, Output } from "./reading.ts";
import { formats, groupings, listGroupings, places } from "./user-ends.ts";
import { bareOrders, orders } from "./user-starts.ts";
import type { UsersState } from "./users-state.ts";

/** The reading, where all that is left of the question may end one; else undefined. */
export function readUserEnd(matcher: PhraseMatcher, state: UsersState): OpenUsersReading | undefined {
  for (const place of placesAt(matcher, state))
    for (const by of groupingsAt(matcher, state, place.end))
      for (const { end, columns } of readColumns(matcher, by.end))
        for (const order of ordersAt(matcher, state, end, mayOrderBare(state, columns)))
          for (const late of matcher.maybe(places, order.end))
            for (const format of matcher.maybe(formats, late.end)) {
              if (format.end !== matcher.words.length) continue;
              const { always, conditions } = state;
              const wanted = [...state.columns, ...columns];
              if (!maySay(state, wanted)) continue;
              return {
                kind: "users",
                always,
                conditions,
                join: state.join ?? "and",
                columns: wanted,
                order: order.order,
                output: by.output,
              };
            }
  return undefined;
}

function placesAt(matcher: PhraseMatcher, state: UsersState): readonly { readonly end: number }[] {
  const here = matcher.maybe(places, state.at);
  return state.verbToCome
    ? here.flatMap(({ end }) => matcher.match("have|use|hold|belong|got to|enrolled|assigned?", end))
    : here;
}

/** The way to an app can be shown where one app is named, no more. */
function maySay(state: UsersState, columns: OpenUsersReading["columns"]): boolean {
  if (!columns.some((one) => one.kind === "path")) return true;
  const apps = [...state.always, ...state.conditions].filter((one) => one.kind === "app");
  const [app] = apps;
  return state.join !== "or" && apps.length === 1 && app?.kind === "app" && app.names.length === 1 && !app.not;
}

/** "newest first" beside another date could be that date's. */
function mayOrderBare(state: UsersState, columns: OpenUsersReading["columns"]): boolean {
  const parts = [...state.always, ...state.conditions];
  return (
    !parts.some((one) => one.kind === "date") && ![...state.columns, ...columns].some((one) => one.kind === "field")
  );
}

function ordersAt(
  matcher: PhraseMatcher,
  state: UsersState,
  at: number,
  mayBeBare: boolean,
): readonly { readonly end: number; readonly order: Order | undefined }[] {
  if (state.output.kind !== "rows" || state.order !== undefined) return [{ end: at, order: state.order }];
  const said = matcher
    .made(mayBeBare ? [...orders, ...bareOrders] : orders, at)
    .map(({ end, made }) => ({ end, order: made }));
  return [...said, { end: at, order: undefined }];
}

function groupingsAt(
  matcher: PhraseMatcher,
  state: UsersState,
  at: number,
): readonly { readonly end: number; readonly output: Output }[] {
  const isCount = state.output.kind === "count";
  const byColumn = groupings
    .filter((pattern) => isCount || pattern.startsWith("per "))
    .flatMap((pattern) => matcher.match(pattern, at))
    .flatMap(({ end, slots: [slot] }) =>
      slot?.kind === "values" ? [{ end, output: { kind: "count-by", by: slot.values[0] ?? "" } } as const] : [],
    );
  const byList = listGroupings
    .filter(([pattern]) => isCount || pattern.startsWith("per "))
    .flatMap(([pattern, by]) =>
      matcher.match(pattern, at).map(({ end }) => ({ end, output: { kind: "count-by", by } as const })),
    );
  return [...byColumn, ...byList, { end: at, output: state.output }];
}
