import type { Operation } from "../registry/operation.ts";
import type { OperationParameters } from "../terms/ask.ts";
import type { Exchange } from "../terms/exchange.ts";
import { isFailure, type FailureDescription } from "../terms/failure.ts";
import type { CheckedBody } from "./answers/check-body.ts";
import { isAbsence } from "./answers/is-absence.ts";
import { cancelledFailure } from "./answers/cancelled-failure.ts";
import { circuitFailure } from "./answers/circuit-failure.ts";
import { networkFailure } from "./answers/network-failure.ts";
import { statusFailure, unreadable } from "./answers/status-failure.ts";
import type { Credential, Renewal } from "./credentials/credential.ts";
import type { Delivery, TransportLimits } from "./delivery.ts";
import { createExchangeLog, type ExchangeLog } from "./exchange-log.ts";
import { judgeDelivery, type Judged } from "./judge-delivery.ts";
import { orAbort } from "./on-abort.ts";
import type { OrgLine } from "./org-line.ts";
import type { ComeBack, Return } from "./pacing/pacing.ts";
import type { Waiting } from "./pacing/waiting-line.ts";
import type { ReplyHeaders } from "./reply-headers.ts";
import { decideRetry, type Retry, type Tries } from "./retries/decide-retry.ts";
import { userAgent } from "./user-agent.ts";
import { sendOnWire } from "./wire.ts";

/** What every read of a client goes through. */
export interface ReadingOffice {
  readonly origin: string;
  readonly credential: Credential;
  readonly line: OrgLine;
  readonly limits: TransportLimits;
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
  /** Given the headers of a 2xx answer as soon as they are there. Its body may still be wrong, and the read be tried again. */
  readonly onReply?: (headers: ReplyHeaders) => void;
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

/** A read on its way. */
class Sending {
  readonly #office: ReadingOffice;
  readonly #read: PreparedRead;
  readonly #log: ExchangeLog;
  readonly #renewals = new Set<Renewal>();
  #faults = 0;
  #refusals = 0;

  constructor(office: ReadingOffice, read: PreparedRead) {
    this.#office = office;
    this.#read = read;
    this.#log = createExchangeLog(office.origin, read.operation, read.target);
  }

  async send(signal: AbortSignal): Promise<SentRead> {
    for (;;) {
      const tried = await this.#tryOnce(signal);
      if ("code" in tried) return this.#failed(tried);
      const retry = this.#retryAfter(tried.judged, tried.headers);
      if (retry === undefined) return this.#conclude(tried.judged);
      if (retry.pauseBucket) continue;
      try {
        await this.#office.line.clock.wait(retry.waitMs, signal);
      } catch {
        return this.#failed(this.#cancelled());
      }
    }
  }

  async #tryOnce(
    signal: AbortSignal,
  ): Promise<{ readonly judged: Judged; readonly headers: Readonly<Record<string, string>> } | FailureDescription> {
    const { line, origin, credential } = this.#office;
    const { operation } = this.#read;
    const closedInMs = line.circuit.closedInMs(line.clock.now());
    if (closedInMs > 0)
      return circuitFailure(operation.operationId, { origin, waitMs: closedInMs, status: line.circuit.lastStatus });
    let comeBack: ComeBack;
    try {
      comeBack = await this.#goOut(signal);
    } catch {
      return this.#cancelled();
    }
    let judged: Judged | undefined;
    try {
      const headers = this.#headers();
      const pending = this.#authorise(headers);
      if (pending !== undefined) await orAbort(pending, signal);
      const sentAt = line.clock.now();
      const delivery = await this.#deliver(headers, signal);
      const endedAt = line.clock.now();
      judged = judgeDelivery(delivery, operation, credential, endedAt);
      this.#log.add(judged, sentAt, endedAt);
      this.#tellCircuit(judged, endedAt);
      return { judged, headers };
    } catch (error) {
      if (isFailure(error)) return error.describe();
      if (signal.aborted) return this.#cancelled();
      throw error;
    } finally {
      comeBack(this.#comingBack(judged));
    }
  }

  #goOut(signal: AbortSignal): ComeBack | Promise<ComeBack> {
    const { operationId, bucket } = this.#read.operation;
    const { line, onWaiting } = this.#office;
    const again = this.#log.tries > 0;
    return line.pacing.enter({ operationId, bucket, run: this.#read.run, again, onWaiting }, signal);
  }

  #headers(): Record<string, string> {
    const headers: Record<string, string> = {
      accept: "application/json",
      "accept-encoding": "gzip",
      "user-agent": userAgent,
    };
    if (this.#read.operation.method !== "GET") headers["content-type"] = "application/json";
    if (this.#log.tries > 0) {
      headers["x-okta-retry-count"] = String(this.#log.tries);
      if (this.#log.firstRequestId !== undefined) headers["x-okta-retry-for"] = this.#log.firstRequestId;
    }
    return headers;
  }

  #authorise(headers: Record<string, string>): Promise<void> | undefined {
    const { credential, origin } = this.#office;
    const { operation, target, scopes } = this.#read;
    const url = origin + (target.split("?", 1)[0] ?? "");
    return credential.authorise(headers, { method: operation.method, url, scopes });
  }

  #deliver(headers: Record<string, string>, signal: AbortSignal): Promise<Delivery> {
    const { origin, limits } = this.#office;
    const { operation, target, parameters, onReply } = this.#read;
    const url = origin + target;
    const { method } = operation;
    // Without ky: its request object would be a third of what a read costs, and all that it could add is off.
    return sendOnWire(
      method === "GET" ? { method, url, headers } : { method, url, headers, body: JSON.stringify(parameters["body"]) },
      limits,
      signal,
      (status, replied) => {
        if (status >= 200 && status < 300) onReply?.(replied);
      },
    );
  }

  #tellCircuit({ delivery, end }: Judged, endedAt: number): void {
    const { circuit } = this.#office.line;
    const failing = delivery.kind === "reply" && delivery.status >= 500 ? delivery.status : undefined;
    if (failing !== undefined || (end?.kind === "fault" && end.fault.kind !== "cancelled"))
      circuit.faulted(endedAt, failing);
    else if (delivery.kind === "reply") circuit.answered();
  }

  #comingBack(judged: Judged | undefined): Return {
    const is429 = judged?.delivery.kind === "reply" && judged.delivery.status === 429;
    if (!is429) return { seen: judged?.seen, refused: undefined, pauseMs: undefined };
    const { seen } = judged;
    if (seen?.limit === 0) return { seen, refused: "concurrency", pauseMs: undefined };
    return { seen, refused: "window", pauseMs: seen?.endsInMs ?? 1000 + this.#office.random() * 4000 };
  }

  /** True where the credential has something new to try with; each kind of news is tried once. */
  #isRenewed({ delivery }: Judged, headers: Readonly<Record<string, string>>): boolean {
    if (delivery.kind !== "reply" || delivery.status !== 401) return false;
    const renewal = this.#office.credential.renew(headers, delivery.headers);
    if (renewal === undefined || this.#renewals.has(renewal)) return false;
    this.#renewals.add(renewal);
    return true;
  }

  #retryAfter(judged: Judged, headers: Readonly<Record<string, string>>): Retry | undefined {
    if (this.#isRenewed(judged, headers)) return { kind: "fault", waitMs: 0, pauseBucket: true };
    if (judged.end === undefined) return undefined;
    const { circuit } = this.#office.line;
    const tries: Tries = { faults: this.#faults, refusals: this.#refusals };
    const retry = decideRetry(judged.end, tries, circuit.reached, this.#office.random);
    if (retry === undefined) return undefined;
    if (retry.kind !== "fault") {
      this.#refusals += 1;
      return retry;
    }
    this.#faults += 1;
    return circuit.takeRetry() ? retry : undefined;
  }

  #conclude({ delivery, body, error }: Judged): SentRead {
    const { operation, parameters } = this.#read;
    const { operationId } = operation;
    const { tries, elapsedMs } = this.#log;
    if (delivery.kind === "fault") {
      return this.#failed(
        networkFailure(delivery.fault, { operationId, origin: this.#office.origin, tries, elapsedMs }),
      );
    }
    const { status, headers } = delivery;
    if (body?.kind === "good") return { kind: "response", body, headers, exchange: this.#log.exchange() };
    if (body !== undefined) return this.#failed(unreadable(operationId, status, body.reason).describe());
    const known = error ?? { errorCode: undefined, summary: "", isJson: false };
    if (status === 404 && isAbsence(operation, parameters, known)) {
      return { kind: "absent", exchange: this.#log.exchange() };
    }
    const credential = this.#office.credential.kind;
    return this.#failed(statusFailure({ operation, status, headers, error: known, tries, credential }));
  }

  #failed(failure: FailureDescription): SentRead {
    return { kind: "failed", failure, exchange: this.#log.exchange() };
  }

  #cancelled(): FailureDescription {
    return cancelledFailure(this.#read.operation.operationId);
  }
}

/** Sends a read, again where that helps, and says what it came to. Never rejects but for a defect. */
export function sendRead(office: ReadingOffice, read: PreparedRead, signal: AbortSignal): Promise<SentRead> {
  return new Sending(office, read).send(signal);
}
