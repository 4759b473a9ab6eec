import type { Exchange } from "../terms/exchange.ts";
import { isFailure, type FailureDescription } from "../terms/failure.ts";
import type { Credential } from "./credentials/credential.ts";
import { missingScopes } from "./credentials/missing-scopes.ts";
import type { OrgAddress } from "./org-address.ts";
import { sharedOrgLine, type OrgLine } from "./org-line.ts";
import type { Waiting } from "./pacing/waiting-line.ts";
import { itemsOf } from "./answers/check-body.ts";
import { renderCursor } from "./paging/cursor.ts";
import { followPage } from "./paging/follow-page.ts";
import { pagingFailure } from "./paging/paging-failure.ts";
import { createReadAhead } from "./paging/read-ahead.ts";
import { createSendAhead, type PageToSend, walksFromPage } from "./paging/send-ahead.ts";
import { createSeenItems, type SeenItems } from "./paging/seen-items.ts";
import { prepareRead, type CheckedRead, type ReadRequest } from "./prepare-read.ts";
import { sendRead, type ReadingOffice, type SentRead } from "./send-read.ts";
import { transportLimits, type TransportLimits } from "./delivery.ts";

/** What a read came to. `exchange` tells every try; it has none where nothing was sent. */
export type OktaRead =
  | {
      readonly kind: "response";
      /** The body, with secrets taken out; byte for byte as Okta sent it where there were none. */
      readonly text: string;
      /** The same in UTF-8, to be given away once, where it is as Okta sent it and long. */
      readonly utf8: Uint8Array<ArrayBuffer> | undefined;
      /** The same, parsed. */
      readonly body: unknown;
      /** Where the list goes on; undefined at its end and for single objects. Opaque, and good in another process too. */
      readonly cursor: string | undefined;
      /** How many items this page of a list holds; 1 for a single object. */
      readonly items: number;
      readonly exchange: Exchange;
    }
  /** A 404 that means "no". */
  | { readonly kind: "absent"; readonly exchange: Exchange }
  | { readonly kind: "failed"; readonly failure: FailureDescription; readonly exchange: Exchange };

/** Reads one org. */
export interface OktaClient {
  /**
   * Reads one object or one page. Contract: waits, tries again and checks by itself; never rejects but for a defect. A refused,
   * failed or stopped read is `failed`.
   */
  read(request: ReadRequest, signal: AbortSignal): Promise<OktaRead>;
  /** Those of the scopes that the org does not give the credential. Throws `okta/client-refused`, `okta/unreachable` and its like. */
  missingScopes(scopes: readonly string[]): Promise<readonly string[]>;
  /** True while Okta's limits, or other runs whose turn it is, make a read of the client's run wait. */
  isInLine(): boolean;
  /** Stops what is read ahead. Reads under way go on. */
  close(): void;
}

/** What a client is made of. */
export interface OktaClientOptions {
  readonly address: OrgAddress;
  readonly credential: Credential;
  /** Reads out at once, at the most, for all clients of the org together. */
  readonly concurrency?: number;
  /** Share of each rate limit that is left to others, 0 to 0.9. */
  readonly reserve?: number;
  /** The run that it reads for, where a read does not say; runs take turns. */
  readonly run?: string;
  /** OAuth scopes of the run's token; each operation's own where they are not given. */
  readonly scopes?: readonly string[];
  /** Told of every read when it is over, also of pages read ahead. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Told once when a bucket makes reads wait for longer than a moment. */
  readonly onWaiting?: (waiting: Waiting) => void;
  readonly limits?: Partial<TransportLimits>;
  /** A line of its own instead of the one that all clients of this org share. */
  readonly line?: OrgLine;
  /** 0 to 1, for the jitter of waits. */
  readonly random?: () => number;
}

function officeOf(options: OktaClientOptions): ReadingOffice {
  const { address, credential, concurrency = 32, reserve = 0.1 } = options;
  return {
    origin: address.origin,
    credential,
    line: options.line ?? sharedOrgLine(address.origin, { concurrency, reserve }),
    limits: { ...transportLimits, ...options.limits },
    random: options.random ?? Math.random,
    onWaiting: options.onWaiting,
  };
}

/** A read that was not sent, for what is wrong with it. */
function notSent(request: ReadRequest, origin: string, failure: FailureDescription): OktaRead {
  const { operationId } = request;
  const nothing = { target: "", attempts: [], status: undefined, oktaRequestId: undefined, headers: {} };
  return { kind: "failed", failure, exchange: { operationId, method: "GET", origin, ...nothing } };
}

/** A later page that Okta refuses as such: its cursor has expired, or the list has changed under it. */
function refusedCursor(
  read: CheckedRead,
  sent: Exclude<SentRead, { kind: "response" }>,
): Exclude<SentRead, { kind: "response" }> {
  if (sent.kind !== "failed" || read.at.page === 0) return sent;
  const { status, oktaRequestId } = sent.exchange;
  if (status !== 400 && status !== 404 && status !== 410) return sent;
  const request = oktaRequestId === undefined ? "" : `, request ${oktaRequestId}`;
  const reason = `Okta refused page ${read.at.page} (${status}${request})`;
  return { ...sent, failure: pagingFailure(read.operation.operationId, reason).describe() };
}

/** What is wrong with a list as far as this page shows; else its next cursor, if it goes on. */
function goOn(
  read: CheckedRead,
  { body, headers }: Extract<SentRead, { kind: "response" }>,
  place: { readonly address: OrgAddress; readonly seen: SeenItems; readonly run: string },
): { readonly wrong: string } | { readonly cursor: string | undefined } {
  const { address, seen, run } = place;
  const { operation, first, at } = read;
  const link = headers.get("link");
  const end = followPage({ operation, address, first, at, text: body.text, body: body.body, link });
  if (end.kind === "wrong") return { wrong: end.reason };
  const cursor = end.kind === "more" ? end.cursor : undefined;
  // Most lists are one page, and need no memory.
  if (at.page === 0 && cursor === undefined) return { cursor };
  const repeated = seen.findRepeated({
    key: at.page === 0 ? undefined : `${run} ${renderCursor(at)}`,
    nextKey: cursor === undefined ? undefined : `${run} ${cursor}`,
    items: itemsOf(operation, body.body) ?? [],
  });
  return repeated === undefined ? { cursor } : { wrong: `page ${at.page} holds ${repeated} again` };
}

function responseOf(
  { operation }: CheckedRead,
  { body: { text, utf8, body }, exchange }: Extract<SentRead, { kind: "response" }>,
  cursor: string | undefined,
): OktaRead {
  const items = itemsOf(operation, body)?.length ?? 1;
  return { kind: "response", text, utf8, body, cursor, items, exchange };
}

/** A client for one org and credential. Clients of one org in one process share pacing. */
export function createOktaClient(options: OktaClientOptions): OktaClient {
  const { address, scopes, onExchange } = options;
  const office = officeOf(options);
  const ahead = createReadAhead<OktaRead>();
  const sendAhead = createSendAhead(address, send);
  const seen = createSeenItems();

  async function send({ read, run, onReply }: PageToSend, signal: AbortSignal): Promise<SentRead> {
    const { operation, parameters, at } = read;
    const prepared = { operation, parameters, target: at.target, run, scopes: scopes ?? operation.scopes, onReply };
    const sent = await sendRead(office, prepared, signal);
    onExchange?.(sent.exchange);
    return sent;
  }

  async function readNow(
    read: CheckedRead,
    run: string,
    signal: AbortSignal,
    taken: Promise<void> = Promise.resolve(),
  ): Promise<OktaRead> {
    const sent = await sendAhead.send({ read, run }, taken, signal);
    if (sent.kind !== "response") return refusedCursor(read, sent);
    const next = goOn(read, sent, { address, seen, run });
    if ("cursor" in next) return responseOf(read, sent, next.cursor);
    const failure = pagingFailure(read.operation.operationId, next.wrong).describe();
    return { kind: "failed", failure, exchange: sent.exchange };
  }

  function readOnAhead(request: ReadRequest, run: string, page: OktaRead): void {
    if (page.kind !== "response" || page.cursor === undefined) return;
    const next = prepareRead({ ...request, cursor: page.cursor }, address);
    const { promise: taken, resolve } = Promise.withResolvers<void>();
    ahead.start(`${run} ${page.cursor}`, (signal) => readNow(next, run, signal, taken), resolve);
  }

  return {
    async read(request, signal) {
      const run = request.run ?? options.run ?? "";
      try {
        const read = prepareRead(request, address);
        const started = request.cursor === undefined ? undefined : ahead.take(`${run} ${request.cursor}`, signal);
        const page = await (started ?? readNow(read, run, signal));
        if (read.at.page >= walksFromPage) readOnAhead(request, run, page);
        return page;
      } catch (error) {
        if (isFailure(error)) return notSent(request, address.origin, error.describe());
        throw error;
      }
    },
    missingScopes: (wanted) => missingScopes(office.credential, address.origin, wanted),
    isInLine: () => office.line.pacing.hasInLine(options.run ?? ""),
    close: () => {
      ahead.close();
      sendAhead.close();
    },
  };
}
