import type { PhraseMatcher } from "./phrase-matcher.ts";
import { readColumnList, readColumns } from "./read-columns.ts";
import type { WantedColumn } from "./reading.ts";
import { columnSubjects, firstOnes, fronts, leads, namedBefore, subjects, whoLeads } from "./user-starts.ts";
import { nothingRead, type Part, type UsersState } from "./users-state.ts";

/** Every way in which a question about users begins: up to its subject, with columns that are named right there. */
export function readUserStarts(matcher: PhraseMatcher): readonly UsersState[] {
  const fronted = matcher.made(fronts, 0).map(({ end, made }) => ({ ...nothingRead, at: end, always: made }));
  return [nothingRead, ...fronted].flatMap((front) => [
    ...startsFrom(matcher, front).flatMap((one) => withColumns(matcher, one)),
    ...columnsFirst(matcher, front),
    ...turnedAround(matcher, front),
  ]);
}

function startsFrom(matcher: PhraseMatcher, front: UsersState): readonly UsersState[] {
  const asked = whoLeads.flatMap((lead) => matcher.match(lead, front.at));
  // "Whose only factor is SMS?"
  const whose = matcher.said(front.at, front.at + 1)[0] === "whose" ? [{ end: front.at }] : [];
  const again =
    front.always.length === 0 ? [] : asked.flatMap(({ end }) => namedBefore.flatMap((one) => matcher.match(one, end)));
  const who: readonly UsersState[] = [...again, ...asked, ...whose].map(({ end }) => ({ ...front, at: end }));
  const subject = leads.flatMap(([pattern, output]) =>
    matcher.match(pattern, front.at).flatMap((one) => {
      const kind = output === "count" ? "count" : "rows";
      return ordered(matcher, { ...front, at: one.end, output: { kind } });
    }),
  );
  return [...subject.flatMap((one) => [one, ...amongThem(matcher, one)]), ...who];
}

/** "Of our active admins, which have no MFA?" */
function amongThem(matcher: PhraseMatcher, state: UsersState): readonly UsersState[] {
  const asked = [
    [",? which|who|what of? them|those|these|ones?", "rows"],
    [",? how many of? them|those|these?", "count"],
  ] as const;
  return asked.flatMap(([pattern, kind]) =>
    matcher.match(pattern, state.at).map(({ end }) => ({ ...state, at: end, output: { kind } })),
  );
}

function withColumns(matcher: PhraseMatcher, state: UsersState): readonly UsersState[] {
  const named = readColumns(matcher, state.at).filter(({ columns }) => columns.length > 0);
  return [state, ...named.map(({ end, columns }) => ({ ...state, at: end, columns }))];
}

/** "the emails and titles of all active users", "MFA factors for the Sales group" */
function columnsFirst(matcher: PhraseMatcher, front: UsersState): readonly UsersState[] {
  return leads
    .filter(([, output]) => output === "rows")
    .flatMap(([lead]) => matcher.match(lead, front.at))
    .flatMap(({ end }) => readColumnList(matcher, end).map((one) => ({ ...one, said: matcher.said(end, one.end) })))
    .flatMap(({ end, columns, said }) =>
      matcher.match("of|for|from|by each|every|all? of? the|our?", end).flatMap((joint) => {
        if (!mayComeFirst(columns, [...said, ...matcher.said(end, joint.end)])) return [];
        const state = { ...front, at: joint.end, columns };
        const named = matcher.made(columnSubjects, joint.end);
        const bare = named.map((one) => ({ ...state, at: one.end, always: [...state.always, ...one.made] }));
        return [...ordered(matcher, state), ...bare];
      }),
    );
}

/** "Which factors do the members of Sales have?" */
function turnedAround(matcher: PhraseMatcher, front: UsersState): readonly UsersState[] {
  return matcher.match("what|which", front.at).flatMap((lead) =>
    readColumnList(matcher, lead.end).flatMap(({ end, columns }) =>
      matcher.match("do|does all|each|every? of? the|our?", end).flatMap((joint) => {
        if (!mayComeFirst(columns, matcher.said(lead.end, joint.end))) return [];
        const state = { ...front, at: joint.end, columns, verbToCome: true };
        const named = matcher.made(columnSubjects, joint.end);
        return [
          ...ordered(matcher, state),
          ...named.map((one) => ({ ...state, at: one.end, always: [...state.always, ...one.made] })),
        ];
      }),
    ),
  );
}

/** "groups of users" are groups; "group memberships of users" and "groups of each user" are theirs. */
function mayComeFirst(columns: readonly WantedColumn[], said: readonly string[]): boolean {
  if (["memberships", "membership", "each", "every"].some((one) => said.includes(one))) return true;
  return columns.every((one) => one.kind !== "groups" && one.kind !== "apps");
}

function ordered(matcher: PhraseMatcher, state: UsersState): readonly UsersState[] {
  const first =
    state.output.kind === "count"
      ? []
      : matcher
          .made(firstOnes, state.at)
          .flatMap(({ end, made }) => adjectives(matcher, { ...state, at: end, order: made }));
  // The latest admins may be the last to become admins.
  return [...first.filter(({ always }) => !always.some((one) => one.kind === "role")), ...adjectives(matcher, state)];
}

const statusPatterns = [
  "currently? {status}",
  "{status} or|and {status}",
  "{status} , {status} or|and {status}",
  "{status} , {status} , or|and {status}",
];

/** `active`, `locked out or suspended` before the subject. */
function adjectives(matcher: PhraseMatcher, state: UsersState): readonly UsersState[] {
  return [...matcher.maybe(statusPatterns, state.at), ...matcher.match("not|non {status}", state.at)].flatMap(
    (match) => {
      const values = match.slots.flatMap((one) => (one.kind === "values" ? one.values : []));
      const not = ["not", "non"].includes(matcher.said(state.at, state.at + 1)[0] ?? "") && values.length > 0;
      const always: readonly Part[] = values.length === 0 ? [] : [{ kind: "status", values, not }];
      return matcher.made(subjects, match.end).flatMap((subject) =>
        matcher
          .maybe(["are|is there", "do|does we|i|our|the org|company|organization? have|got"], subject.end)
          .map(({ end }) => ({
            ...state,
            at: end,
            always: [...state.always, ...always, ...subject.made],
          })),
      );
    },
  );
}
