import { AnswerKind, ask, type PagePlace, parametersText } from "./ask.ts";
import { freezeAnswer, freezeGiven } from "./freeze-answer.ts";
import { createNotKnown, type NotKnown } from "./not-known.ts";
import { parseJson } from "./primordials.ts";
import { tracingHooks } from "./tracing-hooks.ts";

/** A read that is under way. */
export interface Read<T> extends Promise<T> {
  orUnknown(): Promise<T | NotKnown>;
}

/** Thrown into a read whose failure the snippet allowed for. */
class ReadFailed extends Error {
  override readonly name: string = "ReadFailed";
}

/** Body of an answer, with whether its list goes on. */
interface Answered {
  readonly body: unknown;
  readonly more: boolean;
}

/** One read that was sent off: its step, its answer, and the way to allow for its failure. */
export interface Sent {
  readonly step: number;
  readonly answered: Promise<Answered>;
  readonly allowUnknown: () => void;
}

/**
 * Asks for one object, or for one page of a list, with parameters as JSON text. `onMore` is called when the list goes on, before the
 * answer's body is parsed.
 */
export function send(operationId: string, parameters: string, place?: PagePlace, onMore?: () => void): Sent {
  let resolve: (answered: Answered) => void;
  let reject: (error: unknown) => void;
  const answered = new Promise<Answered>((resolveIt, rejectIt) => {
    resolve = resolveIt;
    reject = rejectIt;
  });
  const pending = ask(operationId, parameters, place, (kind, text) => {
    if (kind === AnswerKind.failed) {
      reject(new ReadFailed(text));
      return;
    }
    if (kind === AnswerKind.more) onMore?.();
    const body = kind === AnswerKind.absent || text === "" ? undefined : parseJson(text);
    tracingHooks()?.tagResponse(body, pending.step);
    resolve({ body: freezeAnswer(body), more: kind === AnswerKind.more });
  });
  return { step: pending.step, answered, allowUnknown: pending.allowUnknown };
}

async function allowFailure<T>(promise: Promise<T>): Promise<T | NotKnown> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof ReadFailed) return createNotKnown(error.message);
    throw error;
  }
}

/** Gives a promise its `.orUnknown()`; `allowUnknown` tells the host that a failure is allowed for. */
export function asRead<T>(promise: Promise<T>, allowUnknown: () => void): Read<T> {
  const orUnknown = (): Promise<T | NotKnown> => {
    allowUnknown();
    return allowFailure(promise);
  };
  return freezeGiven(Object.assign(promise, { orUnknown }));
}

/** Reads a single object. */
export function readOne(operationId: string, parameters: unknown): Read<unknown> {
  const sent = send(operationId, parametersText(operationId, parameters));
  const body = async (): Promise<unknown> => (await sent.answered).body;
  return asRead(body(), sent.allowUnknown);
}
