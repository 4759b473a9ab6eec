import { conditionPhrases } from "./condition-phrases.ts";
import { firstOf, textOf, valuesOf } from "./phrase.ts";
import type { SlotValue } from "./slots.ts";
import type { Part } from "./users-state.ts";

type ExceptPhrase = readonly [pattern: string, make: (slots: readonly SlotValue[]) => readonly Part[]];

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
  [
    "users|people|ones? in|from {proper}",
    (slots) => [{ kind: "open", what: "place", name: textOf(slots[0]), not: true }],
  ],
  ["members of {group}", (slots) => [{ kind: "group", names: [textOf(slots[0])], not: true }]],
];

const phrases: readonly ExceptPhrase[] = except.flatMap((opening) =>
  said.map(([pattern, make]): ExceptPhrase => [`${opening} ${pattern}`, make]),
);

const single: ReadonlySet<string> = new Set([
  "app",
  "any-app",
  "group",
  "role",
  "factor",
  "status",
  "attribute",
  "flag",
]);

/** "except those who also have SMS": one condition, turned into its opposite. */
const conditional: readonly ExceptPhrase[] = except.flatMap((opening) =>
  conditionPhrases.flatMap(({ patterns, make }) =>
    patterns.map((pattern): ExceptPhrase => [
      `${opening} users|people|members|accounts|ones|anyone|everyone? who|that ${pattern}`,
      (slots) => {
        const [condition, ...others] = make(slots);
        if (condition === undefined || others.length > 0 || condition.kind === "open") return [];
        const names = "names" in condition ? condition.names : [];
        return single.has(condition.kind) && "not" in condition && !condition.not && names.length <= 1
          ? [{ ...condition, not: true }]
          : [];
      },
    ]),
  ),
);

const another = ",? but|and not in|to|of? the?";

/** What every such phrase begins with: hundreds of phrases need not be tried where none of these stands. */
export const exceptOpenings: readonly string[] = [...except, another];

/** How a question leaves some out of those that it named. After an app or a group a bare name is another of its kind. */
export function exceptPhrases(last: Part | undefined): readonly ExceptPhrase[] {
  if (last === undefined || (last.kind !== "app" && last.kind !== "group") || last.not)
    return [...phrases, ...conditional];
  const ofItsKind: ExceptPhrase = [
    `${another} {name} app|group?`,
    (slots) => [
      last.kind === "app"
        ? { kind: "app", names: [textOf(slots[0])], path: "any", not: true }
        : { kind: "group", names: [textOf(slots[0])], not: true },
    ],
  ];
  return [...phrases, ...conditional, ofItsKind];
}
