/** What a search sees of one kind of things: writes come into it late, as Okta's search comes late. */
export interface SearchIndex<Thing> {
  /** Keeps what stood at this place before a write; undefined where nothing did. */
  readonly remember: (index: number, before: Thing | undefined) => void;
  /** What a search sees at this place now; undefined for what it does not know yet. */
  readonly seen: (index: number) => Thing | undefined;
}

interface Earlier<Thing> {
  readonly at: number;
  readonly thing: Thing | undefined;
}

/** An index over these things that lags by so many milliseconds of this clock. */
export function createSearchIndex<Thing>(
  things: readonly Thing[],
  lagMs: number,
  clock: () => number,
): SearchIndex<Thing> {
  const earlier = new Map<number, readonly Earlier<Thing>[]>();
  return {
    remember: (index, thing) => {
      if (lagMs > 0) earlier.set(index, [...(earlier.get(index) ?? []), { at: clock(), thing }]);
    },
    seen: (index) => {
      const known = earlier.get(index);
      if (known === undefined) return things[index];
      const late = known.filter((one) => one.at > clock() - lagMs);
      if (late.length < known.length) earlier.set(index, late);
      const [oldest] = late;
      return oldest === undefined ? things[index] : oldest.thing;
    },
  };
}
