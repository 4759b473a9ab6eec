/** What came of one try to deliver. Holds no address and no secret: it goes to the journal and to terminals. */
export type Sent =
  | { readonly kind: "sent"; readonly status?: number | undefined }
  | {
      readonly kind: "failed";
      readonly status?: number | undefined;
      /** In a few words, such as `ECONNREFUSED` or `answered 503`. */
      readonly reason: string;
      /** Whether another try may do better. */
      readonly again: boolean;
      /** How long the other side wants to be left alone, in ms. */
      readonly afterMs?: number | undefined;
    };

/** What went wrong, by the code that Node gave it: its message may hold an address or a secret. */
export function reasonOf(error: unknown): string {
  let at: unknown = error;
  while (at instanceof Error) {
    if ("code" in at && typeof at.code === "string") return at.code;
    if (at.cause === undefined) return at.name;
    at = at.cause;
  }
  return "unknown reason";
}
