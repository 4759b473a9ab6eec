import type { FailureDescription } from "./failure.ts";

/** Parameters of one operation call by Okta's own names. Checked against the registry before anything is sent. */
export type OperationParameters = Readonly<Record<string, unknown>>;

/**
 * One read that a snippet asked for: a single object, or one page of a list.
 * Steps count from 0 in the order in which the guest asked; answers are delivered in that same order.
 */
export interface Ask {
  readonly step: number;
  readonly operationId: string;
  readonly parameters: OperationParameters;
  /** For a page of a list: the step at which its first page was asked for (its own step for the first). */
  readonly listing: number | undefined;
  /** For a page of a list: its number from 0. */
  readonly page: number | undefined;
}

/** A body that is in memory, as text and parsed. */
export interface FreshBody {
  readonly text: string;
  readonly body: unknown;
}

/** What an ask got. A failure is data here: `.orUnknown()` may turn it into an unknown cell. */
export type Answer =
  | {
      readonly kind: "response";
      /** The body as JSON text with secrets removed, exactly as journalled. Read late, so that what waits its turn waits in the journal. */
      readonly load: () => string;
      /**
       * The same body where it is in memory still; taken, or let go, as soon as the answer is there. `as-arrived`: it is the one that
       * `onArrived` was given. Absent where it is another, and where it is not in memory.
       */
      readonly fresh?: FreshBody | "as-arrived";
      /** UTF-8 bytes of the body. */
      readonly bytes: number;
      /** True when the list has a further page. Always false for a single object. */
      readonly hasMore: boolean;
    }
  /** A 404 that means "no", for operations that say so. */
  | { readonly kind: "absent" }
  | { readonly kind: "failed"; readonly failure: FailureDescription };

/** A response that has come and is not kept yet: what follows from it may be begun, and nothing of it handed on. */
export interface ArrivedResponse extends FreshBody {
  /** True when the list has a further page. */
  readonly hasMore: boolean;
}

/**
 * Answers asks from the network or from a recording. Contract: never rejects but for a defect; a refused read is an answer. A
 * response that is kept before it is an answer may be given to `onArrived` when it has come.
 */
export type AnswerAsk = (
  ask: Ask,
  signal: AbortSignal,
  onArrived?: (response: ArrivedResponse) => void,
) => Promise<Answer>;
