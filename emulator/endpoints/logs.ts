import { logFilterRules } from "../filters/okta-filters.ts";
import { refusalOf } from "../filters/filter-rules.ts";
import { parseFilter } from "../filters/parse-filter.ts";
import { answerText, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { invalid, oktaError } from "../http/okta-error.ts";
import { dateText, dayMs } from "../org/clock-text.ts";
import { createEventLog, positionFrom, type EventLog } from "../org/log/event-log.ts";
import { createEventOutlines, type EventOutlines } from "../org/log/event-outlines.ts";
import { createEventParts, type EventParts } from "../org/log/event-parts.ts";
import { logEventAt } from "../org/log/log-event.ts";
import { matchFilter } from "../org/log/match-filter.ts";
import { matchKeyword } from "../org/log/match-keyword.ts";
import type { Matches } from "../org/log/remember.ts";
import type { Org } from "../org/org.ts";

/** The log of an org, with what its events are made of. */
interface SystemLog {
  readonly log: EventLog;
  readonly outlines: EventOutlines;
  readonly parts: EventParts;
}

const logs = new WeakMap<Org, SystemLog>();

function logOf(call: Call): SystemLog {
  const known = logs.get(call.org);
  if (known !== undefined) return known;
  const log = createEventLog(call.org, call.settings.eventsPerUserDay);
  const outlines = createEventOutlines(call.org, log);
  const made = { log, outlines, parts: createEventParts(outlines) };
  logs.set(call.org, made);
  return made;
}

interface Span {
  /** Moments in ms; `until` is not in the span. */
  readonly since: number;
  readonly until: number;
  /** No `until` was asked: Okta then polls, and always gives a next page. */
  readonly polling: boolean;
}

function dateOf(call: Call, name: string, otherwise: number): number | Answer {
  const text = call.query.get(name);
  if (text === null || text === "") return otherwise;
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  const wrong = `'${name}': The date format in your query is not recognized. Please enter dates using ISO8601 string format.`;
  return Number.isNaN(at) ? invalid(wrong, wrong) : at;
}

function spanOf(call: Call): Span | Answer {
  const until = dateOf(call, "until", call.settings.clock());
  if (typeof until !== "number") return until;
  const since = dateOf(call, "since", until - 7 * dayMs);
  if (typeof since !== "number") return since;
  if (since < call.settings.clock() - 180 * dayMs) {
    return oktaError(400, "E0000053", "The since parameter is over 180 days prior to the current day.");
  }
  return { since, until, polling: call.query.get("until") === null };
}

function filterOf(call: Call): Matches | Answer {
  const text = call.query.get("filter");
  if (text === null || text === "") return () => true;
  const filter = parseFilter(text);
  if (filter === undefined) return oktaError(400, "E0000053", `Invalid filter '${text}'`);
  const refusal = refusalOf(logFilterRules, filter);
  if (refusal !== undefined) {
    return oktaError(
      400,
      refusal.startsWith("field") ? "E0000053" : "E0000031",
      `Invalid filter '${text}': ${refusal}`,
    );
  }
  const { outlines, parts } = logOf(call);
  return matchFilter(outlines, parts, filter);
}

function keywordsOf(call: Call): Matches | Answer {
  const words = (call.query.get("q") ?? "").split(/\s+/).filter((word) => word !== "");
  if (words.some((word) => word.length > 40) || words.length > 10) {
    return invalid("q", "q: At most 10 words of at most 40 characters are allowed.");
  }
  const { outlines, parts } = logOf(call);
  const wanted = words.map((word) => matchKeyword(outlines, parts, word.toLowerCase()));
  return (position) => wanted.every((matches) => matches(position));
}

function limitOf(call: Call): number | Answer {
  const limit = Number(call.query.get("limit") ?? 100);
  if (!Number.isInteger(limit) || limit < 0) return invalid("limit", "limit: must be between 0 and 1000.");
  return Math.min(limit, 1000);
}

interface Page {
  readonly texts: readonly string[];
  /** Position at which the next page starts. */
  readonly next: number;
  readonly more: boolean;
}

function walk(call: Call, span: Span, limit: number, matches: Matches): Page {
  const { log, parts } = logOf(call);
  const descending = call.query.get("sortOrder")?.toUpperCase() === "DESCENDING";
  const [low, high] = [positionFrom(log, span.since), positionFrom(log, span.until)];
  const after = /_(\d+)$/.exec(call.query.get("after") ?? "")?.[1];
  const step = descending ? -1 : 1;
  let position = after === undefined ? (descending ? high - 1 : low) : Number(after);
  const texts: string[] = [];
  for (; position >= low && position < high; position += step) {
    if (!matches(position)) continue;
    if (texts.length === limit) return { texts, next: position, more: true };
    texts.push(JSON.stringify(logEventAt(parts, position)));
  }
  return { texts, next: position, more: false };
}

function hrefOf(call: Call, span: Span, limit: number, after: string | null): string {
  const query = new URLSearchParams();
  if (after !== null) query.set("after", after);
  query.set("limit", String(limit));
  query.set("since", call.query.get("since") ?? dateText(span.since));
  for (const name of ["until", "filter", "q", "sortOrder"]) {
    const value = call.query.get(name);
    if (value !== null) query.set(name, value);
  }
  return `${call.org.origin}${call.path}?${query.toString()}`;
}

function listLogEvents(call: Call): Answer {
  const span = spanOf(call);
  if (!("since" in span)) return span;
  const limit = limitOf(call);
  if (typeof limit !== "number") return limit;
  const filter = filterOf(call);
  if (typeof filter !== "function") return filter;
  const keywords = keywordsOf(call);
  if (typeof keywords !== "function") return keywords;
  const page = walk(call, span, limit, (position) => filter(position) && keywords(position));
  const link = [`<${hrefOf(call, span, limit, call.query.get("after"))}>; rel="self"`];
  if (page.more || span.polling) {
    link.push(`<${hrefOf(call, span, limit, `${Math.floor(span.since)}_${page.next}`)}>; rel="next"`);
  }
  return answerText(`[${page.texts.join(",")}]`, { link });
}

/** The System Log. */
export const logEndpoints: readonly Endpoint[] = [
  { operationId: "listLogEvents", path: "/api/v1/logs", bucket: "/api/v1/logs", answer: listLogEvents },
];
