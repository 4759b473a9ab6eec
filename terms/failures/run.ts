/** What can go wrong while a snippet runs or is replayed. */
export interface RunFailures {
  /** The snippet threw, at this place of the reviewed text. */
  "snippet/threw": { readonly line: number | undefined; readonly column: number | undefined; readonly message: string };
  /** The snippet's rows are not rows: nested, cyclic, functions, keys that differ. */
  "snippet/bad-result": { readonly reason: string };
  /** A call that no operation of the approved set allows. */
  "bridge/not-allowed": { readonly operationId: string };
  /** Parameters that the registry does not allow for the operation. */
  "bridge/bad-parameters": { readonly operationId: string; readonly parameter: string; readonly reason: string };
  /** A bound of the run was reached. */
  "run/limit": { readonly limit: string; readonly bound: number };
  /** The operator stopped the run. */
  "run/cancelled": Record<never, never>;
  /** The credential's admin roles changed while these operations were read, between these times (ISO 8601). */
  "run/roles-changed": { readonly operationIds: readonly string[]; readonly from: string; readonly to: string };
  /** The sandbox child ended by itself, broke the protocol, or had to be killed. */
  "sandbox/lost": { readonly reason: string };
  /** A replay asked for something else than the recording holds, at this step. */
  "replay/diverged": { readonly step: number; readonly recorded: string; readonly asked: string };
  /** The recording ends before the snippet does. */
  "replay/incomplete": { readonly step: number };
}
