// Taken before the snippet can change any of them: what the runtime itself leans on.

/** `JSON.parse` as it was at the start. */
export const parseJson: (text: string) => unknown = JSON.parse;

/** `JSON.stringify` as it was at the start; undefined for what JSON cannot carry. */
export const stringifyJson: (value: unknown) => string | undefined = JSON.stringify;

/** `Object.keys` as it was at the start. */
export const keysOf: (value: object) => string[] = Object.keys;

/** `Object.values` as it was at the start. */
export const valuesOf: (value: object) => readonly unknown[] = Object.values;

/** `Object.freeze` as it was at the start. */
export const freeze: <T>(value: T) => Readonly<T> = Object.freeze;

/** `Array.isArray` as it was at the start, giving `unknown` items. */
export const isList: (value: unknown) => value is readonly unknown[] = Array.isArray;

/** `Number.isFinite` as it was at the start. */
export const isFiniteNumber: (value: unknown) => boolean = Number.isFinite;

/** `String` as it was at the start. */
export const textOf: (value: unknown) => string = String;

const create: (prototype: null) => Record<string, never> = Object.create;

/** An object without prototype: its keys are only what is put there. */
export function bareObject<T>(): Record<string, T> {
  return create(null);
}
