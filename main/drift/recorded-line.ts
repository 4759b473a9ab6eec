import { z } from "zod";
import { findOperation } from "../../registry/catalogue.ts";
import { shapesOfResponse } from "../../registry/secrets.ts";
import { resolveShape } from "../../registry/shape-path.ts";
import { operationAt } from "./operation-at.ts";

/**
 * What one line of a file of recordings is. `response`: it can be compared; `unknown`: the catalogue lacks its operation;
 * `passed-over`: there is nothing in it to compare, and why; `odd`: it is no recorded response, and why.
 */
export type RecordedLine =
  | { readonly kind: "response"; readonly operationId: string; readonly body: unknown }
  | { readonly kind: "unknown"; readonly name: string }
  | { readonly kind: "passed-over"; readonly why: string }
  | { readonly kind: "odd"; readonly why: string };

const status = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish();

const lineShape = z.object({
  operationId: z.string().nullish(),
  method: z.string().nullish(),
  template: z.string().nullish(),
  /** Path or address as it was asked for. */
  path: z.string().nullish(),
  url: z.string().nullish(),
  status,
  headers: z.record(z.string(), z.unknown()).nullish(),
  body: z.unknown().optional(),
});

type Line = z.infer<typeof lineShape>;

/** Longest part of a line that is shown. */
const longestShown = 60;

/** Reads one line: a JSON object with a body, and an operationId, a path template or a path. Never throws. */
export function parseRecordedLine(text: string): RecordedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return odd(`it is not JSON: ${text.slice(0, longestShown)}${text.length > longestShown ? "…" : ""}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return odd(
      `it holds ${Array.isArray(value) ? "a list" : `the value ${text.slice(0, longestShown)}`}, not an object`,
    );
  }
  const parsed = lineShape.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return odd(`its ${issue?.path.join(".") ?? "form"} is not what a recording has: ${issue?.message ?? ""}`);
  }
  return readLine(parsed.data);
}

function odd(why: string): RecordedLine {
  return { kind: "odd", why };
}

function readLine(line: Line): RecordedLine {
  const { operationId, template, path, url } = line;
  const named = operationId ?? template ?? path ?? url ?? undefined;
  if (named === undefined) return odd("it names no operation: neither operationId nor template, path or url");
  const code = line.status ?? 200;
  if (code < 200 || code > 299) return { kind: "passed-over", why: `answered with status ${code}` };
  const found = operationIdOf(line);
  return found === undefined ? { kind: "unknown", name: named } : withBody(found, line, code);
}

/** The operation of a recording: by its operationId, else by method and path template, else by method and path. */
function operationIdOf({ operationId, method, template, path, url }: Line): string | undefined {
  if (typeof operationId === "string" && findOperation(operationId) !== undefined) return operationId;
  return [template, path, url]
    .flatMap((place) => (typeof place === "string" ? (operationAt(method ?? "GET", place) ?? []) : []))
    .at(0);
}

/** Answers that say by their status that they have no body. */
const withoutBody: ReadonlySet<number> = new Set([202, 204, 205]);

function withBody(operationId: string, { body, headers }: Line, code: number): RecordedLine {
  const operation = findOperation(operationId);
  const [shape] = operation === undefined ? [] : shapesOfResponse(operation);
  if (shape === undefined) return { kind: "passed-over", why: `${operationId} promises no body` };
  if (body === undefined || body === "") {
    return withoutBody.has(code)
      ? { kind: "passed-over", why: `answered with status ${code}, without a body` }
      : { kind: "response", operationId, body: undefined };
  }
  if (typeof body !== "string" || resolveShape(shape).kind === "string") return { kind: "response", operationId, body };
  const type = contentType(headers);
  if (type !== undefined && !type.includes("json")) {
    return { kind: "passed-over", why: `a body of the type ${type}, which no type of the catalogue describes` };
  }
  return { kind: "response", operationId, body: parsedBody(body) };
}

/** A body that was kept as the text of its JSON; any other text as it is. */
function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function contentType(headers: Line["headers"]): string | undefined {
  const [, value] = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "content-type") ?? [];
  const text: unknown = Array.isArray(value) ? value[0] : value;
  return typeof text === "string" ? text.split(";")[0]?.trim().toLowerCase() : undefined;
}
