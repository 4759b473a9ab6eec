import { z } from "zod";
import type { PlannerTool } from "./tool.ts";

interface AskedBack {
  readonly question: string;
  readonly alternatives: { readonly label: string; readonly count: number | null }[];
}

interface Declined {
  readonly reason: string;
}

const askInput: z.ZodType<AskedBack> = z.strictObject({
  question: z.string().describe("What must be decided, as one question to the administrator."),
  alternatives: z.array(
    z.strictObject({
      label: z.string().describe("One way to read it, in the org's own names."),
      count: z.number().nullable().describe("How many it selects, if a look-up showed exactly that. Else null."),
    }),
  ),
});
const declineInput: z.ZodType<Declined> = z.strictObject({
  reason: z.string().describe("Why it cannot be answered, and what would be needed, in one or two sentences."),
});

/** Asks the operator which of several readings is meant. */
export const askBack: PlannerTool<AskedBack> = {
  name: "ask_back",
  description: "Ask which reading is meant, when the org's own data leave more than one.",
  input: askInput,
  progress: () => "asking back",
  use: async ({ question, alternatives }, { counts, requests }) => ({
    kind: "plan",
    plan: {
      kind: "asked-back",
      question,
      // A number that no look-up returned is the model's own, and is not shown as if it had been counted.
      alternatives: alternatives.map(({ label, count }) => ({
        label,
        count: count !== null && counts.has(count) ? count : undefined,
      })),
      requests: [...requests],
    },
  }),
};

/** Ends without a snippet. */
export const decline: PlannerTool<Declined> = {
  name: "decline",
  description:
    "End without a snippet: what is asked is not in Okta's management API, would change something, or cannot be known.",
  input: declineInput,
  progress: () => "declining",
  use: async ({ reason }, { requests }) => ({
    kind: "plan",
    plan: { kind: "declined", reason, requests: [...requests] },
  }),
};
