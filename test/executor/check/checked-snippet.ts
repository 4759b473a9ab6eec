import { afterAll } from "vitest";
import { type Checker, type CheckResult, createChecker } from "../../../executor/check/checker.ts";
import { baseSchema } from "../../../registry/schema-attributes.ts";
import type { Finding } from "../../../terms/finding.ts";
import type { Review } from "../../../terms/review.ts";

let checker: Checker | undefined;

/** One checker for a test file, closed with it. */
export function sharedChecker(): Checker {
  checker ??= createChecker();
  return checker;
}

afterAll(async () => {
  await checker?.close();
  checker = undefined;
});

/** Checks against Okta's base attributes. */
function check(source: string): Promise<CheckResult> {
  return sharedChecker().check(source, { orgSchema: baseSchema() });
}

/** Findings of a snippet that is refused; empty for one that passes. */
export async function findingsOf(source: string): Promise<readonly Finding[]> {
  const result = await check(source);
  return result.kind === "findings" ? result.findings : [];
}

/** The findings, each as one line: `gate/any 3:14`. */
export async function placesOf(source: string): Promise<readonly string[]> {
  const findings = await findingsOf(source);
  return findings.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** The review of a snippet that passes. */
export async function reviewOf(source: string): Promise<Review> {
  const result = await check(source);
  if (result.kind === "checked") return result.checked.review;
  throw new Error(`refused: ${JSON.stringify(result.findings, null, 2)}`);
}

/** A whole snippet around the statements of its function, whose first line is line 4. */
export function snippet(body: string): string {
  return [
    "import { okta, each, filter, isBefore, daysAgo, startOfDay } from 'okta'",
    "export const title = 'A test'",
    "export default async function () {",
    body,
    "}",
    "",
  ].join("\n");
}

/** A snippet with declarations from line 3 on, before a function that holds the statements. */
export function snippetWith(declarations: string, body: string): string {
  return [
    "import { okta, each } from 'okta'",
    "export const title = 'A test'",
    declarations,
    "export default async function () {",
    body,
    "}",
    "",
  ].join("\n");
}
