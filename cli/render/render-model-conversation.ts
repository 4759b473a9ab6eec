import type { ModelConversation } from "../../main/journal.ts";
import { safeLines } from "./safe-text.ts";

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}

/** Every request to the model as it was sent, and what came back. */
export function renderModelConversation({ planning, exchanges }: ModelConversation): string {
  if (exchanges.length === 0) return "No model was asked for it.";
  const parts = exchanges.map((one) =>
    [
      `Request of round ${one.round + 1}, sent ${one.sentAt}:`,
      safeLines(indented(one.request)),
      `Answer${one.status === undefined ? "" : ` (${one.status})`}, ${one.inputTokens} tokens in, ${one.outputTokens} out, ${one.endedAt}:`,
      safeLines(indented(one.response)),
    ].join("\n"),
  );
  return [`Planning ${planning}`, ...parts].join("\n\n");
}
