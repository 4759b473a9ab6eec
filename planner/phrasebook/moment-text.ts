import type { Moment } from "./reading.ts";
import type { SnippetText } from "./snippet-text.ts";

/** A moment as source text, its number or day a parameter: `daysAgo(days)`, `since`. */
export function momentText(moment: Moment, snippet: SnippetText): string {
  if ("date" in moment) return snippet.parameter("date", moment.date);
  if (moment.hours === 0) return `${snippet.use("now")}()`;
  if (moment.hours % 24 === 0) return `${snippet.use("daysAgo")}(${snippet.parameter("days", moment.hours / 24)})`;
  return `${snippet.use("hoursAgo")}(${snippet.parameter("hours", moment.hours)})`;
}

/** A moment in words: `30 days before the run`, `2026-03-01 (UTC)`. */
export function sayMoment(moment: Moment): string {
  if ("date" in moment) return `${moment.date.slice(0, 10)} (UTC)`;
  if (moment.hours === 0) return "the run";
  const days = Math.abs(moment.hours / 24);
  const side = moment.hours < 0 ? "after" : "before";
  return moment.hours % 24 === 0
    ? `${days} ${days === 1 ? "day" : "days"} ${side} the run`
    : `${Math.abs(moment.hours)} hours ${side} the run`;
}
