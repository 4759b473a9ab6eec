import { settings } from "./host.ts";

let taken = false;

/**
 * How many items of a list may be walked: all, or in a sample the first few of the first list that is walked per item.
 * Lists within it are walked whole, so that a sample shows what one item costs.
 */
export function takeSampleSize(): number {
  return takeOnce("walked");
}

/** How many items of a list may be read: all, or in a sample of a snippet that walks none the first few of the first list. */
export function takeReadSize(): number {
  return takeOnce("read");
}

function takeOnce(kind: "walked" | "read"): number {
  if (settings.sampleSize === undefined || settings.sampleOf !== kind || taken) return Infinity;
  taken = true;
  return settings.sampleSize;
}
