import type { AppRow } from "../app-rows.ts";
import { policies } from "../configuration/policies.ts";
import { networkZones } from "../configuration/zones.ts";
import type { JsonObject } from "../json.ts";
import { letters } from "../object-id.ts";
import type { Org } from "../org.ts";
import type { Person } from "../person.ts";
import { createRandom, type Choices, type Random } from "../random.ts";
import type { EventLog } from "./event-log.ts";

/** What all events of a kind have in common. */
export interface EventKind {
  readonly eventType: string;
  readonly displayMessage: string;
  readonly result: string;
  readonly reason: string | null;
  readonly severity: "INFO" | "WARN";
  /** What the event is about besides its actor. */
  readonly target: "none" | "app" | "user" | "group" | "policy" | "zone";
}

const kind = (
  eventType: string,
  displayMessage: string,
  target: EventKind["target"] = "none",
  result = "SUCCESS",
  reason: string | null = null,
): EventKind => ({
  eventType,
  displayMessage,
  result,
  reason,
  severity: result === "SUCCESS" || result === "ALLOW" ? "INFO" : "WARN",
  target,
});

const signIn = kind("user.session.start", "User login to Okta");
const failed = kind("user.session.start", "User login to Okta", "none", "FAILURE", "INVALID_CREDENTIALS");

/** Kinds of events that may stand at a moment at which the person signs in. */
const present: Choices<readonly [EventKind, number]> = [
  [kind("user.authentication.sso", "User single sign on to app", "app"), 45],
  [signIn, 16],
  [kind("user.authentication.auth_via_mfa", "Authentication of user via MFA"), 14],
  [
    kind(
      "policy.evaluate_sign_on",
      "Evaluation of sign-on policy",
      "none",
      "ALLOW",
      "Sign-on policy evaluation resulted in ALLOW",
    ),
    9,
  ],
  [
    kind(
      "policy.evaluate_sign_on",
      "Evaluation of sign-on policy",
      "none",
      "CHALLENGE",
      "Sign-on policy evaluation resulted in CHALLENGE",
    ),
    5,
  ],
  [kind("user.account.update_password", "User update password for Okta", "user"), 2],
];

/** Kinds of events that need no session of the person. */
const absent: Choices<readonly [EventKind, number]> = [
  [failed, 60],
  [
    kind(
      "policy.evaluate_sign_on",
      "Evaluation of sign-on policy",
      "none",
      "DENY",
      "Sign-on policy evaluation resulted in DENY",
    ),
    20,
  ],
  [kind("user.account.lock", "Max sign in attempts exceeded", "user", "FAILURE", "LOCKED_OUT"), 5],
];

/** Kinds of events that admins cause. */
const administrative: Choices<readonly [EventKind, number]> = [
  [kind("group.user_membership.add", "Add user to group membership", "group"), 40],
  [kind("application.user_membership.add", "Add user to application membership", "app"), 30],
  [kind("user.mfa.factor.activate", "Enroll factor for user", "user"), 10],
  [kind("user.account.privilege.grant", "Grant user privilege", "user"), 5],
  [kind("system.api_token.create", "Create API token", "none"), 2],
  [kind("user.mfa.factor.reset_all", "Reset all factors for user", "user"), 4],
  [kind("user.mfa.factor.deactivate", "Reset factor for user", "user"), 4],
  [kind("policy.rule.update", "Update policy rule", "policy"), 3],
  [kind("application.lifecycle.update", "Update application", "app"), 3],
  [kind("zone.update", "Update network zone", "zone"), 1],
];

const prompted = kind("system.push.send_factor_verify_push", "Send factor verify push message", "user");
const denied = kind("user.mfa.okta_verify.deny_push", "User rejected Okta push verify", "user", "FAILURE");

/** Every so many events somebody is asked by push time and again, and says no at last. */
const burst = { every: 499, length: 6 };

/** Every kind of event, in an order of its own. */
export const eventKinds: readonly EventKind[] = [
  signIn,
  prompted,
  denied,
  ...[...present, ...absent, ...administrative].map(([one]) => one).filter((one) => one !== signIn),
];

const kindNumbers = new Map(eventKinds.map((one, number) => [one, number]));

/** The event of a burst of push prompts, where a scattered event stands in one. */
function promptAt(org: Org, log: EventLog, number: number): readonly [EventKind, Person | undefined] | undefined {
  const place = number % burst.every;
  if (place >= burst.length) return undefined;
  const random = createRandom(org.seed, "burst", Math.floor(number / burst.every));
  return [place === burst.length - 1 ? denied : prompted, org.people[random.below(log.population.people)]];
}

function personEntry(person: Person | undefined): JsonObject {
  return {
    id: person?.id,
    type: "User",
    alternateId: person?.login,
    displayName: `${person?.firstName} ${person?.lastName}`,
    detailEntry: null,
  };
}

function appEntry(app: AppRow | undefined): JsonObject {
  return { id: app?.id, type: "AppInstance", alternateId: app?.label, displayName: app?.label, detailEntry: null };
}

function configurationEntry(type: string, { id, name }: JsonObject): JsonObject {
  return { id, type, alternateId: "unknown", displayName: name, detailEntry: null };
}

function policyEntries(org: Org): readonly JsonObject[] {
  const changed = policies(org).find(({ rules }) => rules.length > 1);
  if (changed === undefined) return [];
  return [
    configurationEntry("PolicyEntity", changed.policy),
    ...changed.rules.slice(0, 1).map((rule) => configurationEntry("PolicyRule", rule)),
  ];
}

const isAboutActor = ({ eventType }: EventKind): boolean =>
  eventType.startsWith("user.account.update") || eventType.includes("push");

function targetsOf(
  org: Org,
  log: EventLog,
  random: Random,
  [chosen, actor]: readonly [EventKind, Person | undefined],
): readonly JsonObject[] | null {
  const { people, apps, groups } = log.population;
  const someone = org.people[random.below(people)];
  const app = org.apps[3 + random.below(apps - 3)];
  const group = org.groups[2 + random.below(groups - 2)];
  const own = chosen.eventType.startsWith("user.authentication");
  switch (chosen.target) {
    case "none":
      return null;
    case "user":
      return [personEntry(isAboutActor(chosen) ? actor : someone)];
    case "app":
      return own || chosen.eventType.includes("lifecycle") ? [appEntry(app)] : [personEntry(someone), appEntry(app)];
    case "group":
      return [
        personEntry(someone),
        { id: group?.id, type: "UserGroup", alternateId: "unknown", displayName: group?.name, detailEntry: null },
      ];
    case "policy":
      return policyEntries(org);
    case "zone":
      return networkZones(org)
        .slice(3, 4)
        .map((zone) => configurationEntry("NetworkZone", zone));
  }
}

function clientOf(random: Random): JsonObject {
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
    ipAddress: `198.51.100.${1 + random.below(250)}`,
    geographicalContext: {
      city: "Berlin",
      state: "Land Berlin",
      country: "Germany",
      postalCode: "10115",
      geolocation: { lat: 52.53, lon: 13.38 },
    },
  };
}

function choose(org: Org, log: EventLog, position: number, random: Random): readonly [EventKind, Person | undefined] {
  const source = log.sourceAt(position);
  if ("signInOf" in source) return [signIn, org.people[source.signInOf]];
  const prompt = promptAt(org, log, source.scattered);
  if (prompt !== undefined) return prompt;
  if (random.chance(0.06)) return [random.weighted(administrative), org.people[random.below(3)]];
  const person = org.people[random.below(log.population.people)];
  const signedInLater = (person?.lastLogin ?? 0) >= log.timeAt(position);
  return [random.weighted(signedInLater ? present : absent), person];
}

const numbersOf = new WeakMap<EventLog, Uint8Array>();

/**
 * Which of `eventKinds` the event at a position is of. Kept when it is first asked for: a filter over the types of events walks
 * millions of them without making one.
 */
export function kindNumberAt(org: Org, log: EventLog, position: number): number {
  let kept = numbersOf.get(log);
  if (kept === undefined) numbersOf.set(log, (kept = new Uint8Array(log.size)));
  const known = kept[position] ?? 0;
  if (known > 0) return known - 1;
  const [chosen] = choose(org, log, position, createRandom(org.seed, "event", position));
  const number = kindNumbers.get(chosen) ?? 0;
  kept[position] = number + 1;
  return number;
}

/** The event at a position of the log, as `listLogEvents` gives it. Nobody signs in after the last sign-in that the user shows. */
export function logEventAt(org: Org, log: EventLog, position: number): JsonObject {
  const random = createRandom(org.seed, "event", position);
  const [chosen, actor] = choose(org, log, position, random);
  const client = clientOf(random);
  const transaction = letters(org.seed, "transaction", position, 27);
  const hex = letters(org.seed, "uuid", position, 32).replaceAll(/[^0-9a-f]/g, "a");
  return {
    actor: personEntry(actor),
    client,
    authenticationContext: {
      authenticationProvider: null,
      credentialProvider: null,
      credentialType: null,
      issuer: null,
      interface: null,
      authenticationStep: 0,
      externalSessionId: `idx${letters(org.seed, "session", position, 22)}`,
    },
    displayMessage: chosen.displayMessage,
    eventType: chosen.eventType,
    outcome: { result: chosen.result, reason: chosen.reason },
    published: new Date(log.timeAt(position)).toISOString(),
    securityContext: { asNumber: 3320, asOrg: "Example Telecom", isp: "Example Telecom", domain: ".", isProxy: false },
    severity: chosen.severity,
    debugContext: { debugData: { requestId: transaction, requestUri: "/idp/idx/identify", url: "/idp/idx/identify?" } },
    legacyEventType: null,
    transaction: { type: "WEB", id: transaction, detail: {} },
    uuid: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-11ef-${hex.slice(12, 16)}-${String(position).padStart(12, "0")}`,
    version: "0",
    request: {
      ipChain: [
        { ip: client["ipAddress"], geographicalContext: client["geographicalContext"], version: "V4", source: null },
      ],
    },
    target: targetsOf(org, log, random, [chosen, actor]),
  };
}
