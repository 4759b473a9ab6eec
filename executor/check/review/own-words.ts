import type { Column } from "../../../terms/origin.ts";
import type { OwnWords } from "../../../terms/review.ts";
import type { CellFacts, OwnFacts } from "../../origins/cell-facts.ts";
import type { OwnPart } from "../../origins/value.ts";
import type { CellCondition } from "./cell-conditions.ts";
import { withEscapes } from "./vocabulary.ts";

/** What the snippet itself brings into each column, or asks in it, by its name; columns that are Okta's alone are left out. */
export function ownWords(
  columns: readonly Column[],
  { own, madeUp }: CellFacts,
  conditions: readonly CellCondition[],
): Readonly<Record<string, OwnWords>> {
  const words = own.map((facts) => {
    const kind = columns.find((one) => one.name === facts.column)?.origin.kind;
    const mayBeInput = kind === "direct" || kind === "chosen";
    const inputs = kind === "parameter" ? [] : facts.parameters.map((one) => `your value of ${one}`);
    const instead = [
      ...ownValues(facts),
      ...(madeUp.includes(facts.column) ? ["what the snippet makes of its own"] : []),
    ];
    return [
      facts.column,
      {
        instead: mayBeInput ? [...instead, ...inputs] : instead,
        within: [
          ...new Set(conditions.flatMap((one) => (one.column === facts.column ? sayWhether(one) : []))),
          ...facts.parts.flatMap(sayPart),
          ...(mayBeInput ? [] : inputs.map((one) => `${one} goes in`)),
        ],
      },
    ] as const;
  });
  return Object.fromEntries(words.filter(([, { instead, within }]) => instead.length + within.length > 0));
}

/** A line for each column with a text or number of the snippet's own that has no words. */
export function unnamedWarnings({ own }: CellFacts): readonly string[] {
  return own
    .filter(({ parts }) => parts.includes("unnamed"))
    .map(
      ({ column }) =>
        `The column ${column} may hold a text or number of the snippet's own that could not be put into words; read it in the snippet.`,
    );
}

function sayWhether({ words }: CellCondition): readonly string[] {
  return words === undefined ? [] : [`whether ${words}`];
}

function ownValues({ constants }: OwnFacts): readonly string[] {
  return constants.length === 0 ? [] : [`the snippet's own ${constants.map(withEscapes).join(", ")}`];
}

type Way = OwnPart extends infer Part ? (Part extends `${infer One} ${string}` ? One : never) : never;

const saying: Readonly<Record<Way, (own: string) => string>> = {
  in: (own) => `${own} put in`,
  out: (own) => `${own} taken out`,
  plus: (own) => `${own} added`,
  minus: (own) => `${own} taken off`,
  times: (own) => `times ${own}`,
  over: (own) => `divided by ${own}`,
  least: (own) => `no less than ${own}`,
  most: (own) => `no more than ${own}`,
  with: (own) => `worked out with ${own}`,
};

function isWay(word: string): word is Way {
  return Object.hasOwn(saying, word);
}

function sayPart(part: OwnPart): readonly string[] {
  const at = part.indexOf(" ");
  const way = part.slice(0, at);
  return isWay(way) ? [saying[way](withEscapes(part.slice(at + 1)))] : [];
}
