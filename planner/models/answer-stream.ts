import type { ContentBlockParam, RawMessageStreamEvent, StopReason } from "@anthropic-ai/sdk/resources/messages";

/** A tool that the model called. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As JSON text gave it; undefined where that text was no JSON. */
  readonly input: unknown;
}

/** One whole answer of a model. */
export interface ModelAnswer {
  /** Its blocks, to be sent back as they came. */
  readonly content: readonly ContentBlockParam[];
  readonly toolCalls: readonly ToolCall[];
  readonly stopReason: StopReason | null;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
}

interface OpenBlock {
  readonly start: Extract<RawMessageStreamEvent, { type: "content_block_start" }>["content_block"];
  text: string;
  signature: string;
}

function parseInput(json: string): unknown {
  if (json.trim() === "") return {};
  try {
    const input: unknown = JSON.parse(json);
    return input;
  } catch {
    return undefined;
  }
}

function closeBlock({ start, text, signature }: OpenBlock): ContentBlockParam | undefined {
  if (start.type === "text") return text === "" ? undefined : { type: "text", text };
  if (start.type === "thinking") return { type: "thinking", thinking: text, signature };
  if (start.type === "redacted_thinking") return { type: "redacted_thinking", data: start.data };
  if (start.type !== "tool_use") return undefined;
  return { type: "tool_use", id: start.id, name: start.name, input: parseInput(text) ?? {} };
}

/** Puts the events of a stream together. `finish` gives undefined where the stream broke off before its end. */
export class AnswerStream {
  readonly #blocks = new Map<number, OpenBlock>();
  #stopReason: StopReason | null = null;
  #inputTokens = 0;
  #cacheReadTokens = 0;
  #cacheWriteTokens = 0;
  #outputTokens = 0;
  #ended = false;
  #begun = false;

  /** Whether any event of a message came. */
  get begun(): boolean {
    return this.#begun;
  }

  accept(event: RawMessageStreamEvent): void {
    switch (event.type) {
      case "message_start":
        this.#begun = true;
        this.#countInput(event.message.usage);
        break;
      case "content_block_start":
        this.#blocks.set(event.index, { start: event.content_block, text: "", signature: "" });
        break;
      case "content_block_delta":
        this.#extend(event);
        break;
      case "message_delta":
        this.#stopReason = event.delta.stop_reason;
        this.#outputTokens = event.usage.output_tokens;
        break;
      case "message_stop":
        this.#ended = true;
        break;
      case "content_block_stop":
        break;
    }
  }

  finish(): ModelAnswer | undefined {
    if (!this.#ended) return undefined;
    const blocks = [...this.#blocks].toSorted(([a], [b]) => a - b).map(([, block]) => block);
    return {
      content: blocks.flatMap((block) => closeBlock(block) ?? []),
      toolCalls: blocks.flatMap(({ start, text }) =>
        start.type === "tool_use" ? [{ id: start.id, name: start.name, input: parseInput(text) }] : [],
      ),
      stopReason: this.#stopReason,
      inputTokens: this.#inputTokens,
      cacheReadTokens: this.#cacheReadTokens,
      cacheWriteTokens: this.#cacheWriteTokens,
      outputTokens: this.#outputTokens,
    };
  }

  #countInput(usage: Extract<RawMessageStreamEvent, { type: "message_start" }>["message"]["usage"]): void {
    this.#cacheReadTokens = usage.cache_read_input_tokens ?? 0;
    this.#cacheWriteTokens = usage.cache_creation_input_tokens ?? 0;
    this.#inputTokens = usage.input_tokens + this.#cacheReadTokens + this.#cacheWriteTokens;
  }

  #extend({ index, delta }: Extract<RawMessageStreamEvent, { type: "content_block_delta" }>): void {
    const block = this.#blocks.get(index);
    if (block === undefined) return;
    if (delta.type === "text_delta") block.text += delta.text;
    else if (delta.type === "input_json_delta") block.text += delta.partial_json;
    else if (delta.type === "thinking_delta") block.text += delta.thinking;
    else if (delta.type === "signature_delta") block.signature += delta.signature;
  }
}
