/** What an operation does: `secret` is a read that returns a secret; `destructive` cannot be taken back. */
export type Effect = "read" | "secret" | "write" | "destructive";
