import type { KeyRing } from "../../audit/entries/key-ring.ts";

const key = Buffer.alloc(32, "a key that is no secret");

/** One key for every journal of a test, so that a process of its own can open the same one. */
export const ring: KeyRing = { place: "the tests", find: () => key, create: () => key, anchorsOf: () => undefined };
