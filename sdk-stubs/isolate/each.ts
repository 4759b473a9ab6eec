import { takeSampleSize } from "./sample.ts";

// Bounds the memory of what is begun and not done; how many reads go out at once is the host's to say.
const MAX_BEGUN = 10_000;

/** Runs `read` for each item and keeps the order. All are begun at once; the host alone sets how many reads go out together. */
export async function each<T, R>(items: readonly T[], read: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const list = items.slice(0, takeSampleSize());
  const results: R[] = [];
  results.length = list.length;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next; index < list.length; index = next) {
      next += 1;
      results[index] = await read(list[index] as T, index);
    }
  };
  const workers: Promise<void>[] = [];
  while (workers.length < Math.min(MAX_BEGUN, list.length)) workers.push(work());
  await Promise.all(workers);
  return results;
}
