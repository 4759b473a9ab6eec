import type { Shape } from "../shape.ts";

const text: Shape = { kind: "string" };
const date: Shape = { kind: "string", format: "date-time" };
const flag: Shape = { kind: "boolean" };
const integer: Shape = { kind: "number", integer: true };
const named = (name: string): Shape => ({ kind: "named", name });
const namedMap = (name: string): Shape => ({ kind: "object", properties: {}, others: named(name) });
const listOf = (items: Shape): Shape => ({ kind: "array", items });
const object = (properties: Readonly<Record<string, Shape>>): Shape => ({
  kind: "object",
  properties: Object.fromEntries(Object.entries(properties).map(([key, shape]) => [key, { shape, required: false }])),
});

/** Values under keys that the API does not name. */
export const freeMap: Shape = { kind: "object", properties: {}, others: named("FreeValue") };

const links = named("Links");
const keyOfClient: Readonly<Record<string, Shape>> = { use: text, crv: text, alg: text };
const linksOrTexts = namedMap("LinkOrText");
const deepMap = namedMap("FreeDeep");

/**
 * Properties whose shape the specification leaves open or states otherwise than real orgs answer, by shape and path: a path
 * that the specification lacks is added, `+` before it means: only there, and
 * `*` is the shape of keys that are not named. From recorded traffic, or from the specification's own examples of answers,
 * where nothing else is said.
 */
export const replacements: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  // One event type of the System Log; the specification says text.
  LogEvent: { eventType: named("EventType"), device: named("LogDevice") },
  LogAuthenticationContext: { rootSessionId: text },
  LogDebugContext: { debugData: freeMap },
  LogTarget: { detailEntry: freeMap },
  LogActor: { detailEntry: freeMap },
  // The specification lists the names of its templates only; every app integration has its own.
  Application: { name: text },
  SamlApplicationSettingsSignOn: { samlSignedRequestEnabled: flag },
  OAuth2ClientJsonWebKeyRsaResponse: keyOfClient,
  OAuth2ClientJsonWebKeyECResponse: keyOfClient,
  OAuth2ClientJsonEncryptionKeyResponse: keyOfClient,
  SingleLogout: { spIssuer: text },
  SignOnInlineHook: { _links: links },
  JsonWebKey: { alg: text },
  Agent: { latestGAedVersion: flag },
  // Properties of a service integration are texts in one example, objects in the schema.
  AppProperties: { "*": { kind: "union", of: [text, object({ name: text, value: text })] } },
  AuthenticatorBase: {
    provider: object({ type: text, configuration: named("ProviderConfiguration") }),
    "settings.enrollmentSecurityLevel": text,
    "settings.oauthClientId": text,
    "settings.userVerificationMethods": listOf(text),
    "+settings": freeMap,
  },
  ApiToken: { _links: links },
  AuthenticatorEnrollment: { nickname: text },
  AuthenticatorProfile: { email: text },
  AuthorizationServer: { default: flag },
  AuthorizationServerPolicyRuleGroupCondition: { exclude: listOf(text) },
  AuthorizationServerPolicyRuleUserCondition: { exclude: listOf(text) },
  BehaviorRule: { _links: links },
  DeviceAssurance: { jailbroken: flag },
  DeviceProfile: { authenticatorAppKey: text },
  GovernanceBundle: { _links: linksOrTexts },
  BundleEntitlement: { _links: linksOrTexts },
  EntitlementValue: { _links: linksOrTexts },
  LogStreamSchema: { $id: text, properties: namedMap("JsonSchema"), errorMessage: deepMap },
  // Documents that a brand serves under well-known addresses; their keys are those of Apple, Google and the W3C.
  PublicAppleAppSiteWellKnownURI: { "*": named("FreeDeeper") },
  PublicAssetLinksWellKnownURI: { "*": named("FreeDeep") },
  WellKnownURIObjectResponse: { representation: namedMap("FreeDeeper") },
  WellKnownURIArrayResponse: { representation: listOf(deepMap) },
  UserFactorPushTransactionWaitingNoNMC: { expiresAt: date },
  UserFactorPushTransactionWaitingNMC: { expiresAt: date },
  UserFactorPushTransactionRejected: { "_links.factor": named("Link") },
  UserFactorPushTransactionTimeout: { "_links.factor": named("Link") },
  WebAuthnPreregistrationFactor: { fulfillmentProvider: text },
  // The reading side of a claim has more than what is sent to make one.
  FederatedClaimRequestBody: { id: text, created: date, lastUpdated: date, _links: links },
  // Okta's reference: groups of rules that are gone make a rule INVALID.
  GroupRule: { allGroupsValid: flag },
  // Groups of an app name the app that they come from.
  Group: { source: object({ id: text }) },
  OktaActiveDirectoryGroupProfile: { groupType: text, groupScope: text, objectSid: text },
  GroupsResponseSchema: { "profile.description": text, "profile.displayName": text },
  IamRole: { isCloneable: flag },
  IdentityProviderApplicationUser: { profile: freeMap },
  IdentityProviderPolicy: { mapAMRClaims: flag, transformedUsernameMatchingEnabled: flag },
  MtlsTrustCredentials: { revocationCacheLifetime: integer },
  SamlTrustCredentials: { revocation: text, revocationCacheLifetime: integer },
  OidcSloEndpoint: { binding: text },
  OidcSettings: { nameFormat: text },
  OAuth2ResourceServerJsonWebKey: { alg: text },
  OrgAerialConsentDetails: { grantDate: date },
  PolicyRule: { description: text },
  ProfileMapping: { properties: { kind: "object", properties: {}, others: named("ProfileMappingProperty") } },
  UserFactorYubikeyOtpToken: { activated: date, profile: object({ serial: text }) },
  // Okta's own sign-in widget is tested with answers that have these.
  UserFactorTokenHOTPProfile: { credentialId: text },
  UserFactorU2FProfile: { appId: text, version: text },
  OAuth2Claim: { apiResourceId: text },
  OAuth2Scope: { apiResourceId: text },
  AccessPolicyRuleConditions: { risk: freeMap, riskScore: named("RiskScorePolicyRuleCondition") },
  OktaSignOnPolicyRuleConditions: { risk: object({ behaviors: listOf(text) }), riskScore: object({ level: text }) },
  AuthenticationMethodChain: { "next.authenticationMethods": listOf(named("AuthenticationMethod")) },
  // Conditions hold lists of attribute names by resource kind.
  PermissionConditions: {
    include: { kind: "object", properties: {}, others: named("FreeList"), nullable: true },
    exclude: { kind: "object", properties: {}, others: named("FreeList"), nullable: true },
  },
  UserCredentials: {
    // What it holds is only ever sent; an answer has it empty.
    password: object({}),
    emails: listOf(object({ value: text, status: text, type: text })),
  },
  UserFactorLinks: { resend: named("LinkOrLinks") },
  UserSchemaBaseProperties: { "*": named("UserSchemaAttribute") },
  GroupSchemaBaseProperties: { "*": named("GroupSchemaAttribute") },
  UserSchemaAttribute: { items: named("UserSchemaAttributeItems"), union: text },
  GroupSchemaAttribute: { items: named("UserSchemaAttributeItems"), union: text },
  UserSchemaAttributeItems: {
    enum: listOf({ kind: "unknown" }),
    oneOf: listOf(object({ const: { kind: "unknown" }, title: text })),
    additionalProperties: flag,
  },
  WellKnownOrgMetadata: { cell: text, settings: { kind: "object", properties: {}, others: flag } },
  // Grants of a custom role name it and its resource set.
  CustomRole: { role: text, "resource-set": text },
};

/** Shapes that the catalogue adds under names of its own. */
export const addedShapes: Readonly<Record<string, Shape>> = {
  FreeValue: {
    kind: "union",
    of: [text, { kind: "number" }, flag, listOf({ kind: "union", of: [text, { kind: "number" }, flag] })],
    nullable: true,
  },
  FreeDeep: { kind: "union", of: [named("FreeValue"), freeMap], nullable: true },
  FreeDeeper: { kind: "union", of: [named("FreeDeep"), listOf(freeMap), deepMap], nullable: true },
  FreeList: { kind: "union", of: [listOf(text), freeMap] },
  Link: { kind: "object", properties: linkProperties(), others: named("FreeValue") },
  LinkOrLinks: { kind: "union", of: [named("Link"), listOf(named("Link"))] },
  LinkOrText: { kind: "union", of: [named("Link"), text] },
  Links: { kind: "object", properties: {}, others: named("LinkOrLinks") },
  // As much of JSON Schema as Okta's schemas of settings use.
  JsonSchema: {
    kind: "union",
    of: [
      text,
      {
        kind: "object",
        properties: {
          title: { shape: text, required: false },
          description: { shape: text, required: false },
          type: { shape: text, required: false },
          pattern: { shape: text, required: false },
          writeOnce: { shape: flag, required: false },
          required: { shape: listOf(text), required: false },
          oneOf: { shape: listOf(object({ title: text, const: text })), required: false },
          properties: { shape: namedMap("JsonSchema"), required: false },
          errorMessage: { shape: deepMap, required: false },
        },
      },
    ],
  },
  ProviderConfiguration: {
    kind: "object",
    properties: {
      hostName: { shape: text, required: false },
      authPort: { shape: integer, required: false },
      instanceId: { shape: text, required: false },
      userNameTemplate: { shape: object({ template: text }), required: false },
      idpId: { shape: text, required: false },
      integrationKey: { shape: text, required: false },
      host: { shape: text, required: false },
      fcm: { shape: object({ id: text }), required: false },
      minTtl: { shape: integer, required: false },
      maxTtl: { shape: integer, required: false },
      defaultTtl: { shape: integer, required: false },
      length: { shape: integer, required: false },
      multiUseAllowed: { shape: flag, required: false },
      complexity: {
        shape: object({ numbers: flag, letters: flag, specialCharacters: flag }),
        required: false,
      },
      apns: { shape: object({ id: text, appBundleId: text, debugAppBundleId: text }), required: false },
      secretKey: { shape: text, required: false, secret: true },
      sharedSecret: { shape: text, required: false, secret: true },
    },
  },
};

function linkProperties(): Extract<Shape, { kind: "object" }>["properties"] {
  return {
    href: { shape: text, required: true },
    name: { shape: text, required: false },
    type: { shape: text, required: false },
    title: { shape: text, required: false },
    method: { shape: text, required: false },
    templated: { shape: flag, required: false },
    hints: { shape: object({ allow: listOf(text), guidanceObjects: listOf(text) }), required: false },
  };
}

/** Discriminated unions whose property may be null, and the name of what is left then: `signOnMode` of an app without sign-on. */
export const nullTagged: Readonly<Record<string, string>> = { Application: "ApplicationWithoutSignOn" };
