import { settings } from "./host.ts";

let taken = false;

/**
 * How many items of a list may be walked: all, or in a sample the first few of the first list that is walked per item.
 * Lists within it are walked whole, so that a sample shows what one item costs.
 */
export function takeSampleSize(): number {
  if (settings.sampleSize === undefined || taken) return Infinity;
  taken = true;
  return settings.sampleSize;
}
