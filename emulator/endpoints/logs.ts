import { logFilterRules } from "../filters/okta-filters.ts";
import { refusalOf } from "../filters/filter-rules.ts";
import { evaluateFilter, mayFulfil, valuesIn } from "../filters/evaluate-filter.ts";
import { parseFilter } from "../filters/parse-filter.ts";
import { answerText, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { invalid, oktaError } from "../http/okta-error.ts";
import { dateText, dayMs } from "../org/clock-text.ts";
import type { JsonObject } from "../org/json.ts";
import { createEventLog, positionFrom, type EventLog } from "../org/log/event-log.ts";
import { eventKinds, kindNumberAt, logEventAt } from "../org/log/log-event.ts";
import type { Org } from "../org/org.ts";

const logs = new WeakMap<Org, EventLog>();

function logOf(call: Call): EventLog {
  const known = logs.get(call.org);
  if (known !== undefined) return known;
  const made = createEventLog(call.org, call.settings.eventsPerUserDay);
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

type Keeps = (event: JsonObject) => boolean;

interface LogFilter {
  readonly keeps: Keeps;
  /** For each kind of event whether one of it may be kept; absent where all may. */
  readonly kinds?: readonly boolean[];
}

/** Attributes that the kind of an event decides. */
const ofKind: ReadonlySet<string> = new Set([
  "eventType",
  "displayMessage",
  "severity",
  "outcome.result",
  "outcome.reason",
]);

function filterOf(call: Call): LogFilter | Answer {
  const text = call.query.get("filter");
  if (text === null || text === "") return { keeps: () => true };
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
  return {
    keeps: (event) => evaluateFilter(filter, valuesIn(event), false),
    kinds: eventKinds.map(({ result, reason, ...kind }) =>
      mayFulfil(filter, ofKind, valuesIn({ ...kind, outcome: { result, reason } })),
    ),
  };
}

function keywordsOf(call: Call): Keeps | Answer {
  const words = (call.query.get("q") ?? "").split(/\s+/).filter((word) => word !== "");
  if (words.some((word) => word.length > 40) || words.length > 10) {
    return invalid("q", "q: At most 10 words of at most 40 characters are allowed.");
  }
  const wanted = words.map((word) => word.toLowerCase());
  return (event) => wanted.every((word) => JSON.stringify(event).toLowerCase().includes(word));
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

/** The event at a position where the filter keeps it. */
function eventAt(call: Call, log: EventLog, position: number, { keeps, kinds }: LogFilter): JsonObject | undefined {
  if (kinds !== undefined && kinds[kindNumberAt(call.org, log, position)] !== true) return undefined;
  const event = logEventAt(call.org, log, position);
  return keeps(event) ? event : undefined;
}

function walk(call: Call, span: Span, limit: number, filter: LogFilter): Page {
  const log = logOf(call);
  const descending = call.query.get("sortOrder")?.toUpperCase() === "DESCENDING";
  const [low, high] = [positionFrom(log, span.since), positionFrom(log, span.until)];
  const after = /_(\d+)$/.exec(call.query.get("after") ?? "")?.[1];
  const step = descending ? -1 : 1;
  let position = after === undefined ? (descending ? high - 1 : low) : Number(after);
  const texts: string[] = [];
  for (; position >= low && position < high; position += step) {
    const event = eventAt(call, log, position, filter);
    if (event === undefined) continue;
    if (texts.length === limit) return { texts, next: position, more: true };
    texts.push(JSON.stringify(event));
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
  if ("status" in filter) return filter;
  const keywords = keywordsOf(call);
  if (typeof keywords !== "function") return keywords;
  const page = walk(call, span, limit, { ...filter, keeps: (event) => filter.keeps(event) && keywords(event) });
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
