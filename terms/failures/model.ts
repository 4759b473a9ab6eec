/** What can go wrong between the planner and a model. */
export interface ModelFailures {
  /** The endpoint cannot be reached, or the connection was lost. */
  "model/unreachable": { readonly baseUrl: string; readonly reason: string };
  /** 401 or 403: the key is wrong. */
  "model/unauthorized": { readonly status: number };
  /** 404: no such model, or no Messages API at that address. */
  "model/unknown": { readonly model: string; readonly baseUrl: string };
  /** 429 or 529, also in the middle of a stream. */
  "model/overloaded": { readonly status: number };
  /** Any other answer of the endpoint that is no message. */
  "model/refused": { readonly status: number | undefined; readonly reason: string };
  /** The model's answer was cut off at the bound of one message. */
  "model/cut-off": { readonly maxTokens: number };
  /** What came is not what the Messages API sends: no events, an unknown order, an answer without an end. */
  "model/unreadable": { readonly baseUrl: string; readonly reason: string };
  /** A stop condition of the loop: rounds, tokens, time, a finding that keeps coming back. */
  "model/gave-up": { readonly condition: string; readonly bound: number };
}
