import { isFailure } from "../../terms/failure.ts";
import type { OrgAddress } from "../org-address.ts";
import { type CheckedRead, prepareRead } from "../prepare-read.ts";
import type { ReplyHeaders } from "../reply-headers.ts";
import type { SentRead } from "../send-read.ts";
import { renderCursor } from "./cursor.ts";
import { endsWhenEmpty } from "./follow-page.ts";
import { findNextLink } from "./link-header.ts";
import { nextTarget } from "./next-target.ts";
import { PageUnderway } from "./page-underway.ts";
import { createReadAhead } from "./read-ahead.ts";

/** Reads where the caller walks a list: from its second page on, the next one is read ahead. */
export const walksFromPage = 1;

/** A page to be sent for. */
export interface PageToSend {
  readonly read: CheckedRead;
  readonly run: string;
  /** Given the headers of its answer as soon as they are there. */
  readonly onReply: (headers: ReplyHeaders) => void;
}

/** Sends for pages, each behind one that was asked for as soon as that one's headers say where the list goes on. */
export interface SendAhead {
  /** Sends for a page, or gives what was sent for it before. `taken` settles when somebody asks for it. */
  send(page: Pick<PageToSend, "read" | "run">, taken: Promise<void>, signal: AbortSignal): Promise<SentRead>;
  /** Stops what nobody has asked for. */
  close(): void;
}

/** The page behind this one, as far as its headers say; undefined where they do not, or where the link may not be followed. */
function findNext(read: CheckedRead, address: OrgAddress, headers: ReplyHeaders): CheckedRead | undefined {
  const { operation, parameters, first, at } = read;
  // Where only the body says that a list is over, the headers of its last page lead to one that nobody would ask for.
  if (at.page < walksFromPage || operation.items !== "" || endsWhenEmpty(operation)) return undefined;
  const link = findNextLink(headers.get("link"));
  const next = link === undefined ? undefined : nextTarget(operation, link, first, address);
  if (next === undefined || !("target" in next) || next.target === at.target) return undefined;
  const cursor = renderCursor({ ...at, target: next.target, page: at.page + 1 });
  try {
    return prepareRead({ operationId: operation.operationId, parameters, cursor }, address);
  } catch (error) {
    // What is wrong with it is said where the page is asked for.
    if (isFailure(error)) return undefined;
    throw error;
  }
}

/** Nothing is sent yet. `send` sends for one page. */
export function createSendAhead(
  address: OrgAddress,
  send: (page: PageToSend, signal: AbortSignal) => Promise<SentRead>,
): SendAhead {
  // By target: the cursor of a page hangs on the body of the one before it, which is still to come.
  const sent = createReadAhead<SentRead>();
  const underway = new Map<string, PageUnderway>();

  function sendBehind(before: CheckedRead, run: string, headers: ReplyHeaders): void {
    const read = findNext(before, address, headers);
    const key = `${run} ${read?.at.target}`;
    if (read === undefined || underway.has(key)) return;
    const page = new PageUnderway((replied) => sendBehind(read, run, replied));
    underway.set(key, page);
    sent.start(key, (signal) => send({ read, run, onReply: (replied) => page.noteReply(replied) }, signal));
  }

  return {
    send({ read, run }, taken, signal) {
      const key = `${run} ${read.at.target}`;
      const page = underway.get(key) ?? new PageUnderway((replied) => sendBehind(read, run, replied));
      underway.delete(key);
      void taken.then(() => page.take());
      const onReply = (replied: ReplyHeaders): void => page.noteReply(replied);
      return sent.take(key, signal) ?? send({ read, run, onReply }, signal);
    },
    close() {
      sent.close();
      underway.clear();
    },
  };
}
