import type { z } from "zod";
import type { Definition } from "../../terms/definition.ts";
import type { Plan, PlanRequest } from "../../terms/plan.ts";
import type { CheckSnippet, LookUp } from "../context.ts";

/**
 * The part of the stub that a model asked for, as TypeScript text: the named operations, and deeper types at `paths`, each
 * written `"listUsers credentials.provider"`. `words` are the question's: what they name may be shown deeper.
 */
export type DescribeOperations = (
  operationIds: readonly string[],
  paths: readonly string[],
  words: readonly string[],
) => string | Promise<string>;

/** What the tools work with, and what they remember of one planning. */
export interface Toolbox {
  /** The words of the question as the model sees it. */
  readonly words: readonly string[];
  readonly describe: DescribeOperations;
  readonly check: CheckSnippet;
  readonly lookUp: LookUp | undefined;
  /** Every word with a meaning that a plan may lean on. */
  readonly definitions: readonly Definition[];
  /** Requests that look-ups made: the proof of a refusal. */
  readonly requests: PlanRequest[];
  /** Counts that look-ups returned: the only ones that may be shown as known. */
  readonly counts: Set<number>;
  /** How often each finding came back, by code and message. */
  readonly findings: Map<string, number>;
}

/** What a tool call comes to: a text for the model, or the end of the planning. */
export type ToolOutcome =
  | { readonly kind: "text"; readonly text: string; readonly isError: boolean }
  | { readonly kind: "plan"; readonly plan: Plan };

/** One tool: what the model is told of it, and what it does. */
export interface PlannerTool<Input> {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType<Input>;
  /** A line of progress for the operator. */
  readonly progress: (input: Input) => string;
  readonly use: (input: Input, toolbox: Toolbox) => Promise<ToolOutcome>;
}

/** A text for the model. */
export function say(text: string): ToolOutcome {
  return { kind: "text", text, isError: false };
}

/** A text for the model that says what was wrong with its call. */
export function object(text: string): ToolOutcome {
  return { kind: "text", text, isError: true };
}
