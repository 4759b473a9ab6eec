import { createHash } from "node:crypto";
import type { Sent } from "../../deliveries/sent.ts";
import type { Target } from "../../reports/schedule/target.ts";

/** One thing to be sent to one place. */
export interface Parcel {
  /** The same for every try and every watcher: the target's place in the schedule, and the value where it was split. */
  readonly id: string;
  readonly kind: Target["kind"];
  /** Host, address or path: no secret. */
  readonly target: string;
  /** Null where it carries no answer. */
  readonly rows: number | null;
  /** SHA-256 over what is sent. */
  readonly contentHash: string;
  readonly send: (signal: AbortSignal) => Promise<Sent>;
}

/** What became of one parcel. */
export interface DeliveredParcel extends Pick<Parcel, "kind" | "target"> {
  /** `sent before`: by a watcher that was stopped or killed afterwards. */
  readonly outcome: "sent" | "failed" | "sent before";
  readonly reason?: string | undefined;
  readonly tries: number;
}

/** SHA-256 over texts and bytes, one after the other. */
export function contentHashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
