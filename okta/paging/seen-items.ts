/** Walks that are remembered at once. A walk that is dropped is watched anew from its next page on. */
const mostWalks = 64;
/** Ids that are remembered of one walk, some hundred bytes each. */
const mostIds = 1_000_000;

/** A page as far as its items' identity goes. */
export interface SeenPage {
  /** Where the page was read; undefined for the first one. */
  readonly key: string | undefined;
  /** Where the list goes on; undefined at its end. */
  readonly nextKey: string | undefined;
  readonly items: readonly unknown[];
}

/** Notices an item that stands on two pages of one list: then the list has changed under the walk, and another may be missing. */
export interface SeenItems {
  /** The id of an item that an earlier page of the walk held; undefined where there is none, or where items have no ids. */
  findRepeated(page: SeenPage): string | undefined;
}

function idOf(item: unknown): string | undefined {
  return typeof item === "object" && item !== null && "id" in item && typeof item.id === "string" ? item.id : undefined;
}

/** Ids of all items; undefined where one has none, or where two on the page share one: then an id is no identity in this list. */
export function idsOf(items: readonly unknown[]): ReadonlySet<string> | undefined {
  const ids = new Set<string>();
  for (const item of items) {
    const id = idOf(item);
    if (id === undefined || ids.has(id)) return undefined;
    ids.add(id);
  }
  return ids;
}

/** Remembers nothing yet. */
export function createSeenItems(): SeenItems {
  const walks = new Map<string, Set<string>>();

  function remember(key: string, seen: Set<string>): void {
    const oldest = walks.keys().next().value;
    if (walks.size >= mostWalks && oldest !== undefined) walks.delete(oldest);
    if (seen.size <= mostIds) walks.set(key, seen);
  }

  return {
    findRepeated({ key, nextKey, items }) {
      // The memory of a walk moves on with it. A page that is read once more finds none, so it is no repeat of itself.
      const seen = (key === undefined ? undefined : walks.get(key)) ?? new Set<string>();
      if (key !== undefined) walks.delete(key);
      for (const item of items) {
        const id = idOf(item);
        if (id === undefined) return undefined;
        const before = seen.size;
        seen.add(id);
        if (seen.size === before) return idsOf(items) === undefined ? undefined : id;
      }
      if (nextKey !== undefined) remember(nextKey, seen);
      return undefined;
    },
  };
}
