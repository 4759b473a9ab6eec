import type { RunProgress } from "../../executor/program.ts";
import type { Front } from "../front.ts";

/** Hands a run's progress to a front end. */
export function progressOf(front: Front): (progress: RunProgress) => void {
  return ({ operations, waiting }) => front.onProgress({ kind: "reading", operations, waiting });
}
