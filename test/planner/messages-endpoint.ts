import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** One answer of the endpoint: blocks of a message, an API error, or a way to go wrong. */
export type EndpointAnswer =
  | {
      readonly kind: "message";
      readonly blocks: readonly EndpointBlock[];
      readonly stopReason?: string;
      /** Ends the stream in the middle of the blocks, as that. */
      readonly breakOff?: "overloaded" | "connection" | "no-end" | "hang";
    }
  | { readonly kind: "error"; readonly status: number; readonly type: string; readonly message: string }
  | { readonly kind: "text"; readonly status: number; readonly contentType: string; readonly body: string };

/** A block of an answer: text, or a tool call with its input (a text stands for raw JSON). */
export type EndpointBlock =
  | { readonly text: string }
  | { readonly thinking: string }
  | { readonly tool: string; readonly input: object | string };

/** A request as it came. */
export interface SeenRequest {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly body: SeenBody;
  readonly text: string;
}

/** What tests look at in a request's body. */
interface SeenBody {
  readonly model: string;
  readonly max_tokens: number;
  readonly system: unknown;
  readonly tools: readonly { readonly name: string; readonly strict?: boolean; readonly input_schema: object }[];
  readonly tool_choice: unknown;
  readonly messages: readonly { readonly role: string; readonly content: readonly unknown[] }[];
  readonly stream: boolean;
}

/** A Messages API on loopback that gives prepared answers, one a request, the last one for ever. */
export interface MessagesEndpoint {
  readonly baseUrl: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

interface Send {
  (type: string, data: object): void;
}

function sendBlock(send: Send, block: EndpointBlock, index: number): void {
  const start = (content_block: object): void => send("content_block_start", { index, content_block });
  const delta = (value: object): void => send("content_block_delta", { index, delta: value });
  if ("tool" in block) {
    start({ type: "tool_use", id: `toolu_${index}`, name: block.tool, input: {} });
    const json = typeof block.input === "string" ? block.input : JSON.stringify(block.input);
    for (let at = 0; at < json.length; at += 40)
      delta({ type: "input_json_delta", partial_json: json.slice(at, at + 40) });
  } else if ("thinking" in block) {
    start({ type: "thinking", thinking: "", signature: "" });
    delta({ type: "thinking_delta", thinking: block.thinking });
    delta({ type: "signature_delta", signature: "signed" });
  } else {
    start({ type: "text", text: "" });
    delta({ type: "text_delta", text: block.text });
  }
  send("content_block_stop", { index });
}

function sendMessage(
  send: Send,
  answer: Extract<EndpointAnswer, { kind: "message" }>,
  end: (how: string) => void,
): void {
  const usage = { input_tokens: 1000, output_tokens: 1, cache_creation_input_tokens: 20, cache_read_input_tokens: 300 };
  const message = { id: "msg_1", type: "message", role: "assistant", model: "m", content: [], stop_reason: null };
  send("message_start", { message: { ...message, stop_sequence: null, usage } });
  for (const [index, block] of answer.blocks.entries()) sendBlock(send, block, index);
  if (answer.breakOff === "overloaded") send("error", { error: { type: "overloaded_error", message: "Overloaded" } });
  if (answer.breakOff !== undefined) {
    end(answer.breakOff);
    return;
  }
  const stop_reason = answer.stopReason ?? (answer.blocks.some((one) => "tool" in one) ? "tool_use" : "end_turn");
  send("message_delta", { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 50 } });
  send("message_stop", {});
  end("whole");
}

/** Starts an endpoint that gives `answers` in their order. */
export async function startEndpoint(answers: readonly EndpointAnswer[]): Promise<MessagesEndpoint> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const answer = answers[Math.min(seen.length, answers.length - 1)];
      seen.push({ headers: request.headers, url: request.url ?? "", body: JSON.parse(text) as SeenBody, text });
      if (answer === undefined || answer.kind === "error") {
        response.writeHead(answer?.status ?? 500, { "content-type": "application/json" });
        response.end(
          JSON.stringify({
            type: "error",
            error: { type: answer?.type ?? "api_error", message: answer?.message ?? "" },
          }),
        );
      } else if (answer.kind === "text") {
        response.writeHead(answer.status, { "content-type": answer.contentType });
        response.end(answer.body);
      } else {
        response.writeHead(200, { "content-type": "text/event-stream" });
        const send: Send = (type, data) => {
          response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
        };
        sendMessage(send, answer, (how) => {
          if (how === "connection") setImmediate(() => response.destroy());
          else if (how !== "hang") response.end();
        });
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** An answer with these tool calls. */
export function calls(...blocks: readonly EndpointBlock[]): EndpointAnswer {
  return { kind: "message", blocks };
}
