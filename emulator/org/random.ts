/** A list with at least one item, so that a pick always gives one. */
export type Choices<T> = readonly [T, ...T[]];

/** A stream of pseudo-random numbers: the same keys give the same stream on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, bound). */
  below(bound: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(choices: Choices<T>): T;
  /** One of the values, as often as its weight says. */
  weighted<T>(choices: Choices<readonly [T, number]>): T;
}

function mix(state: number, value: number): number {
  let mixed = Math.imul(state ^ value, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}

/** A 32-bit hash of the keys, in [0, 1): one random number without a stream. */
export function hashOf(seed: number, kind: string, ...indexes: readonly number[]): number {
  let state = mix(0x9e3779b9, seed);
  for (let at = 0; at < kind.length; at += 1) state = mix(state, kind.charCodeAt(at));
  for (const index of indexes) state = mix(state + 0x6d2b79f5, index);
  return (mix(state, 0x27d4eb2f) >>> 0) / 4_294_967_296;
}

/** The stream that belongs to these keys. */
export function createRandom(seed: number, kind: string, ...indexes: readonly number[]): Random {
  let state = (hashOf(seed, kind, ...indexes) * 4_294_967_296) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      return choices[0][0];
    },
  };
}
