import type { Answer } from "./answer.ts";
import type { Call, Endpoint } from "./call.ts";
import type { FaultRule } from "./faults.ts";
import { oktaError } from "./okta-error.ts";

/** The page that Okta's edge sends when it is not the API that answers. */
export function htmlPage(status: number): Answer {
  const body = `<!DOCTYPE html><html><head><title>Okta: ${status}</title></head><body><h1>Something went wrong</h1></body></html>`;
  return { status, body, headers: { "content-type": "text/html;charset=utf-8" } };
}

/** Okta's 429. */
export function rateLimited(): Answer {
  return oktaError(429, "E0000047", "API call exceeded rate limit due to too many requests.");
}

function without(call: Call, name: string): Call {
  const query = new URLSearchParams(call.query);
  query.delete(name);
  return { ...call, query };
}

function looped(answer: Answer): Answer {
  const links = answer.headers?.["link"];
  const self = Array.isArray(links) ? String(links[0]) : undefined;
  if (self === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, link: [self, self.replace('rel="self"', 'rel="next"')] } };
}

function summaryOf(status: number): readonly [code: string, summary: string] {
  if (status === 401) return ["E0000011", "Invalid token provided"];
  if (status === 403) return ["E0000006", "You do not have permission to perform the requested action"];
  if (status === 404) return ["E0000007", "Not found: Resource not found: (Unknown)"];
  if (status === 429) return ["E0000047", "API call exceeded rate limit due to too many requests."];
  return status === 503 ? ["E0000010", "Service is in read only mode"] : ["E0000009", "Internal Server Error"];
}

/** The answer of an endpoint under a fault that changes what is answered. */
export function answerWith(fault: FaultRule | undefined, endpoint: Endpoint, call: Call): Answer {
  if (fault === undefined) return endpoint.answer(call);
  switch (fault.kind) {
    case "status": {
      const [code, summary] = summaryOf(fault.status ?? 500);
      return oktaError(fault.status ?? 500, code, summary);
    }
    case "html":
      return htmlPage(fault.status ?? 200);
    case "rate-limited":
      return rateLimited();
    case "malformed": {
      const answer = endpoint.answer(call);
      return { ...answer, body: answer.body.slice(0, -1) };
    }
    case "wrong-type": {
      const answer = endpoint.answer(call);
      return { ...answer, headers: { ...answer.headers, "content-type": "text/plain" } };
    }
    case "duplicate-page":
      return { ...endpoint.answer(call), body: endpoint.answer(without(call, "after")).body };
    case "loop":
      return looped(endpoint.answer(call));
    case "empty-last-page":
      return endpoint.answer({ ...call, endsEmpty: true });
    case "truncated":
    case "reset":
    case "slow":
    case "too-long":
      return endpoint.answer(call);
  }
}
