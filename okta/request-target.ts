import type { Operation } from "../registry/operation.ts";
import type { OperationParameters } from "../terms/ask.ts";

const placeholder = /\{([^}]+)\}/g;

/** A plain value as text; objects never come here, since parameters are checked against the registry first. */
function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function buildPath(operation: Operation, parameters: OperationParameters): string {
  return operation.path
    .split("/")
    .map((segment) => segment.replace(placeholder, (_, name: string) => encodeURIComponent(asText(parameters[name]))))
    .join("/");
}

function buildQuery(operation: Operation, parameters: OperationParameters): string {
  const pairs: string[] = [];
  for (const { name, in: place } of operation.parameters) {
    const value = parameters[name];
    if (place !== "query" || value === undefined) continue;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const one of values) pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(asText(one))}`);
  }
  if (operation.items !== undefined && operation.maxLimit !== undefined) pairs.push(`limit=${operation.maxLimit}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Path and query of the first request for an operation. Lists ask for the largest page that Okta gives. */
export function buildTarget(operation: Operation, parameters: OperationParameters): string {
  return buildPath(operation, parameters) + buildQuery(operation, parameters);
}

function matchesSegment(template: string, segment: string, parameters: OperationParameters): boolean {
  const expected = template.replace(placeholder, (_, name: string) => asText(parameters[name]));
  try {
    return expected !== "" && expected !== "." && expected !== ".." && decodeURIComponent(segment) === expected;
  } catch {
    return false;
  }
}

/**
 * True where `target` leads, on that origin, to exactly the place that the operation's template and these parameters name,
 * segment by segment. Asked of every request before it is sent, whoever made the target.
 */
export function leadsTo(
  target: string,
  origin: string,
  operation: Operation,
  parameters: OperationParameters,
): boolean {
  const url = target.startsWith("/") ? URL.parse(origin + target) : null;
  if (url === null) return false;
  const segments = url.pathname.split("/");
  const templates = operation.path.split("/");
  return (
    url.origin === origin &&
    url.hash === "" &&
    segments.length === templates.length &&
    templates.every((template, index) =>
      template === "" ? segments[index] === "" : matchesSegment(template, segments[index] ?? "", parameters),
    )
  );
}
