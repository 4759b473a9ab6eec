import { countDelivered } from "./ask.ts";
import { post, settings } from "./host.ts";
import { stringifyJson, textOf } from "./primordials.ts";

let spent = 0;

/** A line for the run's journal and the operator. More than the run's limit for notes stops the run. */
export function note(text: string): void {
  const line = textOf(text);
  // The line end counts, so that empty lines come to an end too.
  spent += line.length + 1;
  if (spent > settings.noteBytes) {
    post("end", stringifyJson({ kind: "limit", limit: "noteBytes", steps: countDelivered() }) ?? "");
    return;
  }
  post("note", line);
}
