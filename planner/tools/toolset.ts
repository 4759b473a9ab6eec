import { z } from "zod";
import { describeOperations } from "./describe-operations.ts";
import { findOperations } from "./find-operations.ts";
import { lookUp } from "./look-up.ts";
import { askBack, decline } from "./refusals.ts";
import { checkSnippet, submitSnippet } from "./snippet-tools.ts";
import { object, type PlannerTool, type ToolOutcome, type Toolbox } from "./tool.ts";

/** A tool as the model sees it, and as the loop uses it. */
export interface BoundTool {
  readonly name: string;
  readonly description: string;
  /** Strict JSON schema of its input. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** A line of progress; undefined for an input that does not fit. */
  progress(input: unknown): string | undefined;
  /** Uses the tool. An input that does not fit comes back as a text that says so. */
  use(input: unknown, toolbox: Toolbox): Promise<ToolOutcome>;
}

function bind<Input>(tool: PlannerTool<Input>): BoundTool {
  const { $schema: _, ...schema } = z.toJSONSchema(tool.input);
  return {
    name: tool.name,
    description: tool.description,
    schema,
    progress: (input) => {
      const parsed = tool.input.safeParse(input);
      return parsed.success ? tool.progress(parsed.data) : undefined;
    },
    use: async (input, toolbox) => {
      const parsed = tool.input.safeParse(input);
      if (parsed.success) return tool.use(parsed.data, toolbox);
      const wrong = input === undefined ? "It was not JSON." : z.prettifyError(parsed.error);
      return object(`The input of ${tool.name} does not fit its schema. ${wrong} Call it again with all of it.`);
    },
  };
}

/** All tools, in the order in which they are mostly used. */
export const toolset: readonly BoundTool[] = [
  bind(findOperations),
  bind(describeOperations),
  bind(lookUp),
  bind(checkSnippet),
  bind(submitSnippet),
  bind(askBack),
  bind(decline),
];

/** Uses the tool of that name; one that does not exist comes back as a text that names those that do. */
export async function useTool(name: string, input: unknown, toolbox: Toolbox): Promise<ToolOutcome> {
  const tool = toolset.find((one) => one.name === name);
  if (tool !== undefined) return tool.use(input, toolbox);
  return object(`There is no tool ${name}. There are: ${toolset.map((one) => one.name).join(", ")}.`);
}
