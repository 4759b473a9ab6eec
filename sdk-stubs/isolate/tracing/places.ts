import type { Mark } from "./origin.ts";

/**
 * A place is one number: that of an object or list of a response, times this, plus that of a key. Objects are numbered from 1 on as
 * they arrive, keys from 1 on as they are met; key 0 stands for the object itself.
 */
export const KEYS = 1_024;

// By the number of an object: its key in the object that it stands in, and that one's number. Of a whole body: its step, and 0.
const objectKeys: (string | number)[] = [0];
const around: number[] = [0];

const keys: string[] = [""];
const keyNumbers = new Map<string, number>();

/** The tables that places lead into. */
export const places: {
  readonly objectKeys: readonly (string | number)[];
  readonly around: readonly number[];
  readonly keys: readonly string[];
} = { objectKeys, around, keys };

/** Numbers an object of a response. */
export function addObject(key: string | number, numberAround: number): number {
  around.push(numberAround);
  return objectKeys.push(key) - 1;
}

/** The number of a property's name; NaN once there are more names than have room. */
export function keyNumber(name: string): number {
  const known = keyNumbers.get(name);
  if (known !== undefined) return known;
  if (keys.length >= KEYS) return NaN;
  keyNumbers.set(name, keys.length);
  return keys.push(name) - 1;
}

/** The mark of a property of the object at that place. */
export function propertyPlace(object: number, key: string | number): Mark {
  const number = typeof key === "string" ? keyNumber(key) : NaN;
  return number > 0 ? object + number : { kind: "place", object, key };
}

/** More places than this behind one number are not named one by one. */
export const MAX_COUNTED = 200;

/** The place of the list that an item stands in; of a whole body its own. */
export function listAround(item: number): number {
  const list = around[Math.floor(item / KEYS)] ?? 0;
  return list === 0 ? item : list * KEYS;
}

/** The place of the item of a response's list that a place is in; undefined where it is in none. */
export function itemAround(place: number): number | undefined {
  let number = Math.floor(place / KEYS);
  for (let outer = around[number] ?? 0; outer > 0; outer = around[number] ?? 0) {
    if (typeof objectKeys[number] === "number") return number * KEYS;
    number = outer;
  }
  return undefined;
}
