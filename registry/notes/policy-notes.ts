import type { OperationNotes } from "./operation-note.ts";

/** Notes on policies and what they name: authenticators, zones, devices, authorization servers, identity providers. */
export const policyNotes: OperationNotes = {
  listPolicies: {
    summary: "Policies of one type; expand=rules embeds their rules.",
    note: "type must be given: one request a type.",
    words:
      "policies password MFA enrollment sign-on global session authentication access idp discovery settings apply conditions app sign-in cookies lockout age requirement security blocking",
  },
  getPolicy: {
    summary: "One policy; expand=rules embeds its rules.",
    note: "Use it where the id is known, as from an app's accessPolicy link; expand=rules saves a second request.",
    cheaper: "For several policies of a type, listPolicies with expand rules.",
    words: "policy details app sign-in authentication require must satisfy",
  },
  listPolicyRules: {
    summary: "Rules of one policy, by priority; the first that matches decides.",
    cheaper: "listPolicies with expand rules embeds the rules of every policy of a type.",
    words:
      "rules conditions of policy password VPN access rule session phishing resistant require authenticators must satisfy persistent cookies sign-in",
  },
  listPolicyMappings: {
    summary: "Apps and other things that one policy applies to.",
    note: "What the policy is applied to: the last segment of _links.application.href is the app. Default policies can apply without a mapping.",
    cheaper: "For app sign-in policies, listApplications already has each app's accessPolicy link: group those.",
    words: "apps on a policy share mapping",
  },
  listPolicyApps: {
    summary: "Apps of one policy.",
    note: "Okta points to listPolicyMappings in its place.",
    words: "apps on policy",
  },
  listAuthenticators: {
    summary: "Authenticators of the org with key and status.",
    note: "What the org offers, not who has enrolled. One that is INACTIVE here cannot be used, whatever a user had enrolled.",
    cheaper: "Match by key (okta_verify, webauthn), which is the same in every org, and not by id or name.",
    words: "authenticators MFA inactive methods enabled",
  },
  getAuthenticator: {
    summary: "One authenticator.",
    note: "Use it for the id that a policy names.",
    cheaper: "listAuthenticators gives all, some ten, in one request.",
    words: "authenticator settings",
  },
  listAuthenticatorMethods: {
    summary: "Methods of one authenticator.",
    note: "Methods that the org allows of one authenticator: push and code of Okta Verify are two. A method can be INACTIVE while its authenticator is ACTIVE.",
    words: "authenticator methods",
  },
  listNetworkZones: {
    summary: "Network zones.",
    note: "Use it to turn zone ids in policies and rules into names. Okta's own zones are in it (system); a BLOCKLIST zone blocks before any policy is read.",
    words: "network zones IP ranges blocklist system location vpn remote",
  },
  getNetworkZone: {
    summary: "One network zone.",
    note: "Use it for one zone that a policy names.",
    cheaper: "For several, listNetworkZones once.",
    words: "zone",
  },
  listTrustedOrigins: {
    summary: "Trusted origins with scopes and status.",
    note: "origin is text as it was typed: compare scheme and host yourself. scopes say whether it is for CORS, for redirects or for iframes.",
    words: "CORS trusted origins wildcard localhost http redirect",
  },
  listBehaviorDetectionRules: {
    summary: "Behavior detection rules.",
    note: "A rule only scores: nothing happens unless a sign-in rule asks for its name.",
    words: "behavior velocity new device new country",
  },
  getCurrentConfiguration: {
    summary: "ThreatInsight mode and exempt zones.",
    note: "action is none, audit or block; addresses in excludeZones are never blocked.",
    words: "threatinsight threat block",
  },
  listDeviceAssurancePolicies: {
    summary: "Device assurance policies: OS version, encryption, jailbreak.",
    note: "What a device must meet, by platform. Whether one device does is judged only at sign-in and not listed anywhere.",
    words: "device assurance compliance OS version macOS Android iOS jailbreak encryption policy detection",
  },
  getDeviceAssurancePolicy: {
    summary: "One device assurance policy.",
    note: "Use it for the id that a policy rule names in its device condition.",
    cheaper: "Policies are few: listDeviceAssurancePolicies once.",
    words: "device assurance OS version",
  },
  listDevicePostureChecks: {
    summary: "Device posture checks.",
    note: "Checks that are defined, Okta's own and custom; results by device are not listed.",
    words: "posture checks",
  },
  listDeviceIntegrations: {
    summary: "Device integrations.",
    note: "Endpoint integrations; status DEACTIVATED gives policies no signal.",
    words: "device integrations endpoint security",
  },
  listAuthorizationServers: {
    summary: "Custom authorization servers with key rotation and status.",
    note: "Custom servers alone: the org server that issues okta.* scopes is not in it. Key rotation stands in credentials.signing.",
    cheaper: "Key rotation needs no request of its own; ask listAuthorizationServerKeys only for the keys themselves.",
    words: "authorization servers oauth inactive custom token key rotation",
  },
  listAuthorizationServerPolicies: {
    summary: "Access policies of one authorization server.",
    note: "Read in order of priority; conditions.clients says for which clients, ALL_CLIENTS for every one.",
    words: "authorization server policies",
  },
  listAuthorizationServerPolicyRules: {
    summary: "Rules of one access policy of an authorization server.",
    note: "Token lifetimes stand here, in actions.token, not at the server. The first active rule that matches by priority decides.",
    words: "token lifetime rules",
  },
  listOAuth2Scopes: {
    summary: "Scopes of one authorization server.",
    note: "Okta's own scopes are in it, marked system. consent says whether users are asked.",
    words: "oauth scopes",
  },
  listOAuth2Claims: {
    summary: "Claims of one authorization server.",
    note: "claimType RESOURCE goes into access tokens, IDENTITY into ID tokens. Okta's own are marked system.",
    words: "token claims configured",
  },
  listAuthorizationServerKeys: {
    summary: "Signing keys of one authorization server.",
    note: "status tells the key in use (ACTIVE) from the next and the expired.",
    cheaper: "For rotation dates alone, listAuthorizationServers has credentials.signing inline.",
    words: "keys rotation",
  },
  listOAuth2ClientsForAuthorizationServer: {
    summary: "Clients of one authorization server.",
    note: "Clients that have tokens from the server, not all that its policies allow.",
    words: "oauth clients",
  },
  listIdentityProviders: {
    summary: "External identity providers with type and status.",
    note: "A q matches the start of a name. Social, OIDC and SAML providers differ in protocol: narrow by protocol.type first. An INACTIVE one still has linked users.",
    words: "identity provider idp inactive stale federation SAML external",
  },
  getIdentityProvider: {
    summary: "One identity provider.",
    note: "Use it where the id is known.",
    cheaper: "listIdentityProviders gives the same of all, 200 a request.",
    words: "idp",
  },
  listIdentityProviderKeys: {
    summary: "Certificates of all identity providers, with expiry, in one walk.",
    note: "Use it for certificate expiry (expiresAt). A key of a deactivated provider is in it too: match its kid to the providers' protocol.credentials.trust.kid.",
    cheaper: "One walk here in place of a request for each provider.",
    words: "certificate expiry SAML identity providers expiration dates",
  },
  listIdentityProviderSigningKeys: {
    summary: "Signing keys of one identity provider.",
    note: "Keys that Okta signs with towards this provider; the provider's own certificates are in listIdentityProviderKeys.",
    words: "idp signing keys",
  },
  listIdentityProviderApplicationUsers: {
    summary: "Users linked to one identity provider.",
    note: "Users by id and externalId; expand=user embeds them. A link says that the account was joined, not that it was used since.",
    words: "idp users federated",
  },
};
