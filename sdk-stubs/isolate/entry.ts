import { lockGlobals } from "./globals.ts";

export { deliver } from "./ask.ts";
export { begin } from "./begin.ts";
export { dayOf, daysAgo, daysSince, hoursAgo, isBefore, now, startOfDay } from "./dates.ts";
export { declined } from "./declined.ts";
export { each } from "./each.ts";
export { filter } from "./filter.ts";
export { inputTable } from "./input-table.ts";
export { exactlyOne, named } from "./named.ts";
export { notKnown } from "./not-known.ts";
export { note } from "./note.ts";
export { okta } from "./operations.ts";
export { same } from "./same.ts";
export { targetOf } from "./target-of.ts";

// Last, so that every module above has taken what it needs; no snippet has run yet.
lockGlobals();
