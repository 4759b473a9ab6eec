import type { JsonObject } from "../json.ts";
import { eventKinds, type EventKind } from "./event-kinds.ts";
import { type EventOutlines, mostHosts } from "./event-outlines.ts";
import { personEntry, renderTarget, targetsAt } from "./event-targets.ts";
import { type OwnText, ownTexts } from "./own-texts.ts";

/** What a part of an event is decided by: two events that share it have the same part. */
export type DecidedBy = "nothing" | "kind" | "actor" | "host" | "targets" | "position";

/** One property of an event. */
export interface EventPart {
  readonly name: string;
  readonly by: DecidedBy;
  readonly at: (position: number) => unknown;
}

/** The parts of events, in the order in which they stand in one, and the texts that are all that differs in parts by position. */
export interface EventParts {
  readonly parts: readonly EventPart[];
  readonly own: readonly OwnText[];
}

const place = {
  city: "Berlin",
  state: "Land Berlin",
  country: "Germany",
  postalCode: "10115",
  geolocation: { lat: 52.53, lon: 13.38 },
};

const addressOf = (host: number): string => `198.51.100.${host}`;

function clientOf(host: number): JsonObject {
  return {
    userAgent: {
      rawUserAgent:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36",
      os: "Mac OS X",
      browser: "CHROME",
    },
    zone: "null",
    device: "Computer",
    id: null,
    ipAddress: addressOf(host),
    geographicalContext: place,
  };
}

function requestOf(host: number): JsonObject {
  return { ipChain: [{ ip: addressOf(host), geographicalContext: place, version: "V4", source: null }] };
}

function authenticationContextOf(externalSessionId: string): JsonObject {
  return {
    authenticationProvider: null,
    credentialProvider: null,
    credentialType: null,
    issuer: null,
    interface: null,
    authenticationStep: 0,
    externalSessionId,
  };
}

function debugContextOf(requestId: string): JsonObject {
  return { debugData: { requestId, requestUri: "/idp/idx/identify", url: "/idp/idx/identify?" } };
}

const securityContext = {
  asNumber: 3320,
  asOrg: "Example Telecom",
  isp: "Example Telecom",
  domain: ".",
  isProxy: false,
};

/** The parts of the events that these are the outlines of. */
export function createEventParts(outlines: EventOutlines): EventParts {
  const { transaction, session, published, uuid } = ownTexts(outlines);
  const fixed = (name: string, value: unknown): EventPart => ({ name, by: "nothing", at: () => value });
  const ofKind = (name: string, read: (kind: EventKind) => unknown): EventPart => {
    const values = eventKinds.map(read);
    return { name, by: "kind", at: (position) => values[outlines.kindAt(position)] };
  };
  const ofOwn = (name: string, text: OwnText, read: (text: string) => unknown): EventPart => ({
    name,
    by: "position",
    at: (position) => read(text.at(position)),
  });
  const ofHost = (name: string, read: (host: number) => unknown): EventPart => ({
    name,
    by: "host",
    at: (position) => read(outlines.hostAt(position)),
  });
  const parts: readonly EventPart[] = [
    { name: "actor", by: "actor", at: (position) => personEntry(outlines.org.people[outlines.actorAt(position)]) },
    ofHost("client", clientOf),
    ofOwn("authenticationContext", session, authenticationContextOf),
    ofKind("displayMessage", (kind) => kind.displayMessage),
    ofKind("eventType", (kind) => kind.eventType),
    ofKind("outcome", ({ result, reason }) => ({ result, reason })),
    ofOwn("published", published, (text) => text),
    fixed("securityContext", securityContext),
    ofKind("severity", (kind) => kind.severity),
    ofOwn("debugContext", transaction, debugContextOf),
    fixed("legacyEventType", null),
    ofOwn("transaction", transaction, (id) => ({ type: "WEB", id, detail: {} })),
    ofOwn("uuid", uuid, (text) => text),
    fixed("version", "0"),
    ofHost("request", requestOf),
    {
      name: "target",
      by: "targets",
      at: (position) => targetsAt(outlines, position)?.map((target) => renderTarget(outlines, target)) ?? null,
    },
  ];
  return { parts, own: [transaction, session, published, uuid] };
}

/** How many values there are of what decides a part, and which of them an event has; undefined where they are not counted. */
export function decisionsOf(
  { log, kindAt, actorAt, hostAt }: EventOutlines,
  by: DecidedBy,
): { readonly count: number; readonly at: (position: number) => number } | undefined {
  switch (by) {
    case "nothing":
      return { count: 1, at: () => 0 };
    case "kind":
      return { count: eventKinds.length, at: kindAt };
    case "actor":
      return { count: log.population.people, at: actorAt };
    case "host":
      return { count: mostHosts + 1, at: hostAt };
    case "targets":
    case "position":
      return undefined;
  }
}
