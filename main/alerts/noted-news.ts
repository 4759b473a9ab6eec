import type { OktaRead } from "../../okta/client.ts";
import { findOperation } from "../../registry/catalogue.ts";
import { isSameSubject, type Condition } from "./alert.ts";
import type { AlertNews } from "./alert-state.ts";
import { type Asker, countRead, noCalls, sumCalls, type CallCounts } from "./call-tally.ts";

/** The org that reads are of. */
export interface CalledOrg {
  readonly origin: string;
  readonly name: string;
}

/** What was noted and not settled yet. */
export interface NotedNews {
  see(org: CalledOrg, asker: Asker, read: OktaRead): void;
  /** Of two conditions with the same subject the later counts. */
  note(conditions: readonly Condition[]): void;
  /** All of it, once; undefined where there is nothing. */
  take(): AlertNews | undefined;
}

/** True for what anybody may read: such an answer says nothing of the credential. */
function isPublic({ exchange }: OktaRead): boolean {
  const operation = findOperation(exchange.operationId);
  return operation !== undefined && !operation.tokens && operation.scopes.length === 0;
}

/** What a read says of the credential: an answer of any kind but 401 was let in. */
function credentialCondition({ origin, name }: CalledOrg, read: OktaRead): Condition | undefined {
  if (isPublic(read)) return undefined;
  const subject = { kind: "credential-refused", org: origin, orgName: name, about: "" } as const;
  if (read.kind !== "failed") return { ...subject, text: undefined };
  const { code, found, why, help } = read.failure;
  const isRefused = code === "okta/unauthorized" || code === "okta/client-refused";
  return isRefused ? { ...subject, text: { found, why, help } } : undefined;
}

/** Nothing noted yet. */
export function createNotedNews(): NotedNews {
  let calls = new Map<string, { readonly name: string; readonly counts: CallCounts }>();
  let conditions: readonly Condition[] = [];

  function note(noted: readonly Condition[]): void {
    conditions = [...conditions.filter((one) => !noted.some((other) => isSameSubject(one, other))), ...noted];
  }

  return {
    note,
    see(org, asker, read) {
      const { name, origin } = org;
      calls.set(origin, { name, counts: sumCalls(calls.get(origin)?.counts ?? noCalls, countRead(read, asker)) });
      const condition = credentialCondition(org, read);
      if (condition !== undefined) note([condition]);
    },
    take() {
      if (calls.size === 0 && conditions.length === 0) return undefined;
      const news = { calls, conditions };
      [calls, conditions] = [new Map(), []];
      return news;
    },
  };
}
