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

/** Where the numbers of a seed and a kind begin; those of each index begin somewhere else. */
function stateOf(seed: number, kind: string): number {
  let state = mix(0x9e3779b9, seed);
  for (let at = 0; at < kind.length; at += 1) state = mix(state, kind.charCodeAt(at));
  return state;
}

const finish = (state: number): number => mix(state, 0x27d4eb2f);
const withIndex = (state: number, index: number): number => mix(state + 0x6d2b79f5, index);
const fraction = (state: number): number => (state >>> 0) / 4_294_967_296;

function startOf(seed: number, kind: string, indexes: readonly number[]): number {
  let state = stateOf(seed, kind);
  for (const index of indexes) state = withIndex(state, index);
  return finish(state);
}

/** A 32-bit hash of the keys, in [0, 1): one random number without a stream. */
export function hashOf(seed: number, kind: string, ...indexes: readonly number[]): number {
  return fraction(startOf(seed, kind, indexes));
}

/** For each index the hash of these keys, as `hashOf` gives it: for millions of them. */
export function createHashes(seed: number, kind: string): (index: number) => number {
  const startAt = createStarts(seed, kind);
  return (index) => fraction(startAt(index));
}

/** For each index the state in which the stream of these keys begins: for millions of them, of which each gives but a few numbers. */
export function createStarts(seed: number, kind: string): (index: number) => number {
  const state = stateOf(seed, kind);
  return (index) => finish(withIndex(state, index));
}

/** The number at a place of the stream that begins in a state, the first at 1: in [0, 1), without those before it. */
export function drawAt(start: number, place: number): number {
  const state = (start + Math.imul(place, 0x6d2b79f5)) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return fraction(mixed ^ (mixed >>> 14));
}

/** One of the values, as often as its weight says, by a number in [0, 1). */
export function weightedAt<T>(choices: Choices<readonly [T, number]>, draw: number): T {
  let left = 0;
  for (const [, weight] of choices) left += weight;
  left *= draw;
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  return choices[0][0];
}

/** The stream that belongs to these keys. */
export function createRandom(seed: number, kind: string, ...indexes: readonly number[]): Random {
  const start = startOf(seed, kind, indexes);
  let place = 0;
  const next = (): number => drawAt(start, (place += 1));
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    weighted: (choices) => weightedAt(choices, next()),
  };
}
