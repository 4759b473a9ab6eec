import type { KeptBody, WriteOrder } from "../entries/write-order.ts";
import type { ErasureReport, ErasureTask } from "../erasure/erasure-task.ts";

/** What the writer's thread works with. */
export interface WriterSetup {
  readonly path: string;
  /** The journal's secret of 32 bytes. */
  readonly secret: Uint8Array;
  /** The file that anchors are appended to; undefined for none. */
  readonly anchors: string | undefined;
  /** Bytes that the file may have at the most; undefined for as many as the disk holds. */
  readonly mostBytes: number | undefined;
}

/** What the writer's thread is asked to do. */
export type WriterRequest =
  | { readonly kind: "write"; readonly orders: readonly WriteOrder[] }
  | { readonly kind: "task"; readonly task: ErasureTask }
  | { readonly kind: "close" };

/** What the writer's thread answers, in the order in which it was asked, once it is on the disk or has failed. */
export type WriterAnswer =
  | { readonly kind: "written"; readonly bodies: readonly (KeptBody | undefined)[] }
  | { readonly kind: "failed"; readonly count: number; readonly reason: string }
  | { readonly kind: "done"; readonly report: ErasureReport }
  | { readonly kind: "undone"; readonly reason: string };
