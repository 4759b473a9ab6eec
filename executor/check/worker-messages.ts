import type { Finding } from "../../terms/finding.ts";
import type { CheckResult, CheckSurroundings, TracedCode } from "./checked.ts";

/** What a thread of the checker is asked. */
export interface WorkerRequest {
  readonly kind: "check" | "trace";
  readonly source: string;
  readonly surroundings: CheckSurroundings;
}

/** What a thread of the checker says. */
export type WorkerAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "result"; readonly result: CheckResult }
  | { readonly kind: "traced"; readonly traced: TracedCode | readonly Finding[] }
  /** The snippet nests deeper than the compiler can follow. */
  | { readonly kind: "too-costly" }
  /** Our own code threw. */
  | { readonly kind: "defect"; readonly message: string };
