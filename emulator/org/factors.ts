import { dateText, dayMs } from "./clock-text.ts";
import type { JsonObject } from "./json.ts";
import { objectId } from "./object-id.ts";
import type { OrgBase } from "./org-base.ts";
import type { Person } from "./person.ts";
import { createRandom, type Choices, type Random } from "./random.ts";

type FactorStatus = "ACTIVE" | "DISABLED" | "ENROLLED" | "EXPIRED" | "INACTIVE" | "NOT_SETUP" | "PENDING_ACTIVATION";

interface FactorKind {
  readonly prefix: string;
  readonly factorType: string;
  readonly provider: string;
  readonly vendorName: string;
  readonly profile: (person: Person) => JsonObject | undefined;
}

const phoneOf = (person: Person): string => `+1555${String(1_000_000 + person.index).slice(-7)}`;
const deviceOf = (person: Person): JsonObject => ({
  credentialId: person.login,
  deviceType: "SmartPhone_IPhone",
  name: `Phone of ${person.firstName.slice(0, 20)}`,
  platform: "IOS",
  version: "17.5.1",
});

const push: FactorKind = { prefix: "opf", factorType: "push", provider: "OKTA", vendorName: "OKTA", profile: deviceOf };
const nonce: FactorKind = {
  prefix: "pfd",
  factorType: "signed_nonce",
  provider: "OKTA",
  vendorName: "OKTA",
  profile: deviceOf,
};
const totp: FactorKind = {
  prefix: "ost",
  factorType: "token:software:totp",
  provider: "OKTA",
  vendorName: "OKTA",
  profile: (person) => ({ credentialId: person.login }),
};
const google: FactorKind = {
  prefix: "uft",
  factorType: "token:software:totp",
  provider: "GOOGLE",
  vendorName: "GOOGLE",
  profile: (person) => ({ credentialId: person.login }),
};
const sms: FactorKind = {
  prefix: "mbl",
  factorType: "sms",
  provider: "OKTA",
  vendorName: "OKTA",
  profile: (person) => ({ phoneNumber: phoneOf(person) }),
};
const call: FactorKind = {
  prefix: "clf",
  factorType: "call",
  provider: "OKTA",
  vendorName: "OKTA",
  profile: (person) => ({ phoneNumber: phoneOf(person), phoneExtension: "" }),
};
const email: FactorKind = {
  prefix: "emf",
  factorType: "email",
  provider: "OKTA",
  vendorName: "OKTA",
  profile: (person) => ({ email: person.email }),
};
const question: FactorKind = {
  prefix: "ufs",
  factorType: "question",
  provider: "OKTA",
  vendorName: "OKTA",
  profile: () => ({ question: "disliked_food", questionText: "What is the food you least liked as a child?" }),
};
const webauthn: FactorKind = {
  prefix: "fwf",
  factorType: "webauthn",
  provider: "FIDO",
  vendorName: "FIDO",
  profile: (person) => ({ credentialId: `cred-${person.id}`, authenticatorName: "MacBook Touch ID" }),
};
const u2f: FactorKind = {
  prefix: "fuf",
  factorType: "u2f",
  provider: "FIDO",
  vendorName: "FIDO",
  profile: (person) => ({ credentialId: `key-${person.id}`, version: "U2F_V2" }),
};
const yubikey: FactorKind = {
  prefix: "ykf",
  factorType: "token:hardware",
  provider: "YUBICO",
  vendorName: "YUBICO",
  profile: (person) => ({ credentialId: String(11_000_000 + person.index) }),
};
const hotp: FactorKind = {
  prefix: "hot",
  factorType: "token:hotp",
  provider: "CUSTOM",
  vendorName: "Acme Token",
  profile: (person) => ({ credentialId: `hotp-${person.index}` }),
};
const rsa: FactorKind = {
  prefix: "rsa",
  factorType: "token",
  provider: "RSA",
  vendorName: "RSA",
  profile: (person) => ({ credentialId: person.login }),
};

const singles: Choices<FactorKind> = [sms, google, webauthn, call, u2f, yubikey, hotp, rsa];
const stale: Choices<FactorStatus> = ["INACTIVE", "EXPIRED", "NOT_SETUP", "DISABLED", "ENROLLED", "PENDING_ACTIVATION"];

type Enrollment = readonly [FactorKind, FactorStatus];

function usual(random: Random): readonly Enrollment[] {
  const enrolled: Enrollment[] = [];
  const add = (kind: FactorKind): void => {
    enrolled.push([kind, random.chance(0.06) ? random.pick(stale) : "ACTIVE"]);
  };
  if (random.chance(0.7)) {
    add(push);
    if (random.chance(0.8)) add(totp);
    if (random.chance(0.5)) add(nonce);
  }
  if (enrolled.length === 0 || random.chance(0.45)) add(random.pick(singles));
  if (random.chance(0.15)) add(random.pick(singles));
  if (random.chance(0.4)) add(email);
  if (random.chance(0.2)) add(question);
  return enrolled;
}

function enrollmentsOf(random: Random, person: Person): readonly Enrollment[] {
  if (person.status === "DEPROVISIONED" || person.status === "STAGED" || person.isMade === true) return [];
  const roll = random.next();
  if (roll < 0.07) return [];
  if (roll < 0.12) return [[question, "ACTIVE"]];
  if (roll < 0.17) return [[email, "ACTIVE"]];
  if (roll < 0.21) return [[random.pick([sms, push, webauthn]), "PENDING_ACTIVATION"]];
  if (roll < 0.24) {
    return [
      [question, "ACTIVE"],
      [push, "PENDING_ACTIVATION"],
    ];
  }
  if (roll < 0.26) return [[random.pick(singles), random.pick(stale)]];
  return usual(random);
}

/** The factors of a person as `listFactors` gives them. */
export function factorsOf(org: OrgBase, person: Person): readonly JsonObject[] {
  const random = createRandom(org.seed, "factors", person.index);
  return enrollmentsOf(random, person).map(([kind, status], at) => {
    const id = objectId(org.seed, kind.prefix, person.index * 16 + at);
    const created = Math.min(org.now - 60_000, (person.activated ?? person.created) + random.next() * 30 * dayMs);
    const self = `${org.origin}/api/v1/users/${person.id}/factors/${id}`;
    return {
      id,
      factorType: kind.factorType,
      provider: kind.provider,
      vendorName: kind.vendorName,
      status,
      created: dateText(created),
      lastUpdated: dateText(created + 60_000),
      profile: kind.profile(person),
      _links: {
        ...(status === "PENDING_ACTIVATION"
          ? { activate: { href: `${self}/lifecycle/activate`, hints: { allow: ["POST"] } } }
          : { verify: { href: `${self}/verify`, hints: { allow: ["POST"] } } }),
        self: { href: self, hints: { allow: ["GET", "DELETE"] } },
        user: { href: `${org.origin}/api/v1/users/${person.id}`, hints: { allow: ["GET"] } },
      },
    };
  });
}
