import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Review } from "../../terms/review.ts";
import { Failure } from "../../terms/failure.ts";
import { keysFolder } from "../config/journal-key-ring.ts";
import type { House } from "../house.ts";

/** What a policy can ask for beyond one operator's yes. */
export type Need = "signature" | "second person";

/** What the approval of snippets of some kinds needs. */
export interface ApprovalNeeds {
  /** Of reports that run by themselves. */
  readonly scheduled?: Need | undefined;
  /** Of what reads the System Log. */
  readonly logs?: Need | undefined;
  /** Of what reads secrets. */
  readonly secrets?: Need | undefined;
  /** Of what may send more requests than that: by its price, or by its limit where the price is not known. */
  readonly manyCalls?: { readonly over: number; readonly needs: Need } | undefined;
}

const need = z.enum(["signature", "second person"]);

const shape: z.ZodType<ApprovalNeeds> = z.strictObject({
  scheduled: need.optional(),
  logs: need.optional(),
  secrets: need.optional(),
  manyCalls: z.strictObject({ over: z.number().int().min(0), needs: need }).optional(),
});

function malformed(path: string, reason: string, cause?: unknown): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: path, expected: 'JSON such as { "logs": "second person", "scheduled": "signature" }' },
    {
      found: `The policy ${path} cannot be used: ${reason}.`,
      why: "What it asks for is not known, so nothing is approved and nothing is run.",
      help: 'Give scheduled, logs or secrets "signature" or "second person", and manyCalls { "over": 5000, "needs": "signature" }; or take the file away.',
    },
    cause,
  );
}

/** The file of the policy: beside the keys of journals, outside every data folder. */
function policyFile(house: House): string {
  return join(keysFolder(house.settings.keys), "policy.json");
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw malformed(path, error instanceof Error && "code" in error ? String(error.code) : "it cannot be read", error);
  }
}

/** The policy of this machine; one that asks for nothing where there is no file. Throws `config/invalid` for a malformed one. */
export function readNeeds(house: House): ApprovalNeeds {
  const path = policyFile(house);
  const text = readText(path);
  if (text === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed(path, "it is not JSON", error);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") ?? "";
  throw malformed(path, `${place === "" ? "" : `${place}: `}${issue?.message ?? "another shape"}`, parsed.error);
}

/** A need, and the kind of snippet that it is for, in words. */
export interface AppliedNeed {
  readonly need: Need;
  readonly because: string;
}

/** A review to be run: by itself or not, and with how many requests at the most. */
export interface RunToJudge {
  readonly review: Review;
  readonly isScheduled: boolean;
  readonly mostCalls: number;
}

/** What the policy asks for of a review, and why. */
export function needsOf(policy: ApprovalNeeds, { review, isScheduled, mostCalls }: RunToJudge): readonly AppliedNeed[] {
  const { operations, price } = review;
  const { scheduled, logs, secrets, manyCalls } = policy;
  const isOver = manyCalls !== undefined && (price.calls ?? mostCalls) > manyCalls.over;
  const kinds: readonly (readonly [boolean, Need | undefined, string])[] = [
    [isScheduled, scheduled, "it runs by itself at its times"],
    [operations.some((one) => one.scopes.includes("okta.logs.read")), logs, "it reads the System Log"],
    [operations.some((one) => one.effect === "secret"), secrets, "it reads secrets"],
    [isOver, manyCalls?.needs, `it may send more than ${manyCalls?.over} requests`],
  ];
  return kinds.flatMap(([applies, asked, because]) =>
    applies && asked !== undefined ? [{ need: asked, because }] : [],
  );
}
