import type { KeepRead, KeptRead } from "../../audit/runs/run-journal.ts";
import type { OktaClient, OktaRead } from "../../okta/client.ts";
import type { Answer, AnswerAsk, Ask, FreshBody } from "../../terms/ask.ts";
import { Failure, type FailureDescription } from "../../terms/failure.ts";
import type { RecordedRead } from "../../terms/recording.ts";

/** What a live run reads from, and where it keeps what it reads. */
export interface LiveReads {
  readonly client: OktaClient;
  /** The run's name, by which the client is fair between runs. */
  readonly run: string;
  /** Keeps a read in the journal; resolves when it is on the disk, with the read as kept. */
  readonly keep: KeepRead;
  /** Where pages begin, each by its list and number, as `noteCursor` notes them. A resumed run brings those of the recording. */
  readonly cursors: Map<string, string>;
  /** Reads a kept body back by its hash. */
  readonly loadBody: (bodyHash: string) => string;
  /** Is told of every response, when it has come. */
  readonly onResponse: (operationId: string, response: FreshBody) => void;
  /** Is told how many items a page of a list held, and whether the list goes on. */
  readonly onPage: (ask: Ask, items: number, hasMore: boolean) => void;
  /** Is told whenever a page of a list is asked for. */
  readonly onList: () => void;
}

/** What is kept of a read. Hash and size of the body are the journal's to say. */
function recordedRead(ask: Ask, read: OktaRead): RecordedRead {
  return {
    step: ask.step,
    operationId: ask.operationId,
    parameters: ask.parameters,
    listing: ask.listing,
    page: ask.page,
    kind: read.kind,
    bodyHash: undefined,
    bytes: 0,
    hasMore: read.kind === "response" && read.cursor !== undefined,
    cursor: read.kind === "response" ? read.cursor : undefined,
    failure: read.kind === "failed" ? read.failure : undefined,
    exchange: read.exchange,
  };
}

/** Says which page of which list: of a list, the step of its first page; of a page, its number from 0. */
function pageKey(listing: number, page: number): string {
  return `${listing} ${page}`;
}

/** Notes where the page behind that one begins. */
export function noteCursor(
  cursors: Map<string, string>,
  { listing, page = 0, cursor }: Pick<RecordedRead, "listing" | "page" | "cursor">,
): void {
  if (listing !== undefined && cursor !== undefined) cursors.set(pageKey(listing, page + 1), cursor);
}

/** Where the page of a list begins. A later page without a cursor is a defect: the page before it said that there is more. */
function cursorOf(ask: Ask, cursors: ReadonlyMap<string, string>): string | undefined {
  if (ask.listing === undefined || ask.page === undefined || ask.page === 0) return undefined;
  const cursor = cursors.get(pageKey(ask.listing, ask.page));
  if (cursor !== undefined) return cursor;
  throw new Failure(
    "okta/paging",
    { operationId: ask.operationId, reason: `no cursor for page ${ask.page}` },
    {
      found: `Page ${ask.page} of ${ask.operationId} was asked for, but the page before it named no next page.`,
      why: "A list that is walked wrongly would be answered with a gap.",
      help: "Run it again; if it comes back, this is a defect of Attest.",
    },
  );
}

/** The answer as it was kept: what came is not handed on where the journal's redaction took something out of it. */
function responseOf({ loadBody }: LiveReads, { bodyHash, bytes, hasMore, isAsItCame }: KeptRead): Answer {
  if (bodyHash === undefined) throw new TypeError("A response was kept without its body.");
  const load = (): string => loadBody(bodyHash);
  return { kind: "response", load, bytes, hasMore, ...(isAsItCame ? { fresh: "as-arrived" } : {}) };
}

/** What came, without its body: what waits for the disk does not wait in memory too. */
type Arrival =
  | { readonly kind: "response"; readonly items: number }
  | { readonly kind: "absent" }
  | { readonly kind: "failed"; readonly failure: FailureDescription };

/** Reads from Okta, and begins to keep what came. */
async function readAndKeep(
  reads: LiveReads,
  ask: Ask,
  signal: AbortSignal,
  onArrived: Parameters<AnswerAsk>[2],
): Promise<{ readonly arrival: Arrival; readonly keeping: Promise<KeptRead> }> {
  const cursor = cursorOf(ask, reads.cursors);
  const { operationId, parameters } = ask;
  const request = { operationId, parameters, run: reads.run, ...(cursor === undefined ? {} : { cursor }) };
  const read = await reads.client.read(request, signal);
  const recorded = recordedRead(ask, read);
  noteCursor(reads.cursors, recorded);
  if (read.kind !== "response") return { arrival: read, keeping: reads.keep(recorded, undefined) };
  const { text, utf8, body, items } = read;
  const keeping = reads.keep(recorded, text, utf8);
  // The next page is asked for while this one is on its way to the disk.
  onArrived?.({ text, body, hasMore: recorded.hasMore });
  reads.onResponse(operationId, { text, body });
  return { arrival: { kind: "response", items }, keeping };
}

/** Answers asks from Okta. Every answer is in the journal before it is handed on. */
export function answerFromOkta(reads: LiveReads): AnswerAsk {
  return async (ask, signal, onArrived): Promise<Answer> => {
    if (ask.listing !== undefined) reads.onList();
    const { arrival, keeping } = await readAndKeep(reads, ask, signal, onArrived);
    const kept = await keeping;
    switch (arrival.kind) {
      case "response":
        reads.onPage(ask, arrival.items, kept.hasMore);
        return responseOf(reads, kept);
      case "absent":
        return { kind: "absent" };
      case "failed":
        return { kind: "failed", failure: arrival.failure };
    }
  };
}
