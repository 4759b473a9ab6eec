import { freeze } from "./primordials.ts";

export * from "./entry.ts";

/** What a transformed snippet calls to carry origins along. */
export const $: object = freeze({});
