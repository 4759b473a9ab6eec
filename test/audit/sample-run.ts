import type { RunBeginning } from "../../audit/runs/run-details.ts";
import type { Approval } from "../../terms/approval.ts";
import { Failure } from "../../terms/failure.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import { hashText } from "../../terms/snippet.ts";

const limits = {
  calls: 10_000,
  bytes: 1_000_000_000,
  wallMs: 600_000,
  cpuMs: 60_000,
  memoryMb: 256,
  resultBytes: 50_000_000,
  noteBytes: 10_000,
};

export const reviewHash: string = hashText("a review");

export const approval: Approval = {
  reviewHash,
  org: "https://acme.okta.com",
  operator: "ines",
  at: "2026-11-23T20:00:00.000Z",
  how: "prompt",
  limits,
};

export const beginning: RunBeginning = {
  question: "Which users are there?",
  source: "export const title = 'All users'\n",
  review: {
    title: "All users",
    snippet: "export const title = 'All users'\n",
    parameters: {},
    operations: [
      {
        operationId: "listUsers",
        method: "GET",
        path: "/api/v1/users",
        effect: "read",
        scopes: ["okta.users.read"],
        summary: "Lists users.",
      },
    ],
    filters: [],
    columns: [
      {
        name: "login",
        origin: { kind: "direct", fields: ["listUsers profile.login"], orLiteral: false, chosenBy: [] },
      },
    ],
    selectedBy: [],
    askedBy: [],
    caveats: [],
    definitions: [],
    price: { calls: 1, minutes: 1, because: ["one list"] },
    warnings: [],
    reviewHash,
  },
  buildHash: hashText("a build"),
  versions: {
    attest: "0.1.0",
    node: "26.10.0",
    isolatedVm: "7.0.1",
    typescript: "6.0.3",
    esbuild: "0.28.2",
    registry: "1",
    stub: hashText("a stub"),
    runtime: hashText("a runtime"),
    projection: hashText("some names"),
  },
  parameters: {},
  clock: "2026-11-23T20:00:00.000Z",
  timeZone: "Europe/Berlin",
  limits,
  approval,
  org: "https://acme.okta.com",
  planner: "file",
};

/** The body of one read: about as large as one user's factors. */
export function bodyAt(step: number): string {
  const factor = {
    id: `fac${step}`,
    factorType: "push",
    provider: "OKTA",
    status: "ACTIVE",
    profile: { name: `Phone ${step}` },
  };
  return JSON.stringify([factor, { ...factor, id: `sms${step}`, factorType: "sms" }]);
}

/** A read of one user's factors, as the okta stage hands it over. */
export function readAt(step: number): RecordedRead {
  const at = new Date(Date.parse("2026-11-23T20:00:01.000Z") + step).toISOString();
  const body = bodyAt(step);
  return {
    step,
    operationId: "listFactors",
    parameters: { userId: `00u${step}` },
    listing: undefined,
    page: undefined,
    kind: "response",
    bodyHash: hashText(body),
    bytes: Buffer.byteLength(body),
    hasMore: false,
    cursor: undefined,
    failure: undefined,
    exchange: {
      operationId: "listFactors",
      method: "GET",
      origin: "https://acme.okta.com",
      target: `/api/v1/users/00u${step}/factors`,
      attempts: [{ sentAt: at, endedAt: at, status: 200, reason: undefined }],
      status: 200,
      oktaRequestId: `request-${step}`,
      headers: { "content-type": "application/json", "x-rate-limit-limit": "600", "x-rate-limit-remaining": "599" },
    },
  };
}

/** The same read where it ended in a failure: of the org, or by the operator. */
export function failedAt(step: number, code: "okta/unavailable" | "run/cancelled"): RecordedRead {
  const text = { found: "…", why: "…", help: "…" };
  const failure =
    code === "run/cancelled"
      ? new Failure(code, {}, text)
      : new Failure(code, { operationId: "listFactors", status: 503 }, text);
  return { ...readAt(step), kind: "failed", bodyHash: undefined, failure: failure.describe() };
}
