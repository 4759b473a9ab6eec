import canonicalize from "canonicalize";
import type { Answer, AnswerAsk, Ask } from "../terms/ask.ts";
import { Failure } from "../terms/failure.ts";
import type { RecordedRead, Recording } from "../terms/recording.ts";
import type { RunEnd } from "../terms/run-end.ts";

type AskedRead = Pick<Ask, "operationId" | "parameters" | "listing" | "page">;

function describeRead({ operationId, parameters, listing, page }: AskedRead): string {
  const place = page === undefined || page === 0 ? "" : ` page ${page} of the list of step ${listing}`;
  return `${operationId} ${canonicalize(parameters) ?? "{}"}${place}`;
}

function diverged(step: number, recorded: string, asked: string): Failure<"replay/diverged"> {
  return new Failure(
    "replay/diverged",
    { step, recorded, asked },
    {
      found: `At step ${step} the recording holds ${recorded}, and the snippet asked for ${asked}.`,
      why: "From here on the recording does not answer this snippet, so its rows would be of neither.",
      help: "Run the changed snippet against the org, or replay the snippet that was recorded.",
    },
  );
}

function incomplete(step: number): Failure<"replay/incomplete"> {
  return new Failure(
    "replay/incomplete",
    { step },
    {
      found: `The recording ends before step ${step}.`,
      why: "The run that it was made of had ended there, so there is no answer to go on with.",
      help: "Resume the run to read the rest from the org.",
    },
  );
}

// Parameters are compared as they read, not as they were written: order of keys means nothing.
function answerOf(recording: Recording, read: RecordedRead, ask: Ask): Answer {
  const asked = describeRead(ask);
  const recorded = describeRead(read);
  if (asked !== recorded) throw diverged(ask.step, recorded, asked);
  switch (read.kind) {
    case "absent":
      return { kind: "absent" };
    case "failed":
      if (read.failure === undefined) throw incomplete(ask.step);
      return { kind: "failed", failure: read.failure };
    case "response": {
      const { bodyHash, bytes, hasMore } = read;
      if (bodyHash === undefined) throw incomplete(ask.step);
      return { kind: "response", load: () => recording.loadBody(bodyHash), bytes, hasMore };
    }
  }
}

/**
 * Answers from a recording in place of the network. A read that differs from the recorded one ends the run as failed with
 * `replay/diverged`, named by its step; one past the end with `replay/incomplete`. `.orUnknown()` does not soften either.
 */
export function answerFromRecording(recording: Recording): AnswerAsk {
  return async (ask) => {
    const read = recording.find(ask.step);
    if (read === undefined) throw incomplete(ask.step);
    return answerOf(recording, read, ask);
  };
}

/**
 * Answers what is recorded from the recording, and goes on live from there. A recorded failure that is no answer (the run stopped
 * there) is asked again. Where a page of a list is read again, so is what stands behind it: recorded pages follow the page that they
 * were recorded after, and behind another one an item could be missing, or there twice.
 */
export function answerResuming(recording: Recording, live: AnswerAsk): AnswerAsk {
  const readAgain = new Set<number>();
  return async (ask, signal, onArrived) => {
    const read = recording.find(ask.step);
    const isBehind = [ask.listing, read?.listing].some((listing) => listing !== undefined && readAgain.has(listing));
    if (read !== undefined && read.kind !== "failed" && !isBehind) return answerOf(recording, read, ask);
    if (ask.listing !== undefined) readAgain.add(ask.listing);
    return await live(ask, signal, onArrived);
  };
}

/** The end of a replay; one that finished with reads of the recording left over has diverged at the first of them. */
export function checkReplayed(recording: Recording, end: RunEnd): RunEnd {
  const left = end.kind === "finished" && end.steps < recording.steps ? recording.find(end.steps) : undefined;
  if (left === undefined) return end;
  const failure = diverged(end.steps, describeRead(left), "nothing more").describe();
  return { kind: "failed", failure, notes: end.notes, steps: end.steps };
}
