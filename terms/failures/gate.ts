/** What the gates refuse. */
export interface GateFailures {
  /** More than a read is asked for while the writes gate is closed. */
  "gate/read-only": { readonly operationId: string };
}
