import { z } from "zod";
import { type OAuthAnswer, type TokenEndpoint, tokenPath } from "./token-endpoint.ts";
import { clientFailure, scopeFailure, type TokenAsker } from "./token-refusal.ts";

/** What a token is asked with: the form, made anew for every try, and what is to be kept of the answer. */
export interface Grant {
  readonly asker: TokenAsker;
  form(scopes: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Sees every answer that gave a token, before the next one is asked for. */
  given?(body: unknown): Promise<void>;
}

/** An access token. Contract: lives in closures alone, never in a property that outlives the call. */
export interface AccessToken {
  readonly text: string;
  /** Bound to a key: every use of it needs a proof. */
  readonly isBound: boolean;
  /** By the machine's clock. */
  readonly renewAtMs: number;
}

/** The tokens of one client, one for every set of scopes. */
export interface AccessTokens {
  /** The token for these scopes: at once where it is there, and good for a while yet. May reject with a Failure. */
  get(scopes: readonly string[]): AccessToken | Promise<AccessToken>;
  /** Drops the token with that text, if it is held. */
  drop(text: string): void;
  /** The texts held. */
  texts(): readonly string[];
}

const tokenShape = z.object({
  access_token: z.string().min(1),
  token_type: z.string(),
  expires_in: z.number().positive(),
  scope: z.string().optional(),
});

/** A token is renewed this long before it ends, or after three quarters of its life where that is later. */
const spareMs = 300_000;
const mostScopesTried = 20;

/** True where the app is accepted, but not for these scopes. */
function isAboutScopes(answer: Extract<OAuthAnswer, { kind: "refused" }>): boolean {
  if (answer.error === "invalid_scope") return true;
  return answer.error === "access_denied" && /scope/i.test(answer.description);
}

function readToken(asker: TokenAsker, scopes: readonly string[], body: unknown, nowMs: number): AccessToken {
  const parsed = tokenShape.safeParse(body);
  if (!parsed.success) throw clientFailure(asker, { error: "an answer without a token", description: "" });
  const { access_token: text, token_type: type, expires_in: seconds, scope } = parsed.data;
  const given = scope === undefined ? undefined : new Set(scope.split(" "));
  const missing = scopes.filter((one) => given?.has(one) === false);
  if (missing.length > 0) throw scopeFailure(asker, missing);
  const lifeMs = seconds * 1000;
  const renewAtMs = nowMs + Math.max(lifeMs - spareMs, lifeMs * 0.75);
  return { text, isBound: type.toLowerCase() === "dpop", renewAtMs };
}

/** Asks for tokens, one request at a time: an answer may hold the refresh token that the next request has to send. */
function createAsking(endpoint: TokenEndpoint, grant: Grant): (scopes: readonly string[]) => Promise<OAuthAnswer> {
  let last: Promise<unknown> = Promise.resolve();
  async function askNow(scopes: readonly string[]): Promise<OAuthAnswer> {
    const answer = await endpoint.post(tokenPath, () => grant.form(scopes));
    if (answer.kind === "given") await grant.given?.(answer.body);
    return answer;
  }
  return (scopes) => {
    const turn = last.then(() => askNow(scopes));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** No tokens yet; each is asked for when it is first needed. */
export function createAccessTokens(endpoint: TokenEndpoint, grant: Grant, now: () => number): AccessTokens {
  const held = new Map<string, AccessToken>();
  const pending = new Map<string, Promise<AccessToken>>();
  const ask = createAsking(endpoint, grant);

  /** Which of the scopes are refused: Okta does not say, so each is asked for alone. */
  async function findRefused(scopes: readonly string[]): Promise<readonly string[]> {
    if (scopes.length === 1 || scopes.length > mostScopesTried) return scopes;
    const refused: string[] = [];
    for (const scope of scopes) {
      const answer = await ask([scope]);
      if (answer.kind === "refused" && isAboutScopes(answer)) refused.push(scope);
    }
    return refused.length === 0 ? scopes : refused;
  }

  async function fetchToken(scopes: readonly string[]): Promise<AccessToken> {
    const answer = await ask(scopes);
    if (answer.kind === "given") return readToken(grant.asker, scopes, answer.body, now());
    if (!isAboutScopes(answer)) throw clientFailure(grant.asker, answer);
    const named = scopes.filter((scope) => answer.description.split(/[\s,;:'"]+|\.$/).includes(scope));
    throw scopeFailure(grant.asker, named.length > 0 ? named : await findRefused(scopes));
  }

  function fetchOnce(key: string, scopes: readonly string[]): Promise<AccessToken> {
    const underWay = pending.get(key);
    if (underWay !== undefined) return underWay;
    const fetched = fetchToken(scopes)
      .then((token) => {
        held.set(key, token);
        return token;
      })
      .finally(() => pending.delete(key));
    pending.set(key, fetched);
    return fetched;
  }

  return {
    get(scopes) {
      const inOrder = [...new Set(scopes)].toSorted();
      const key = inOrder.join(" ");
      const token = held.get(key);
      return token !== undefined && now() < token.renewAtMs ? token : fetchOnce(key, inOrder);
    },
    drop(text) {
      for (const [key, token] of held) if (token.text === text) held.delete(key);
    },
    texts: () => [...held.values()].map((token) => token.text),
  };
}
