import { findOperation } from "../../registry/catalogue.ts";
import type { RunLimits } from "../../terms/run-limits.ts";
import type { SandboxBundles } from "../bundle.ts";
import type { Program } from "../program.ts";
import type { ChildProgram } from "../sandbox/child.ts";

const MESSAGE_CHARACTERS = 16 * 1024 * 1024;
// The child itself, and what strings and the engine hold outside of the isolate's own count.
const RESIDENT_BASE_MB = 160;
const RESIDENT_FACTOR = 1.75;
// The parent's own clock is the one that counts; the child's is for a parent that has gone.
const CHILD_WALL_SLACK_MS = 60_000;

/** Names that every module `okta` exports beside the operations. */
const preludeExports: readonly string[] = [
  "okta",
  "each",
  "named",
  "exactlyOne",
  "declined",
  "same",
  "targetOf",
  "notKnown",
  "now",
  "daysAgo",
  "hoursAgo",
  "daysSince",
  "isBefore",
  "dayOf",
  "startOfDay",
  "filter",
  "note",
  "inputTable",
];

/** Whether the code walks a list item by item: with `each`, or by `for await`. */
function walksItems(code: string): boolean {
  return /import\s*\{[^}]*\beach\b/.test(code) || /\bfor\s+await\b/.test(code);
}

/** What the child is sent for a program: our runtime, the snippet, the guest's settings and the bounds that the child itself holds. */
export function childProgram(program: Program, limits: RunLimits, bundles: SandboxBundles): ChildProgram {
  const settings = {
    clock: new Date(program.clock).toISOString(),
    timeZone: program.timeZone,
    operations: program.operationIds.map((operationId) => ({ operationId, items: findOperation(operationId)?.items })),
    parameters: program.parameters,
    tables: program.tables ?? [],
    sampleSize: program.sampleSize,
    sampleOf: walksItems(program.code) ? "walked" : "read",
    noteBytes: limits.noteBytes,
    resultBytes: limits.resultBytes,
  };
  return {
    runtime: program.mode === "traced" ? bundles.traced : bundles.plain,
    exports: program.mode === "traced" ? [...preludeExports, "$"] : preludeExports,
    snippet: program.code,
    settings: JSON.stringify(settings),
    memoryMb: limits.memoryMb,
    cpuMs: limits.cpuMs,
    wallMs: limits.wallMs + CHILD_WALL_SLACK_MS,
    residentMb: RESIDENT_BASE_MB + limits.memoryMb * RESIDENT_FACTOR,
    messageBytes: MESSAGE_CHARACTERS,
  };
}
