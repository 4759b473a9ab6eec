import { z } from "zod";
import type { Finding } from "../../terms/finding.ts";
import { object, type PlannerTool, say, type ToolOutcome, type Toolbox } from "./tool.ts";

interface Drafted {
  readonly source: string;
}

interface Submitted extends Drafted {
  readonly reading: string;
  readonly definitions: string[];
}

const source: z.ZodType<string> = z.string().describe("The whole TypeScript module.");
const checkInput: z.ZodType<Drafted> = z.strictObject({ source });
const submitInput: z.ZodType<Submitted> = z.strictObject({
  source,
  reading: z.string().describe("How you read the question, as one sentence for an administrator."),
  definitions: z.array(z.string()).describe("Names of the listed meanings that the snippet leans on."),
});

/** Findings word for word, as an operator would read them. */
function renderFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ line, column, code, message, why, help }) => `${line}:${column} ${code} ${message} ${why} ${help}`.trim())
    .join("\n");
}

function remember(findings: readonly Finding[], { findings: seen }: Toolbox): void {
  // Once a submission: the same finding at ten places is one misunderstanding.
  for (const key of new Set(findings.map(({ code, message }) => `${code} ${message}`)))
    seen.set(key, (seen.get(key) ?? 0) + 1);
}

async function findingsOn(text: string, toolbox: Toolbox): Promise<ToolOutcome | undefined> {
  const findings = await toolbox.check(text);
  remember(findings, toolbox);
  if (findings.length === 0) return undefined;
  const head = findings.length === 1 ? "1 finding." : `${findings.length} findings.`;
  return object(`${head} Repair all; some checks run only once these are gone.\n${renderFindings(findings)}`);
}

/** Checks a snippet without ending. */
export const checkSnippet: PlannerTool<Drafted> = {
  name: "check_snippet",
  description: "Check a snippet. Only for a part you are unsure of: submit_snippet checks too.",
  input: checkInput,
  progress: () => "checking a snippet",
  use: async ({ source: text }, toolbox) => (await findingsOn(text, toolbox)) ?? say("No findings."),
};

/** Hands over the snippet, if it passes the check. */
export const submitSnippet: PlannerTool<Submitted> = {
  name: "submit_snippet",
  description: "Hand over the snippet. It is checked first; findings come back for repair.",
  input: submitInput,
  progress: () => "checking the snippet",
  use: async ({ source: text, reading, definitions }, toolbox) => {
    const unknown = definitions.filter((name) => !toolbox.definitions.some((one) => one.name === name));
    if (unknown.length > 0) return object(`These meanings are not listed: ${unknown.join(", ")}. Leave them out.`);
    const findings = await findingsOn(text, toolbox);
    if (findings !== undefined) return findings;
    const used = toolbox.definitions.filter((one) => definitions.includes(one.name));
    return { kind: "plan", plan: { kind: "snippet", source: text, reading, definitions: used, planner: "model" } };
  },
};
