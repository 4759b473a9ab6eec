import type { Expected } from "./judge.ts";

/** Questions by their text, with what is right. */
export type Questions = Readonly<Record<string, Expected>>;
