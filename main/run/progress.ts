import type { RunProgress } from "../../executor/sandbox/sandbox.ts";
import type { Front } from "../front.ts";

/** Milliseconds between two progress reports to a front end: more often no eye can follow. */
const everyMs = 100;

/** Hands a run's progress to a front end, a few times a second. */
export function progressOf(front: Front): (progress: RunProgress) => void {
  let last = 0;
  return (progress) => {
    const time = performance.now();
    if (time - last < everyMs && progress.asked !== progress.answered) return;
    last = time;
    front.onProgress({ kind: "reading", ...progress });
  };
}
