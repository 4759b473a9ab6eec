import { countDelivered } from "./ask.ts";
import { post } from "./host.ts";
import { stringifyJson } from "./primordials.ts";

/** One of the things that a name could have meant. */
export interface Candidate {
  readonly id: string | undefined;
  readonly name: string;
  readonly status: string | undefined;
}

// Enough to pick from; a longer list is a sign that the name was no name.
const MAX_CANDIDATES = 50;
const MAX_REASON = 4_000;

/** Ends the run as declined at once: what the snippet does with the thrown error changes nothing any more. */
export function declineWith(reason: string, candidates: readonly Candidate[]): never {
  const said = `${reason}`.slice(0, MAX_REASON);
  const steps = countDelivered();
  const end = { kind: "declined", reason: said, candidates: candidates.slice(0, MAX_CANDIDATES), steps };
  post("end", stringifyJson(end) ?? "");
  throw new Error(`declined: ${said}`);
}

/** Ends the run as declined, with a reason for the operator. */
export function declined(reason: string): never {
  return declineWith(reason, []);
}
