import { Failure } from "../../terms/failure.ts";

/** Nothing in the journal has that name. */
export function noSuch(what: string, name: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what, name },
    {
      found: `The journal has no ${what} "${name}".`,
      why: "It was never made with this data folder, or its text was erased.",
      help: "See attest journal list for what there is; a unique part of a name is enough.",
    },
  );
}

/** Several things in the journal have a name that starts like that. */
export function severalSuch(what: string, name: string, several: readonly string[]): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what, name },
    {
      found: `"${name}" is the beginning or end of more than one ${what}: ${several.slice(0, 5).join(", ")}.`,
      why: "Which one is meant is not guessed.",
      help: "Give more of the name.",
    },
  );
}

/** A run whose texts were erased at someone's wish. */
export function forgotten(run: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "run", name: run },
    {
      found: `The run ${run} was forgotten.`,
      why: "Its question, snippet, requests, responses and rows were erased; that it took place stays.",
      help: "See attest journal list for what is known of it; ask again for new values.",
    },
  );
}
