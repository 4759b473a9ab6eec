import type { Progress } from "../../main/front.ts";
import { safeText } from "./safe-text.ts";

function durationText(ms: number): string {
  return ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`;
}

function readingText({ operations, rows, unknown, finish }: Extract<Progress, { kind: "reading" }>): string {
  const done = operations.map((one) => `${one.operationId} ${one.answered}/${one.expected ?? one.asked}`);
  const span =
    finish === undefined || finish.latestMs < 2_000
      ? []
      : [`${durationText(finish.soonestMs)} to ${durationText(finish.latestMs)} left`];
  return [
    ...done,
    ...(rows === 0 ? [] : [`${rows} rows`]),
    ...(unknown === 0 ? [] : [`${unknown} not known`]),
    ...span,
  ].join("  ");
}

/** How far it is, in one line. */
export function renderProgress(progress: Progress): string {
  switch (progress.kind) {
    case "planning":
      return safeText(progress.text);
    case "reading":
      return readingText(progress);
    case "waiting":
      return `waiting for Okta (${progress.bucket}: ${progress.reason}), ${Math.ceil(progress.untilMs / 1000)} s`;
  }
}
