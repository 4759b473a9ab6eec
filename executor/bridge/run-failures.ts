import { Failure, type FailureText } from "../../terms/failure.ts";
import type { RunLimits } from "../../terms/run-limits.ts";

const limitWords: Readonly<Record<keyof RunLimits, string>> = {
  calls: "requests to Okta",
  bytes: "bytes of answers",
  wallMs: "milliseconds from start to end",
  cpuMs: "milliseconds of processor time in the snippet",
  memoryMb: "megabytes of memory in the snippet",
  resultBytes: "bytes of rows",
  noteBytes: "bytes of notes",
};

/** A bound of the run was reached. */
export function limitReached(limit: keyof RunLimits, bound: number): Failure<"run/limit"> {
  return new Failure(
    "run/limit",
    { limit, bound },
    {
      found: `The run reached its limit of ${bound} ${limitWords[limit]}.`,
      why: "It was stopped, so its rows would not be complete and none are shown. What was read is kept.",
      help: `Raise the limit and resume the run, or narrow the question.`,
    },
  );
}

/** The snippet asked for an operation that its approval does not name. */
export function notAllowed(operationId: string): Failure<"bridge/not-allowed"> {
  return new Failure(
    "bridge/not-allowed",
    { operationId },
    {
      found: `The snippet asked for ${operationId}, which is not among its approved operations.`,
      why: "A snippet reaches exactly the operations that its check listed. The run was ended and nothing was sent.",
      help: "Check the snippet again and approve the operations that it lists.",
    },
  );
}

/** Parameters that the registry does not allow. */
export function badParameters(
  operationId: string,
  parameter: string,
  reason: string,
): Failure<"bridge/bad-parameters"> {
  return new Failure(
    "bridge/bad-parameters",
    { operationId, parameter, reason },
    {
      found: `${operationId} was asked for with ${parameter}, which ${reason}.`,
      why: "Okta would refuse it or answer something else. Nothing was sent for it.",
      help: "Correct the parameter in the snippet, or the value that it is made from.",
    },
  );
}

/** A filter that Okta would refuse or answer wrongly. */
export function badFilter(
  operationId: string,
  parameter: string,
  problem: FailureText,
): Failure<"bridge/bad-parameters"> {
  const { found, why, help } = problem;
  const text = { found: `${operationId} was asked for with a ${parameter} that does not hold: ${found}`, why, help };
  return new Failure("bridge/bad-parameters", { operationId, parameter, reason: found }, text);
}

/** The child ended by itself, broke the protocol, or had to be killed. */
export function sandboxLost(reason: string): Failure<"sandbox/lost"> {
  return new Failure(
    "sandbox/lost",
    { reason },
    {
      found: `The sandbox was lost: ${reason}.`,
      why: "Its rows cannot be trusted, so none are shown. What was read is kept.",
      help: "Read the snippet for what could have caused this before running it again; it is not tried again by itself.",
    },
  );
}

/** The operator stopped the run. */
export function cancelled(): Failure<"run/cancelled"> {
  return new Failure(
    "run/cancelled",
    {},
    {
      found: "The run was cancelled.",
      why: "Its rows would not be complete, so none are shown. What was read is kept.",
      help: "Resume it to go on from there.",
    },
  );
}

const namesOfAll = Object.getOwnPropertyNames(Object.prototype);

function helpFor(message: string): string {
  if (/is not defined/.test(message))
    return "A snippet has the objects of JavaScript itself and what it imports from 'okta'; there is no network, timer, console or process.";
  const [, written] = /Cannot assign to read only property '(\w+)' of object/.exec(message) ?? [];
  if (written !== undefined && namesOfAll.includes(written))
    return `Every object has ${written} from the language, and a value of Okta is so called. Use a Map for what is keyed by values: map.set(key, value) takes every key.`;
  return "Correct the snippet at that line, or allow there for a value that Okta left out.";
}

/** The snippet threw. The place is of the reviewed text, undefined where it is not known. */
export function snippetThrew(
  message: string,
  line: number | undefined,
  column: number | undefined,
  cause?: unknown,
): Failure<"snippet/threw"> {
  const place = line === undefined ? "" : ` at line ${line}, column ${column ?? 1}`;
  return new Failure(
    "snippet/threw",
    { line, column, message },
    {
      found: `The snippet failed${place}: ${message}`,
      why: "It ended before it returned its rows.",
      help: helpFor(message),
    },
    cause,
  );
}

/** The rows are not rows. */
export function badResult(reason: string): Failure<"snippet/bad-result"> {
  return new Failure(
    "snippet/bad-result",
    { reason },
    {
      found: `The snippet's rows cannot be used: ${reason}`,
      why: "Every row has the same columns, and every cell is a text, a number, true, false, null or a list of texts.",
      help: "Return a list of flat rows.",
    },
  );
}
