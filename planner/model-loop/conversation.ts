import type {
  ContentBlockParam,
  MessageParam,
  TextBlockParam,
  Tool,
  ToolResultBlockParam,
  UserMessageParam,
} from "@anthropic-ai/sdk/resources/messages";
import type { ToolCall } from "../models/answer-stream.ts";
import { systemPrompt } from "../prompt/system-prompt.ts";
import { toolset } from "../tools/toolset.ts";
import type { ToolOutcome } from "../tools/tool.ts";

const cached = { type: "ephemeral" } as const;

/** The fixed part of every request. Tools stand before it in an endpoint's cache, so one mark covers both. */
export const systemBlocks: readonly TextBlockParam[] = [{ type: "text", text: systemPrompt, cache_control: cached }];

/** The tools as every request declares them. */
export const declaredTools: readonly Tool[] = toolset.map(({ name, description, schema }) => ({
  name,
  description,
  input_schema: { ...schema, type: "object" },
}));

function marked(message: UserMessageParam): UserMessageParam {
  if (typeof message.content === "string")
    return { ...message, content: [{ type: "text", text: message.content, cache_control: cached }] };
  const last = message.content.at(-1);
  if (last?.type !== "tool_result" && last?.type !== "text") return message;
  return { ...message, content: [...message.content.slice(0, -1), { ...last, cache_control: cached }] };
}

/** The messages as they are sent: a cache mark on the last one, so that the next round reads all before it from the cache. */
export function withCacheMark(messages: readonly MessageParam[]): readonly MessageParam[] {
  const last = messages.at(-1);
  return last?.role !== "user" ? messages : [...messages.slice(0, -1), marked(last)];
}

/** The model's answer, as it goes back to it. */
export function assistantMessage(content: readonly ContentBlockParam[]): MessageParam {
  return { role: "assistant", content: content.length === 0 ? "(nothing)" : [...content] };
}

/** What the tools said to its calls, in one message. */
export function toolResults(calls: readonly ToolCall[], outcomes: readonly ToolOutcome[]): MessageParam {
  const content = calls.map((call, index): ToolResultBlockParam => {
    const outcome = outcomes[index];
    const said = outcome?.kind === "text" ? outcome : { text: "Not done: the planning had ended.", isError: true };
    return { type: "tool_result", tool_use_id: call.id, content: said.text, is_error: said.isError };
  });
  return { role: "user", content };
}

/** What a model hears that wrote text in place of a tool call. */
export const onlyTools: MessageParam = {
  role: "user",
  content: "Plain text is not read. Call one of the tools: submit_snippet, ask_back or decline end the planning.",
};
