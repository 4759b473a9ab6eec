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
  /** A text, or its bytes in UTF-8. Sealed, and may be erased. */
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  /** The salts, in hex, that the texts of an entry out of a file were hashed with: so its hashes are the same here. */
  readonly salts?: { readonly detail?: string | undefined; readonly body?: string | undefined };
  /** Whether place and hash of the entry also go into the journal chain, so that what stands before it cannot be cut or changed. */
  readonly tied: boolean;
}

/** A body that was kept. */
export interface KeptBody {
  readonly hash: string;
  /** The row of its entry. */
  readonly entry: number;
}
