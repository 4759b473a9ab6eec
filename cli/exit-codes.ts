import type { RunResult } from "../main/run-report.ts";

/** What the process's exit code says. Documented in the README. */
export const exitCodes = {
  answered: 0,
  usage: 2,
  declined: 3,
  findings: 4,
  failed: 5,
  stopped: 6,
  waiting: 7,
  alert: 8,
} as const;

/** The exit code for what a run came to. */
export function exitCodeOf(result: RunResult): number {
  switch (result.kind) {
    case "findings":
      return exitCodes.findings;
    case "waiting":
      return exitCodes.waiting;
    case "report":
      break;
  }
  switch (result.report.outcome) {
    case "answered":
    case "empty":
      return exitCodes.answered;
    case "declined":
      return exitCodes.declined;
    case "failed":
      return exitCodes.failed;
    case "stopped":
      return exitCodes.stopped;
  }
}
