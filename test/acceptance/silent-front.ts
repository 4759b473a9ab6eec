import type { Front } from "../../main/front.ts";

/** A front without anyone to ask: it shows nothing, decides nothing and never cancels. */
export const silentFront: Front = {
  decide: undefined,
  allowLookUp: undefined,
  onProgress: () => undefined,
  yes: true,
  signal: new AbortController().signal,
};
