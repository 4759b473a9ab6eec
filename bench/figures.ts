/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/** How long `work` takes, in milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** Collects this process's garbage, so that what is measured next does not pay for what was measured before. */
export function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error("Start it with npm run bench: it needs --expose-gc.");
  globalThis.gc();
}

/** Prints one line of a measurement. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
