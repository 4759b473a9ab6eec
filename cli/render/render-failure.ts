import type { FailureText } from "../../terms/failure.ts";
import type { Finding } from "../../terms/finding.ts";
import { safeText } from "./safe-text.ts";

/** A failure in its three parts, a line each: found, why, what to do. */
export function renderFailure(failure: FailureText & { readonly code: string }): string {
  return [
    safeText(failure.found),
    `  Why it matters: ${safeText(failure.why)}`,
    `  What to do:     ${safeText(failure.help)}`,
    `  (${failure.code})`,
  ].join("\n");
}

/** Findings, each with its place, the line it is about, and its three parts. */
export function renderFindings(findings: readonly Finding[], source: string, name: string): string {
  const lines = source.split("\n");
  const blocks = findings.map((finding) => {
    const text = lines[finding.line - 1] ?? "";
    const marker = `${" ".repeat(Math.max(0, finding.column - 1))}^`;
    return [
      `${safeText(name)}:${finding.line}:${finding.column}  ${safeText(finding.message)}  (${safeText(finding.code)})`,
      `  │ ${safeText(text)}`,
      `  │ ${marker}`,
      `  Why it matters: ${safeText(finding.why)}`,
      `  What to do:     ${safeText(finding.help)}`,
    ].join("\n");
  });
  const count = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return `${blocks.join("\n\n")}\n\n${count}; nothing was sent.`;
}
