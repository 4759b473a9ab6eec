import { z } from "zod";
import type { FailureCode } from "../../terms/failure.ts";
import type { DoctorLine } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

const metadataShape = z.object({ pipeline: z.string() });

/** Failures after which nobody can say that it was Okta who answered. */
const unanswered: readonly FailureCode[] = [
  "okta/unreachable",
  "okta/timed-out",
  "okta/unreadable",
  "okta/unavailable",
  "run/cancelled",
];

/** Which of Okta's two engines an org runs on; undefined where it does not say. */
export type Engine = "oie" | "classic" | undefined;

/** What a first, public read of the org shows: whether it is there, and its engine. */
export interface Reach {
  readonly isReached: boolean;
  readonly engine: Engine;
  readonly lines: readonly DoctorLine[];
}

function engineIn(body: unknown): Engine {
  const pipeline = metadataShape.safeParse(body).data?.pipeline;
  return pipeline === "idx" ? "oie" : pipeline === "v1" ? "classic" : undefined;
}

function engineLine(engine: Engine): DoctorLine {
  switch (engine) {
    case "oie":
      return { subject: "engine", state: "good", found: "Identity Engine." };
    case "classic":
      return {
        subject: "engine",
        state: "poor",
        found: "Classic Engine: it has no devices, authenticators or sign-in policies of apps to read.",
        help: "attest doctor --reports says which reports cannot run here.",
      };
    case undefined:
      return {
        subject: "engine",
        state: "poor",
        found: "The org does not say whether it runs on Identity Engine or Classic Engine.",
        help: "What exists on one engine alone may fail here; a run that it fails says so.",
      };
  }
}

/** Reads what an org says of itself to anybody. */
export async function examineReach({ org, client, signal }: OrgVisit): Promise<Reach> {
  const { name, address } = org;
  const read = await client.read({ operationId: "getWellknownOrgMetadata", parameters: {} }, signal);
  if (read.kind === "failed" && unanswered.includes(read.failure.code)) {
    const { code, found, help } = read.failure;
    return { isReached: false, engine: undefined, lines: [{ subject: "org", state: "broken", found, help, code }] };
  }
  const called = name === new URL(address.origin).host ? address.origin : `${name}, ${address.origin},`;
  const engine = read.kind === "response" ? engineIn(read.body) : undefined;
  return {
    isReached: true,
    engine,
    lines: [{ subject: "org", state: "good", found: `${called} answers.` }, engineLine(engine)],
  };
}
