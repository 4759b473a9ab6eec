import { dateText, dayMs } from "../clock-text.ts";
import type { JsonObject } from "../json.ts";
import { letters, objectId } from "../object-id.ts";
import type { Org } from "../org.ts";
import { userTypeId } from "../user-types.ts";
import { identityProviders } from "./settings-lists.ts";

/** The keys of identity providers, in their order: one that is long over belongs to the old SAML one. */
export function identityProviderKeys(org: Org): readonly JsonObject[] {
  return identityProviders(org).map((_, index) => {
    const created = dateText(org.now - (900 - index) * dayMs);
    return {
      kid: letters(org.seed, "idp-kid", index, 36),
      kty: "RSA",
      alg: "RSA",
      use: "sig",
      e: "AQAB",
      n: letters(org.seed, "idp-key", index, 342),
      x5c: [],
      "x5t#S256": letters(org.seed, "idp-thumbprint", index, 43),
      created,
      lastUpdated: created,
      expiresAt: dateText(org.now + (index === 0 ? 40 : -25) * dayMs),
    };
  });
}

/** The mappings between users and app users: from and to each app that provisions. */
export function profileMappings(org: Org): readonly JsonObject[] {
  const user = { id: userTypeId(org.seed, 0), name: "user", type: "user" };
  const provisioning = org.apps.filter((app) => app.features.length > 0);
  return provisioning.map((app, index) => {
    const id = objectId(org.seed, "prm", 5000 + index);
    const there = { id: app.id, name: app.name, type: "appuser" };
    const isSource = app.features.includes("PROFILE_MASTERING");
    return {
      id,
      source: isSource ? there : user,
      target: isSource ? user : there,
      properties: {
        email: { expression: `${isSource ? "appuser" : "user"}.email`, pushStatus: "PUSH" },
        firstName: { expression: `${isSource ? "appuser" : "user"}.firstName`, pushStatus: "DONT_PUSH" },
      },
      _links: { self: { href: `${org.origin}/api/v1/mappings/${id}` } },
    };
  });
}

/** The directory agents of the org, by pool: one agent of the first has stopped. */
export function agentPools(org: Org): readonly JsonObject[] {
  const pool = (index: number, type: string, name: string, agents: readonly string[]): JsonObject => {
    const poolId = objectId(org.seed, "0oa", 6000 + index);
    const inactive = agents.filter((state) => state !== "OPERATIONAL").length;
    return {
      id: poolId,
      name,
      type,
      operationalStatus: inactive === 0 ? "OPERATIONAL" : "DEGRADED",
      disruptedAgents: 0,
      inactiveAgents: inactive,
      agents: agents.map((operationalStatus, at) => ({
        id: objectId(org.seed, "a53", index * 10 + at),
        name: `${type.toLowerCase()}-agent-${at + 1}.acme.example`,
        type,
        poolId,
        operationalStatus,
        version: at === 0 ? "3.18.0" : "3.16.0",
        isHidden: false,
        isLatestGAedVersion: at === 0,
        // Okta gives this one date as milliseconds.
        lastConnection: org.now - (operationalStatus === "OPERATIONAL" ? 30_000 : 9 * dayMs),
      })),
    };
  };
  return [
    pool(0, "AD", "acme.example", ["OPERATIONAL", "INACTIVE"]),
    pool(1, "LDAP", "ldap.acme.example", ["OPERATIONAL"]),
  ];
}

/** The custom domains of the org: the certificate of the second ends soon. */
export function customDomains(org: Org): readonly JsonObject[] {
  const domain = (index: number, name: string, source: string, days: number): JsonObject => {
    const id = objectId(org.seed, "OcD", index);
    return {
      id,
      domain: name,
      brandId: objectId(org.seed, "bnd", 0),
      certificateSourceType: source,
      validationStatus: "COMPLETED",
      dnsRecords: [{ fqdn: name, recordType: "CNAME", values: [`acme.customdomains.okta.example`] }],
      publicCertificate: {
        subject: `CN=${name}`,
        fingerprint: letters(org.seed, "domain", index, 40),
        expiration: dateText(org.now + days * dayMs),
      },
      _links: { self: { href: `${org.origin}/api/v1/domains/${id}`, hints: { allow: ["GET", "PUT", "DELETE"] } } },
    };
  };
  return [domain(0, "login.acme.example", "OKTA_MANAGED", 70), domain(1, "partners.acme.example", "MANUAL", 12)];
}

/** The email domains of the org. */
export function emailDomains(org: Org): readonly JsonObject[] {
  return [
    {
      id: objectId(org.seed, "OeD", 0),
      domain: "acme.example",
      displayName: "Acme",
      userName: "no-reply",
      validationStatus: "VERIFIED",
      validationSubdomain: "mail",
      dnsValidationRecords: [{ fqdn: "_oktaverification.acme.example", recordType: "TXT", verificationValue: "mail" }],
    },
  ];
}

/** The linked objects of the org: who leads whom. */
export function linkedObjectDefinitions({ origin }: Org): readonly JsonObject[] {
  const self = { self: { href: `${origin}/api/v1/meta/schemas/user/linkedObjects/manager` } };
  return [
    {
      primary: { name: "manager", title: "Manager", description: "Who leads the person", type: "USER" },
      associated: { name: "subordinate", title: "Subordinate", description: "Whom the person leads", type: "USER" },
      _links: self,
    },
  ];
}

/** The captchas of the org. */
export function captchas(org: Org): readonly JsonObject[] {
  const id = objectId(org.seed, "cap", 0);
  return [
    {
      id,
      name: "Sign-up",
      type: "RECAPTCHA_V2",
      siteKey: letters(org.seed, "captcha", 0, 40),
      _links: { self: { href: `${org.origin}/api/v1/captchas/${id}` } },
    },
  ];
}

/** What the org asks of devices before it trusts them. */
export function deviceAssurances(org: Org): readonly JsonObject[] {
  const bodies: readonly JsonObject[] = [
    {
      name: "Windows 11 with encryption",
      platform: "WINDOWS",
      osVersion: { minimum: "10.0.22631.0" },
      diskEncryptionType: { include: ["ALL_INTERNAL_VOLUMES"] },
      screenLockType: { include: ["BIOMETRIC", "PASSCODE"] },
      secureHardwarePresent: true,
    },
    { name: "iPhones", platform: "IOS", osVersion: { minimum: "17.0" }, jailbreak: false },
  ];
  return bodies.map((body, index) => {
    const id = objectId(org.seed, "dae", index);
    return {
      id,
      ...body,
      createdBy: org.people[0]?.id,
      createdDate: dateText(org.now - (400 - index) * dayMs),
      lastUpdatedBy: org.people[0]?.id,
      lastUpdate: dateText(org.now - (50 - index) * dayMs),
      _links: { self: { href: `${org.origin}/api/v1/device-assurances/${id}`, hints: { allow: ["GET", "PUT"] } } },
    };
  });
}
