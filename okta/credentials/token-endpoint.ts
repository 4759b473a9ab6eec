import { z } from "zod";
import { networkFailure } from "../answers/network-failure.ts";
import type { NetworkFault } from "../answers/network-fault.ts";
import { transportLimits, type Delivery } from "../delivery.ts";
import type { Clock } from "../pacing/clock.ts";
import { parseRateLimit } from "../pacing/rate-limit-headers.ts";
import type { ReplyHeaders } from "../reply-headers.ts";
import { sendOnce } from "../transport.ts";
import { Failure } from "../../terms/failure.ts";
import type { Secret } from "../../terms/secret.ts";
import { userAgent } from "../user-agent.ts";
import { createDpopProver, createProofKey, type DpopProver } from "./dpop-prover.ts";
import { withoutTokens } from "./removed-credential.ts";

/** The authorization server of an org, as one client sees it. */
export interface TokenEndpoint {
  /**
   * Posts a form made by `form` (anew for every try) and gives the answer of Okta's. Throws `okta/unreachable` and its like, and
   * `okta/unavailable`, where none came after some tries.
   */
  post(path: string, form: () => Promise<Readonly<Record<string, string>>>): Promise<OAuthAnswer>;
  /** Proves possession, once the server or the settings have asked for that. */
  readonly prover: DpopProver | undefined;
  /** The key that it proves possession of; tokens are bound to it. */
  readonly proofKey: Secret | undefined;
  /** The server's time, as its last answer told. */
  readonly nowMs: () => number;
}

/** What the authorization server said. */
export type OAuthAnswer =
  | { readonly kind: "given"; readonly body: unknown }
  | { readonly kind: "refused"; readonly status: number; readonly error: string; readonly description: string };

/** Where tokens are asked for. */
export const tokenPath = "/oauth2/v1/token";

const errorShape = z.object({ error: z.string(), error_description: z.string().optional() });

const mostTries = 4;
const mostProofs = 3;
const answerMs = 20_000;
const forever = new AbortController().signal;

type Reply = Extract<Delivery, { kind: "reply" }>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unavailable(status: number): Failure<"okta/unavailable"> {
  return new Failure(
    "okta/unavailable",
    { operationId: tokenPath, status },
    {
      found: `Okta's authorization server did not answer as one (${status}).`,
      why: "Without an access token nothing can be read.",
      help: "Check OKTA_DOMAIN, and whether a proxy or sign-in page stands in between. Else try again in a few minutes, and see status.okta.com.",
    },
  );
}

function answerOf(reply: Reply): OAuthAnswer {
  const body = parse(reply.body.text);
  if (reply.status === 200 && typeof body === "object" && body !== null) return { kind: "given", body };
  const refused = errorShape.safeParse(body);
  if (!refused.success) throw unavailable(reply.status);
  const { error, error_description: description = "" } = refused.data;
  return { kind: "refused", status: reply.status, error, description: withoutTokens(description).slice(0, 300) };
}

/** What an answer that never came is thrown as. */
function noAnswer(delivery: Delivery, origin: string, tries: number, elapsedMs: number): Failure {
  if (delivery.kind === "reply") return unavailable(delivery.status);
  const about = { operationId: tokenPath, origin, tries, elapsedMs };
  const { code, details, ...text } = networkFailure(delivery.fault, about);
  return new Failure(code, details, text);
}

/** Faults that asking again does not mend. */
const lasting: ReadonlySet<NetworkFault["kind"]> = new Set(["tls", "proxy-login"]);

/** Milliseconds until it is worth asking again; undefined where it is not. */
function againInMs(delivery: Delivery, tries: number, now: number): number | undefined {
  if (tries >= mostTries) return undefined;
  if (delivery.kind === "fault") return lasting.has(delivery.fault.kind) ? undefined : 250 * 2 ** tries;
  return delivery.status === 429 ? (parseRateLimit(delivery.headers, now)?.endsInMs ?? 1000) : 250 * 2 ** tries;
}

/** Sends until there is an answer that is not about the server's own state. */
async function insist(clock: Clock, send: () => Promise<Delivery>, origin: string): Promise<Reply> {
  const startedAt = clock.now();
  for (let tries = 1; ; tries += 1) {
    const delivery = await send();
    if (delivery.kind === "reply" && delivery.status !== 429 && delivery.status < 500) return delivery;
    const waitMs = againInMs(delivery, tries, clock.now());
    if (waitMs === undefined) throw noAnswer(delivery, origin, tries, clock.now() - startedAt);
    await clock.wait(waitMs, forever);
  }
}

/**
 * The authorization server at that origin. With `dpop` possession is proved from the first request on, else where Okta asks for it;
 * the key is `proofKey` where a refresh token is bound to it, else a new one.
 */
export function createTokenEndpoint(options: {
  readonly origin: string;
  readonly dpop: boolean;
  readonly proofKey?: Secret | undefined;
  readonly clock: Clock;
}): TokenEndpoint {
  const { origin, clock } = options;
  let aheadMs = 0;
  const nowMs = (): number => clock.now() + aheadMs;
  let proofKey = options.proofKey;
  let prover: DpopProver | undefined;
  if (options.dpop || proofKey !== undefined) startProving();

  function startProving(): void {
    proofKey ??= createProofKey();
    prover = createDpopProver(proofKey, nowMs);
  }

  function heedDate(headers: ReplyHeaders): void {
    const date = Date.parse(headers.get("date") ?? "");
    if (!Number.isNaN(date)) aheadMs = date - clock.now();
  }

  return {
    get prover() {
      return prover;
    },
    get proofKey() {
      return proofKey;
    },
    nowMs,
    async post(path, form) {
      const url = origin + path;
      for (let proofs = 1; ; proofs += 1) {
        let proof: string | undefined;
        const send = async (): Promise<Delivery> => {
          proof = await prover?.prove({ method: "POST", url });
          const headers = {
            accept: "application/json",
            "content-type": "application/x-www-form-urlencoded",
            "user-agent": userAgent,
            ...(proof === undefined ? {} : { dpop: proof }),
          };
          const body = new URLSearchParams(await form()).toString();
          return sendOnce({ method: "POST", url, headers, body }, { ...transportLimits, answerMs }, forever);
        };
        const reply = await insist(clock, send, origin);
        heedDate(reply.headers);
        const answer = answerOf(reply);
        const wantsNonce = prover?.takeNonce(proof, reply.headers) === true;
        if (answer.kind === "given" || proofs >= mostProofs) return answer;
        const wantsProof = answer.error === "invalid_dpop_proof" && prover === undefined;
        if (wantsProof) startProving();
        else if (answer.error !== "use_dpop_nonce" || !wantsNonce) return answer;
      }
    },
  };
}
