import type { Operation } from "../registry/operation.ts";
import type { OperationParameters } from "../terms/ask.ts";
import type { Attempt, Exchange } from "../terms/exchange.ts";
import { Failure, isFailure, type FailureDescription } from "../terms/failure.ts";
import { checkBody, type CheckedBody } from "./answers/check-body.ts";
import { parseErrorBody, type ErrorBody } from "./answers/error-body.ts";
import { isAbsence } from "./answers/is-absence.ts";
import { circuitFailure, networkFailure } from "./answers/network-failure.ts";
import { statusFailure, unreadable } from "./answers/status-failure.ts";
import type { Credential } from "./credentials/credential.ts";
import type { OrgLine } from "./org-line.ts";
import { parseRateLimit, type RateLimit } from "./pacing/rate-limit-headers.ts";
import type { ComeBack, Return } from "./pacing/pacing.ts";
import type { Waiting } from "./pacing/waiting-line.ts";
import { decideRetry, type Retry, type Tries, type TryEnd } from "./retries/decide-retry.ts";
import type { ReplyHeaders } from "./reply-headers.ts";
import type { Delivery, TransportLimits } from "./delivery.ts";
import { sendOnce } from "./transport.ts";

/** What every read of a client goes through. */
export interface ReadingOffice {
  readonly origin: string;
  readonly credential: Credential;
  readonly line: OrgLine;
  readonly limits: TransportLimits;
  readonly userAgent: string;
  readonly random: () => number;
  readonly onWaiting: ((waiting: Waiting) => void) | undefined;
}

/** One read, ready to be sent. */
export interface PreparedRead {
  readonly operation: Operation;
  readonly parameters: OperationParameters;
  /** Path and query; asserted by the caller. */
  readonly target: string;
  readonly run: string;
  /** Scopes for which the run has its token. */
  readonly scopes: readonly string[];
}

/** How a read ended after all tries. */
export type SentRead =
  | {
      readonly kind: "response";
      readonly body: Extract<CheckedBody, { kind: "good" }>;
      readonly headers: ReplyHeaders;
      readonly exchange: Exchange;
    }
  | { readonly kind: "absent"; readonly exchange: Exchange }
  | { readonly kind: "failed"; readonly failure: FailureDescription; readonly exchange: Exchange };

const keptHeaders = [
  "date",
  "content-type",
  "link",
  "x-rate-limit-limit",
  "x-rate-limit-remaining",
  "x-rate-limit-reset",
] as const;

function keepHeaders(headers: ReplyHeaders): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }
  return kept;
}

/** One try, judged. */
interface Judged {
  readonly delivery: Delivery;
  readonly seen: RateLimit | undefined;
  readonly body: CheckedBody | undefined;
  readonly error: ErrorBody | undefined;
  /** Undefined where the read is over, well or not. */
  readonly end: TryEnd | undefined;
}

function judge(office: ReadingOffice, read: PreparedRead, delivery: Delivery): Judged {
  if (delivery.kind === "fault") {
    return {
      delivery,
      seen: undefined,
      body: undefined,
      error: undefined,
      end: { kind: "fault", fault: delivery.fault },
    };
  }
  const { status, headers, text } = delivery;
  const seen = parseRateLimit(headers, office.line.clock.now());
  if (status >= 200 && status < 300) {
    const body = checkBody(read.operation, headers.get("content-type"), text);
    const isHalf = body.kind === "wrong" && body.again;
    return { delivery, seen, body, error: undefined, end: isHalf ? { kind: "unreadable" } : undefined };
  }
  const error = parseErrorBody(text, office.credential);
  // Okta's edge answers 404 in a shape of its own at times, for things that are there a moment later.
  const isEdge = status === 404 && error.isJson && error.errorCode === undefined;
  return {
    delivery,
    seen,
    body: undefined,
    error,
    end: isEdge ? { kind: "unreadable" } : { kind: "status", status, seen },
  };
}

function reasonOf(judged: Judged): string | undefined {
  const { delivery, body, error, seen } = judged;
  if (delivery.kind === "fault") return delivery.fault.reason;
  if (body !== undefined) return body.kind === "wrong" ? body.reason : undefined;
  if (delivery.status === 429) {
    if (seen === undefined) return "429";
    return seen.limit === 0 ? "429, too many at once" : `429, window ends in ${Math.round(seen.endsInMs / 1000)} s`;
  }
  return error?.errorCode === undefined ? String(delivery.status) : `${delivery.status} ${error.errorCode}`;
}

/** A read on its way: its tries so far, and what it came to. */
class Sending {
  readonly #office: ReadingOffice;
  readonly #read: PreparedRead;
  readonly #attempts: Attempt[] = [];
  #last: Delivery | undefined;
  #firstRequestId: string | undefined;
  #faults = 0;
  #refusals = 0;
  #renewed = false;

  constructor(office: ReadingOffice, read: PreparedRead) {
    this.#office = office;
    this.#read = read;
  }

  async send(signal: AbortSignal): Promise<SentRead> {
    for (;;) {
      const judged = await this.#tryOnce(signal);
      if ("code" in judged) return { kind: "failed", failure: judged, exchange: this.#exchange() };
      const retry = this.#retryAfter(judged);
      if (retry === undefined) return this.#conclude(judged);
      if (retry.pauseBucket) continue;
      try {
        await this.#office.line.clock.wait(retry.waitMs, signal);
      } catch {
        return { kind: "failed", failure: this.#cancelled(), exchange: this.#exchange() };
      }
    }
  }

  async #tryOnce(signal: AbortSignal): Promise<Judged | FailureDescription> {
    const { line, origin } = this.#office;
    const { operation, run } = this.#read;
    const closedInMs = line.circuit.closedInMs(line.clock.now());
    if (closedInMs > 0) return circuitFailure(operation.operationId, origin, closedInMs);
    let comeBack: ComeBack;
    try {
      comeBack = await line.pacing.enter(
        {
          operationId: operation.operationId,
          bucket: operation.bucket,
          run,
          again: this.#attempts.length > 0,
          onWaiting: this.#office.onWaiting,
        },
        signal,
      );
    } catch {
      return this.#cancelled();
    }
    let judged: Judged | undefined;
    try {
      const sentAt = line.clock.now();
      const headers = await this.#headers();
      judged = judge(this.#office, this.#read, await this.#deliver(headers, signal));
      this.#note(judged, sentAt);
      return judged;
    } catch (error) {
      if (isFailure(error)) return error.describe();
      throw error;
    } finally {
      comeBack(this.#comingBack(judged));
    }
  }

  async #headers(): Promise<Record<string, string>> {
    const { credential, userAgent, origin } = this.#office;
    const { operation, target, scopes } = this.#read;
    const headers: Record<string, string> = {
      accept: "application/json",
      "accept-encoding": "gzip",
      "user-agent": userAgent,
    };
    if (operation.method !== "GET") headers["content-type"] = "application/json";
    if (this.#attempts.length > 0) {
      headers["x-okta-retry-count"] = String(this.#attempts.length);
      if (this.#firstRequestId !== undefined) headers["x-okta-retry-for"] = this.#firstRequestId;
    }
    const url = origin + (target.split("?", 1)[0] ?? "");
    await credential.authorise(headers, { method: operation.method, url, scopes });
    return headers;
  }

  #deliver(headers: Record<string, string>, signal: AbortSignal): Promise<Delivery> {
    const { origin, limits } = this.#office;
    const { operation, target, parameters } = this.#read;
    const url = origin + target;
    const { method } = operation;
    return sendOnce(
      method === "GET" ? { method, url, headers } : { method, url, headers, body: JSON.stringify(parameters["body"]) },
      limits,
      signal,
    );
  }

  #note(judged: Judged, sentAt: number): void {
    const { clock, circuit } = this.#office.line;
    const { delivery, end } = judged;
    this.#last = delivery;
    const endedAt = clock.now();
    const status = delivery.kind === "reply" ? delivery.status : undefined;
    if (delivery.kind === "reply") this.#firstRequestId ??= delivery.headers.get("x-okta-request-id") ?? undefined;
    this.#attempts.push({
      sentAt: new Date(sentAt).toISOString(),
      endedAt: new Date(endedAt).toISOString(),
      status,
      reason: reasonOf(judged),
    });
    const isFault = end?.kind === "fault" ? end.fault.kind !== "cancelled" : (status ?? 0) >= 500;
    if (isFault) circuit.faulted(endedAt);
    else if (status !== undefined) circuit.answered();
  }

  #comingBack(judged: Judged | undefined): Return {
    const is429 = judged?.delivery.kind === "reply" && judged.delivery.status === 429;
    if (!is429) return { seen: judged?.seen, refused: undefined, pauseMs: undefined };
    const { seen } = judged;
    if (seen?.limit === 0) return { seen, refused: "concurrency", pauseMs: undefined };
    return { seen, refused: "window", pauseMs: seen?.endsInMs ?? 1000 + this.#office.random() * 4000 };
  }

  #retryAfter({ end, delivery }: Judged): Retry | undefined {
    if (delivery.kind === "reply" && delivery.status === 401 && !this.#renewed) {
      this.#renewed = true;
      return this.#office.credential.renew() ? { kind: "fault", waitMs: 0, pauseBucket: true } : undefined;
    }
    if (end === undefined) return undefined;
    const { circuit } = this.#office.line;
    const tries: Tries = { faults: this.#faults, refusals: this.#refusals };
    const retry = decideRetry(end, tries, circuit.reached, this.#office.random);
    if (retry === undefined) return undefined;
    if (retry.kind !== "fault") {
      this.#refusals += 1;
      return retry;
    }
    this.#faults += 1;
    return circuit.takeRetry() ? retry : undefined;
  }

  #conclude(judged: Judged): SentRead {
    const { delivery, body, error } = judged;
    const { operation, parameters } = this.#read;
    const { operationId } = operation;
    const exchange = this.#exchange();
    const tries = this.#attempts.length;
    if (delivery.kind === "fault") {
      const about = { operationId, origin: exchange.origin, tries, elapsedMs: this.#elapsedMs() };
      return { kind: "failed", failure: networkFailure(delivery.fault, about), exchange };
    }
    const { status, headers } = delivery;
    if (body?.kind === "good") return { kind: "response", body, headers, exchange };
    if (body !== undefined)
      return { kind: "failed", failure: unreadable(operationId, status, body.reason).describe(), exchange };
    const known = error ?? { errorCode: undefined, summary: "", isJson: false };
    if (status === 404 && isAbsence(operation, parameters, known)) return { kind: "absent", exchange };
    const credential = this.#office.credential.kind;
    return {
      kind: "failed",
      failure: statusFailure({ operation, status, headers, error: known, tries, credential }),
      exchange,
    };
  }

  #elapsedMs(): number {
    return Date.parse(this.#attempts.at(-1)?.endedAt ?? "") - Date.parse(this.#attempts[0]?.sentAt ?? "");
  }

  #cancelled(): FailureDescription {
    return new Failure(
      "run/cancelled",
      {},
      {
        found: `${this.#read.operation.operationId} was stopped before it was answered.`,
        why: "The run was stopped.",
        help: "Start it again, or resume it.",
      },
    ).describe();
  }

  #exchange(): Exchange {
    const last = this.#last?.kind === "reply" ? this.#last : undefined;
    return {
      operationId: this.#read.operation.operationId,
      method: this.#read.operation.method,
      origin: this.#office.origin,
      target: this.#read.target,
      attempts: this.#attempts,
      status: last?.status,
      oktaRequestId: last?.headers.get("x-okta-request-id") ?? undefined,
      headers: last === undefined ? {} : keepHeaders(last.headers),
    };
  }
}

/** Sends a read, again where that helps, and says what it came to. Never rejects but for a defect. */
export function sendRead(office: ReadingOffice, read: PreparedRead, signal: AbortSignal): Promise<SentRead> {
  return new Sending(office, read).send(signal);
}
