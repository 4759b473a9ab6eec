import type { ModelExchange } from "../../terms/model-exchange.ts";
import type { ModelUsage } from "../../terms/model-usage.ts";
import { z } from "zod";
import type { Plan } from "../../terms/plan.ts";
import type { BodyStore } from "../entries/bodies.ts";
import type { EntryReader } from "../entries/entries.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** A question on its way to a plan. */
export interface PlanBeginning {
  readonly question: string;
  readonly planner: "phrasebook" | "model";
  /** Origin of the org, where one is configured. */
  readonly org?: string | undefined;
  readonly operator: string;
  readonly conversation?: string | undefined;
}

/** The open journal of one planning. */
export interface PlanJournal {
  /** The name of its chain: given to the run that follows as `plan`. */
  readonly plan: string;
  keepExchange(exchange: ModelExchange): Promise<void>;
  /** Ends the planning with the plan, or with what ended it. */
  end(
    ending: (Plan & { readonly usage?: ModelUsage }) | { readonly kind: "failed"; readonly failure: object },
  ): Promise<void>;
}

const exchangeShape = z.object({
  round: z.number(),
  request: z.string(),
  response: z.string(),
  status: z.number().optional(),
  sentAt: z.string(),
  endedAt: z.string(),
  inputTokens: z.number(),
  // Not kept before they were told apart.
  cacheReadTokens: z.number().default(0),
  cacheWriteTokens: z.number().default(0),
  outputTokens: z.number(),
});

function parseExchange(text: string): ModelExchange {
  const { status, ...rest } = exchangeShape.parse(JSON.parse(text));
  return { ...rest, status };
}

/** The model exchanges of a planning, in their order; those whose text was erased are left out. */
export function listExchanges(entries: EntryReader, bodies: BodyStore, plan: string): readonly ModelExchange[] {
  return [...entries.listChain(plan)]
    .filter((entry) => entry.kind === "exchange")
    .flatMap((entry) => (entry.bodyHash === null ? [] : [parseExchange(bodies.load(entry.bodyHash))]));
}

/** Begins the chain `plan`. */
export async function beginPlanJournal(writing: Writing, plan: string, beginning: PlanBeginning): Promise<PlanJournal> {
  await writeEntry(writing, {
    chain: plan,
    kind: "plan-begun",
    subject: beginning.planner,
    detail: beginning,
    tied: true,
  });
  return {
    plan,
    keepExchange: async (exchange) => {
      const { request: _request, response: _response, ...detail } = exchange;
      const body = JSON.stringify(exchange);
      await writeEntry(writing, { chain: plan, kind: "exchange", subject: String(exchange.round), detail, body });
    },
    end: async (ending) => {
      await writeEntry(writing, { chain: plan, kind: "plan-ended", subject: ending.kind, detail: ending, tied: true });
    },
  };
}
