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
}

/** The first message to the model. */
export function renderFirstMessage({ question, clock, definitions, operations, canLookUp }: FirstMessage): string {
  const meanings = definitions.map(({ name, meaning }) => `- ${name}: ${meaning}`);
  return [
    `Question: ${JSON.stringify(question)}`,
    `Today is ${clock.slice(0, 10)}.${canLookUp ? "" : " Look-ups are off."}`,
    ...(meanings.length === 0 ? [] : [`Meanings:\n${meanings.join("\n")}`]),
    ...(operations.length === 0 ? [] : [`Operations that may fit:\n${operations.join("\n")}`]),
  ].join("\n\n");
}
