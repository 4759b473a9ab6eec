import type { Row } from "../../terms/cell.ts";
import type { RunEnd } from "../../terms/run-end.ts";
import type { EndMessage } from "./messages.ts";
import { badResult, snippetThrew } from "./run-failures.ts";
import { originalPosition, placeInSnippet } from "./source-position.ts";

/** What a run has given besides its last message. */
export interface Collected {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  readonly evidence: string | undefined;
  /** Source map of the snippet. */
  readonly map: string | undefined;
}

function threw(
  message: EndMessage & { readonly kind: "threw" },
  map: string | undefined,
): ReturnType<typeof snippetThrew> {
  const place = placeInSnippet(`${message.stack}\n${message.message}`);
  const original = place === undefined || map === undefined ? undefined : originalPosition(map, place);
  const text = message.message.replaceAll(/\s*\[file:\/\/\/[^\]]*\]/g, "");
  const named = message.name === "" || message.name === "Error" ? text : `${message.name}: ${text}`;
  return snippetThrew(named, original?.line, original?.column);
}

/** The guest's last message with what came before it, as the end of the run. */
export function describeEnd(message: Exclude<EndMessage, { readonly kind: "limit" }>, collected: Collected): RunEnd {
  const { rows, notes, evidence, map } = collected;
  const { steps } = message;
  switch (message.kind) {
    case "finished":
      return { kind: "finished", rows, notes, steps, evidence };
    case "declined":
      return { kind: "declined", reason: message.reason, candidates: message.candidates, notes, steps };
    case "threw":
      return { kind: "failed", failure: threw(message, map).describe(), notes, steps };
    case "bad-result":
      return { kind: "failed", failure: badResult(message.reason).describe(), notes, steps };
  }
}
