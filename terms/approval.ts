import type { RunLimits } from "./run-limits.ts";

/** An operator lets one snippet run on one org within limits. */
export interface Approval {
  readonly reviewHash: string;
  /** Origin of the org, `https://acme.okta.com`. */
  readonly org: string;
  /** Who, as claimed by the operating system. */
  readonly operator: string;
  /** ISO 8601. */
  readonly at: string;
  /** `prompt`: read and said yes; `hash`: by `approve HASH`; `unseen`: `--yes`; `demo`: the demo on its own emulator; `release`: a built-in look-up; `standing`: within a standing approval. */
  readonly how: "prompt" | "hash" | "unseen" | "demo" | "release" | "standing";
  readonly limits: RunLimits;
  /** Name of the standing approval that it was given within. */
  readonly standing?: string | undefined;
  /** OpenSSH's armoured signature over all of the above; undefined where it was not signed. */
  readonly signature?: string | undefined;
}

/** Whether an approval lets the same review run again: one that nobody gave for it holds for its own run alone. */
export function isLasting({ how }: Approval): boolean {
  return how !== "unseen" && how !== "standing";
}
