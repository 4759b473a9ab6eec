/** Hashes that are remembered: more than a run may read, some 30 MB. */
const most = 250_000;

/**
 * Which entry a body belongs to, by the hash that stands there: of the entries that this process wrote or read. The table of bodies has no
 * index of hashes, since each body would be written into another page of it: keeping one would cost the more, the larger the journal is.
 */
export interface BodyPlaces {
  note(bodyHash: string, entry: number): void;
  /** The row of the entry; undefined where this process has not met it, or long ago. */
  find(bodyHash: string): number | undefined;
}

/** Places that are not known yet. */
export function createBodyPlaces(): BodyPlaces {
  const places = new Map<string, number>();
  return {
    note: (bodyHash, entry) => {
      places.set(bodyHash, entry);
      if (places.size <= most) return;
      const [oldest] = places.keys();
      if (oldest !== undefined) places.delete(oldest);
    },
    find: (bodyHash) => places.get(bodyHash),
  };
}
