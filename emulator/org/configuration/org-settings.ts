import { dateText, dayMs } from "../clock-text.ts";
import type { JsonObject } from "../json.ts";
import { objectId } from "../object-id.ts";
import type { Org } from "../org.ts";

/** A setting of the org: one object under a path of its own. */
export interface OrgSetting {
  readonly operationId: string;
  readonly path: string;
  readonly bucket?: string;
  readonly body: (org: Org) => JsonObject;
}

const org = "/api/v1/org";
const linked = (path: string, body: JsonObject): ((state: Org) => JsonObject) => {
  return ({ origin }) => ({ ...body, _links: { self: { href: `${origin}${path}` } } });
};

/** The settings of the org that are one object each. */
export const orgSettings: readonly OrgSetting[] = [
  {
    operationId: "getOrgSettings",
    path: org,
    body: ({ seed, now, origin }) => ({
      id: objectId(seed, "00o", 0),
      subdomain: "acme",
      companyName: "Acme International Holdings",
      status: "ACTIVE",
      expiresAt: null,
      created: dateText(now - 1800 * dayMs),
      lastUpdated: dateText(now - 12 * dayMs),
      website: "https://acme.example",
      phoneNumber: "",
      endUserSupportHelpURL: "",
      supportPhoneNumber: "",
      address1: null,
      address2: null,
      city: null,
      state: null,
      country: null,
      postalCode: null,
      _links: {
        preferences: { href: `${origin}${org}/preferences` },
        uploadLogo: { href: `${origin}${org}/logo`, hints: { allow: ["POST"] } },
        oktaCommunication: { href: `${origin}${org}/privacy/oktaCommunication` },
        logo: null,
        oktaSupport: { href: `${origin}${org}/privacy/oktaSupport` },
        contacts: { href: `${origin}${org}/contacts` },
      },
    }),
  },
  {
    operationId: "getCurrentConfiguration",
    path: "/api/v1/threats/configuration",
    body: ({ seed, now, origin }) => ({
      action: "audit",
      excludeZones: [objectId(seed, "nzo", 3)],
      created: dateText(now - 700 * dayMs),
      lastUpdated: dateText(now - 65 * dayMs),
      _links: { self: { href: `${origin}/api/v1/threats/configuration`, hints: { allow: ["GET", "POST"] } } },
    }),
  },
  {
    operationId: "getThirdPartyAdminSetting",
    path: `${org}/orgSettings/thirdPartyAdminSetting`,
    body: () => ({ thirdPartyAdmin: false }),
  },
  {
    operationId: "getOrgOktaSupportSettings",
    path: `${org}/privacy/oktaSupport`,
    body: linked(`${org}/privacy/oktaSupport`, { support: "DISABLED", expiration: null, caseNumber: null }),
  },
  {
    operationId: "getClientPrivilegesSetting",
    path: `${org}/settings/clientPrivilegesSetting`,
    body: () => ({ clientPrivilegesSetting: false }),
  },
  {
    operationId: "getAutoAssignAdminAppSetting",
    path: `${org}/settings/autoAssignAdminAppSetting`,
    body: () => ({ autoAssignAdminAppSetting: true }),
  },
  {
    operationId: "getOrgPreferences",
    path: `${org}/preferences`,
    body: linked(`${org}/preferences`, { showEndUserFooter: true }),
  },
  {
    operationId: "getRateLimitSettingsWarningThreshold",
    path: "/api/v1/rate-limit-settings/warning-threshold",
    body: () => ({ warningThreshold: 90 }),
  },
  {
    operationId: "getRateLimitSettingsPerClient",
    path: "/api/v1/rate-limit-settings/per-client",
    body: () => ({
      defaultMode: "ENFORCE",
      useCaseModeOverrides: { LOGIN_PAGE: "ENFORCE", OAUTH2_AUTHORIZE: "PREVIEW", OIE_APP_INTENT: "ENFORCE" },
    }),
  },
  {
    operationId: "getBotProtectionConfiguration",
    path: "/api/v1/bot-protection/configuration",
    body: linked("/api/v1/bot-protection/configuration", {
      enforcementType: "OKTA_CHALLENGE",
      level: "MEDIUM",
      mode: "LOG_ONLY",
      supportedFlows: ["SIGN_IN"],
    }),
  },
  {
    operationId: "getUserLockoutSettings",
    path: "/attack-protection/api/v1/user-lockout-settings",
    bucket: "/attack-protection/api/v1/user-lockout-settings",
    body: () => ({ preventBruteForceLockoutFromUnknownDevices: true }),
  },
];
