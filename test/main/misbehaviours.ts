import type { FaultKind, FaultRule } from "../../emulator/http/faults.ts";
import { paths, type Misbehaviour, type ReadKind } from "./fault-matrix.ts";

/** Requests that pass first: by the seed a fault strikes the first or the second page, and the pages or the factors of a join. */
function startOf(kind: ReadKind, seed: number): number {
  if (kind === "single") return 0;
  return kind === "walk" ? seed % 2 : (seed % 2) * 4;
}

/** Strikes so many reads after the first few of a list or join; which ones goes by the seed. */
function passing(kind: ReadKind, seed: number, rule: Omit<FaultRule, "path">): readonly FaultRule[] {
  return [{ path: paths[kind], after: startOf(kind, seed), ...rule }];
}

const once = (name: string, fault: FaultKind, more: Partial<FaultRule> = {}): Misbehaviour => ({
  name,
  rules: (kind, seed) => passing(kind, seed, { kind: fault, times: 1, ...more }),
});

const always = (name: string, fault: FaultKind, more: Partial<FaultRule> = {}): Misbehaviour => ({
  name,
  rules: (kind, seed) => [
    { kind: fault, path: paths[kind], after: Math.max(startOf(kind, seed), kind === "single" ? 0 : 1), ...more },
  ],
});

/** Faults that pass, or that end a read at once: quick enough for every test run. */
export const quickFaults: readonly Misbehaviour[] = [
  ...[500, 503].map((status) => once(`${status}, twice`, "status", { status, times: 2 })),
  once("504, once", "status", { status: 504 }),
  once("429, too many at once", "rate-limited"),
  once("connection reset", "reset"),
  once("truncated JSON", "truncated"),
  once("malformed JSON", "malformed"),
  once("body longer than said", "too-long"),
  once("slow", "slow", { delayMs: 300 }),
  once("drip", "drip", { delayMs: 400 }),
  once("HTML page, 200", "html"),
  once("HTML page, 503", "html", { status: 503 }),
  once("wrong content type", "wrong-type"),
  always("HTML for ever", "html"),
  always("wrong content type for ever", "wrong-type"),
  always("malformed for ever", "malformed"),
  always("clock an hour ahead", "skew"),
  always("clock an hour behind", "skew", { delayMs: -3_600_000 }),
  always("token revoked on the way", "status", { status: 401 }),
  { ...once("access token expires on the way", "token-expires"), credential: "service-app" },
  { ...once("DPoP token expires on the way", "token-expires"), credential: "service-app-dpop" },
  always("role too small on the way", "status", { status: 403 }),
  once("role removed on the way", "role-removed"),
  once("role narrowed on the way", "role-narrowed"),
  always("404 on the way", "status", { status: 404 }),
  always("scope missing", "insufficient-scope"),
  always("cursor expired", "status", { status: 400 }),
  always("page repeated", "duplicate-page"),
  once("page repeated once", "duplicate-page"),
  always("list in a circle", "loop"),
  always("empty last page", "empty-last-page"),
  { name: "no such host", rules: () => [], domain: () => "no-such-org.invalid" },
  { name: "no TLS where it is expected", rules: () => [], domain: (origin) => origin.replace("http:", "https:") },
];

/** Faults without end, which take as long as all retries do. */
export const slowFaults: readonly Misbehaviour[] = [
  ...[500, 503].map((status) => always(`${status} for ever`, "status", { status })),
  once("no answer in a minute", "slow", { delayMs: 61_000 }),
  always("429 for ever", "rate-limited"),
  always("reset for ever", "reset"),
  always("truncated for ever", "truncated"),
  always("too long for ever", "too-long"),
  { name: "one in ten fails", rules: chance("status", 0.1) },
  { name: "one in ten resets", rules: chance("reset", 0.1) },
  { name: "one in ten is cut off", rules: chance("truncated", 0.1) },
  { name: "one in ten is too many", rules: chance("rate-limited", 0.1) },
];

function chance(fault: FaultKind, share: number): Misbehaviour["rules"] {
  return (kind) => [{ kind: fault, path: paths[kind], chance: share }];
}
