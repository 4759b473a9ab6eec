import type { ErasureReport, WriterTask } from "./writer-task.ts";

/** The detail of an entry whose facts are everything: sealed like any other, it shows that the entry was written with the key. */
export const noDetail = "{}";

/** An entry to be written, as plain data for the writer's thread. Holds no secret: it is made of texts that were redacted. */
export interface WriteOrder {
  readonly chain: string;
  readonly kind: string;
  /** What it is looked up by; never a person's value. */
  readonly subject: string;
  /** ISO 8601. */
  readonly at: string;
  /** JSON text that is kept as it is, for ever; never a person's value. */
  readonly facts: string;
  /** JSON text that is sealed, and may be erased; `noDetail` where the facts are everything. */
  readonly detail: string;
  /** Sealed, and may be erased. */
  readonly body: string | undefined;
  /** The salts, in hex, that the texts of an entry out of a file were hashed with: so its hashes are the same here. */
  readonly salts?: { readonly detail?: string | undefined; readonly body?: string | undefined };
  /** Whether place and hash of the entry also go into the journal chain, so that what stands before it cannot be cut or changed. */
  readonly tied: boolean;
}

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
  | { readonly kind: "task"; readonly task: WriterTask }
  | { readonly kind: "close" };

/** A body that was kept. */
export interface KeptBody {
  readonly hash: string;
  /** The row of its entry. */
  readonly entry: number;
}

/** What the writer's thread answers, in the order in which it was asked, once it is on the disk or has failed. */
export type WriterAnswer =
  | { readonly kind: "written"; readonly bodies: readonly (KeptBody | undefined)[] }
  | { readonly kind: "failed"; readonly count: number; readonly reason: string }
  | { readonly kind: "done"; readonly report: ErasureReport }
  | { readonly kind: "undone"; readonly reason: string };
