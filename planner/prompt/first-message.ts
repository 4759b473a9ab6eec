import type { EarlierQuestion } from "../../terms/earlier-question.ts";
import type { Definition } from "../../terms/definition.ts";

/** What belongs to one question alone. */
export interface FirstMessage {
  /** With its personal values lifted out. */
  readonly question: string;
  /** The run's clock, ISO 8601. */
  readonly clock: string;
  readonly definitions: readonly Definition[];
  /** Operations that may fit, one a line. */
  readonly operations: readonly string[];
  readonly canLookUp: boolean;
  /** What the question goes on from, with its personal values lifted out. */
  readonly earlier?: EarlierQuestion | undefined;
}

function renderEarlier({ question, source, columns }: EarlierQuestion): string {
  const asked = question === undefined ? "" : ` ${JSON.stringify(question)}`;
  return [
    `This follows on an earlier question${asked}, answered with the columns ${columns.join(", ")} by this snippet:`,
    `\`\`\`ts\n${source}\`\`\``,
    "Edit it as the question below asks; what the question leaves alone stays as it is.",
  ].join("\n\n");
}

/** The first message to the model. */
export function renderFirstMessage({
  question,
  clock,
  definitions,
  operations,
  canLookUp,
  earlier,
}: FirstMessage): string {
  const meanings = definitions.map(({ name, meaning }) => `- ${name}: ${meaning}`);
  return [
    ...(earlier === undefined ? [] : [renderEarlier(earlier)]),
    `Question: ${JSON.stringify(question)}`,
    `Today is ${clock.slice(0, 10)}.${canLookUp ? "" : " Look-ups are off."}`,
    ...(meanings.length === 0 ? [] : [`Meanings:\n${meanings.join("\n")}`]),
    ...(operations.length === 0 ? [] : [`Operations that may fit:\n${operations.join("\n")}`]),
  ].join("\n\n");
}
