import type { BucketWindow } from "./bucket-window.ts";
import type { WaitingLine } from "./waiting-line.ts";

/** One rate-limit bucket of an org: what is known of it, and who waits for it. */
export interface Bucket {
  readonly name: string;
  readonly window: BucketWindow;
  readonly line: WaitingLine;
}
