import { changeTokenRole } from "../writes/change-token-role.ts";
import type { Answer } from "./answer.ts";
import type { Call, Endpoint } from "./call.ts";
import type { FaultKind, FaultRule } from "./faults.ts";
import { htmlPage } from "./html-page.ts";
import { oktaError, rateLimited } from "./okta-error.ts";
import { insufficientScope, invalidToken } from "./token-refusals.ts";

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
  if (status === 400) return ["E0000029", "Invalid paging request."];
  if (status === 401) return ["E0000011", "Invalid token provided"];
  if (status === 403) return ["E0000006", "You do not have permission to perform the requested action"];
  if (status === 404) return ["E0000007", "Not found: Resource not found: (Unknown)"];
  return status === 503 ? ["E0000010", "Service is in read only mode"] : ["E0000009", "Internal Server Error"];
}

type Bend = (fault: FaultRule, endpoint: Endpoint, call: Call) => Answer;

const plain: Bend = (_, endpoint, call) => endpoint.answer(call);

/** What each fault makes of an answer; those that break the wire leave it as it is. */
const bends: Readonly<Record<FaultKind, Bend>> = {
  status: ({ status = 500 }) => (status === 429 ? rateLimited() : oktaError(status, ...summaryOf(status))),
  html: ({ status = 200 }) => htmlPage(status),
  "rate-limited": () => rateLimited(),
  "insufficient-scope": (_, __, call) => insufficientScope(call.org, call.path, "okta.users.read"),
  malformed: (_, endpoint, call) => {
    const answer = endpoint.answer(call);
    return { ...answer, body: answer.body.slice(0, -1) };
  },
  "wrong-type": (_, endpoint, call) => {
    const answer = endpoint.answer(call);
    return { ...answer, headers: { ...answer.headers, "content-type": "text/plain" } };
  },
  "duplicate-page": (_, endpoint, call) =>
    call.method === "GET"
      ? { ...endpoint.answer(call), body: endpoint.answer(without(call, "after")).body }
      : endpoint.answer(call),
  loop: (_, endpoint, call) => looped(endpoint.answer(call)),
  "empty-last-page": (_, endpoint, call) => endpoint.answer({ ...call, endsEmpty: true }),
  truncated: plain,
  reset: plain,
  slow: plain,
  "too-long": plain,
  "token-expires": (_, __, call) => {
    call.oauth.tokens.expireAll();
    return invalidToken('Bearer error="invalid_token", error_description="The token has expired."');
  },
  "role-removed": (_, endpoint, call) => {
    const answer = endpoint.answer(call);
    changeTokenRole(call.state, "none");
    return answer;
  },
  "role-narrowed": (_, endpoint, call) => {
    const answer = endpoint.answer(call);
    changeTokenRole(call.state, { type: "USER_ADMIN", groups: ["Contractors"] });
    return answer;
  },
  drip: plain,
  skew: plain,
};

/** The answer of an endpoint under a fault that changes what is answered. */
export function applyFault(fault: FaultRule | undefined, endpoint: Endpoint, call: Call): Answer {
  return fault === undefined ? endpoint.answer(call) : bends[fault.kind](fault, endpoint, call);
}
