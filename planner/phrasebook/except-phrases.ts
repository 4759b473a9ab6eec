import { firstOf, textOf, valuesOf } from "./phrase.ts";
import type { Condition } from "./reading.ts";
import type { SlotValue } from "./slots.ts";
import type { Part } from "./users-state.ts";

type ExceptPhrase = readonly [pattern: string, make: (slots: readonly SlotValue[]) => readonly Condition[]];

const except = [
  ",? but|except|excluding|minus|omitting|ignoring not|for? any|all|the|those?",
  ",? other|apart than|from any|all|the|those?",
  ",? leaving out any|all|the|those?",
  ",? not|without counting|including any|all|the|those?",
];
const noun = "users|accounts|people|ones?";

const said: readonly ExceptPhrase[] = [
  [`{status} ${noun}`, (slots) => [{ kind: "status", values: valuesOf(slots[0]), not: true }]],
  [`{status} or|and {status} ${noun}`, (slots) => [{ kind: "status", values: slots.flatMap(valuesOf), not: true }]],
  ["{role} admins|admin", (slots) => [{ kind: "role", roles: [firstOf(slots[0])], not: true }]],
  ["admins|admin users?", () => [{ kind: "role", roles: undefined, not: true }]],
  [
    "users|people|members|ones? of|in the? group {group}",
    (slots) => [{ kind: "group", names: [textOf(slots[0])], not: true }],
  ],
  [
    "users|people|members|ones? of|in the? {group} group",
    (slots) => [{ kind: "group", names: [textOf(slots[0])], not: true }],
  ],
  ["members of {group}", (slots) => [{ kind: "group", names: [textOf(slots[0])], not: true }]],
];

const phrases: readonly ExceptPhrase[] = except.flatMap((opening) =>
  said.map(([pattern, make]): ExceptPhrase => [`${opening} ${pattern}`, make]),
);

/** How a question leaves some out of those that it named. After an app or a group a bare name is another of its kind. */
export function exceptPhrases(last: Part | undefined): readonly ExceptPhrase[] {
  if (last === undefined || (last.kind !== "app" && last.kind !== "group") || last.not) return phrases;
  const another: ExceptPhrase = [
    ",? but|and not in|to|of? the? {name} app|group?",
    (slots) => [
      last.kind === "app"
        ? { kind: "app", names: [textOf(slots[0])], path: "any", not: true }
        : { kind: "group", names: [textOf(slots[0])], not: true },
    ],
  ];
  return [...phrases, another];
}
