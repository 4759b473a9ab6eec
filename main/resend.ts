import type { KeptRun } from "../audit/runs/runs.ts";
import type { OktaRead } from "../okta/client.ts";
import type { Exchange } from "../terms/exchange.ts";
import { Failure, type FailureDescription } from "../terms/failure.ts";
import { alertingClient } from "./alerts/alerting-client.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";
import { type BodyDifferences, compareBodies } from "./resend/compare-bodies.ts";
import { getRecordedRequest, type RecordedRequest } from "./resend/recorded-request.ts";
import { runNamed } from "./run/run-named.ts";

/** What a request came to at one time. */
export interface RequestAnswer {
  readonly kind: "response" | "absent" | "failed";
  readonly status: number | null;
  /** When it was answered, ISO 8601; null where no answer came. */
  readonly at: string | null;
  /** UTF-8 bytes of the body as kept. */
  readonly bytes: number;
  readonly oktaRequestId: string | null;
  readonly failure: FailureDescription | null;
}

/** A recorded request that was sent again, and what differs now. */
export interface ResendReport {
  readonly run: string;
  readonly step: number;
  readonly operationId: string;
  readonly org: string;
  /** Method, path and query as sent, both times. */
  readonly request: string;
  readonly recorded: RequestAnswer;
  readonly now: RequestAnswer;
  /** Null where one of the two brought no body. */
  readonly differences: BodyDifferences | null;
}

function otherOrg({ run, beginning: { org } }: KeptRun, origin: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "OKTA_DOMAIN", expected: org },
    {
      found: `The run ${run} read ${org}, and the org in use is ${origin}.`,
      why: "Another org's answer shows nothing of this one; nothing was sent.",
      help: "Set OKTA_DOMAIN to the org of the run, or name it with --org.",
    },
  );
}

function fromAFile({ run }: KeptRun): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "RUN", expected: "a run of this data folder" },
    {
      found: `The run ${run} came out of a file.`,
      why: "Its requests were approved with another data folder; here nobody has approved them, so nothing was sent.",
      help: "Run its snippet here, which is shown and asked about, and name a request of that run.",
    },
  );
}

function answerOf(
  answer: Pick<RequestAnswer, "kind" | "bytes">,
  exchange: Exchange,
  failure: FailureDescription | undefined,
): RequestAnswer {
  return {
    ...answer,
    status: exchange.status ?? null,
    at: exchange.attempts.at(-1)?.endedAt ?? null,
    oktaRequestId: exchange.oktaRequestId ?? null,
    failure: failure ?? null,
  };
}

async function sendAgain(
  house: House,
  { run }: KeptRun,
  { operation, read, exchange }: RecordedRequest,
  signal: AbortSignal,
): Promise<OktaRead> {
  const org = await house.org();
  const client = alertingClient(house, org, "run", { run, scopes: operation.scopes });
  const { operationId, parameters } = read;
  try {
    return await client.read({ operationId, parameters, target: exchange.target }, signal);
  } finally {
    client.close();
  }
}

/** Keeps what came back before it is looked at; gives the body as kept. */
async function keep(house: House, { run }: KeptRun, step: number, again: OktaRead): Promise<string | undefined> {
  const { kind, exchange } = again;
  const failure = again.kind === "failed" ? again.failure : undefined;
  const resend = { step, operationId: exchange.operationId, kind, exchange, failure, operator: operatorName() };
  const hash = await house.journal().resends.save(run, resend, again.kind === "response" ? again.text : undefined);
  return hash === undefined ? undefined : house.journal().loadBody(hash);
}

/**
 * Sends one recorded request of a run again, exactly as it was, and says how the answer differs from the recorded one. The
 * resend is kept in the run's chain. Throws `journal/not-found`, `bridge/not-allowed`, and `config/invalid` for a run of another
 * org or out of a file; then nothing was sent.
 */
export async function resend(house: House, name: string, step: number, signal: AbortSignal): Promise<ResendReport> {
  const kept = runNamed(house, name);
  if (kept.importedAt !== undefined) throw fromAFile(kept);
  const request = getRecordedRequest(house, kept, step);
  const { operation, read, exchange, body } = request;
  const { origin } = (await house.org()).address;
  if (kept.beginning.org !== origin || exchange.origin !== origin) throw otherOrg(kept, origin);
  const again = await sendAgain(house, kept, request, signal);
  const text = await keep(house, kept, step, again);
  const failed = again.kind === "failed" ? again.failure : undefined;
  return {
    run: kept.run,
    step,
    operationId: read.operationId,
    org: kept.beginning.org,
    request: `${exchange.method} ${exchange.target}`,
    recorded: answerOf({ kind: read.kind, bytes: read.bytes }, exchange, read.failure),
    now: answerOf(
      { kind: again.kind, bytes: text === undefined ? 0 : Buffer.byteLength(text) },
      again.exchange,
      failed,
    ),
    differences: body === undefined || text === undefined ? null : compareBodies(operation, body, JSON.parse(text)),
  };
}
