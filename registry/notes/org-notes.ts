import type { OperationNotes } from "./operation-note.ts";

/** Notes on the org's own settings: log streams, hooks, support, limits, domains, brands. */
export const orgNotes: OperationNotes = {
  listLogStreams: {
    summary: "Log streams to other systems.",
    note: "Streams set up in Okta. A SIEM that pulls by an API token or OAuth app is not in it. The Splunk token is never returned.",
    words: "log server off-load offload SIEM splunk audit records export stream",
  },
  listEventHooks: {
    summary: "Event hooks.",
    note: "events.items names what is sent; verificationStatus UNVERIFIED sends nothing, whatever status says.",
    words: "event hooks webhook",
  },
  listInlineHooks: {
    summary: "Inline hooks.",
    note: "Inline hooks can change tokens, registrations and imports as they happen. Active does not mean used: a policy or app must name it.",
    words: "inline hooks",
  },
  listAgentPools: {
    summary: "Directory agents and their health.",
    note: "lastConnection is in milliseconds since 1970, not an ISO date.",
    words: "AD LDAP agents health version",
  },
  getOrgSettings: {
    summary: "Settings of the org: name, contacts' address, status.",
    note: "The org itself; its contacts for billing and technical matters are users: getOrgContactUser.",
    words: "org settings company",
  },
  getOrgPreferences: {
    summary: "Preferences of the org's end-user pages.",
    note: "Looks of the end-user pages alone.",
    words: "org preferences footer",
  },
  getOrgContactUser: {
    summary: "The org's billing or technical contact.",
    note: "Gives a userId alone: getUser for the name.",
    words: "contact billing technical",
  },
  getThirdPartyAdminSetting: {
    summary: "Whether third-party admins are allowed.",
    note: "Says whether third-party admins may exist, not who they are.",
    words: "third-party admin",
  },
  getOrgOktaSupportSettings: {
    summary: "Whether Okta Support may enter the org.",
    note: "The state now, with its end. Past visits are in the System Log as user.session.impersonation events.",
    words: "okta support access impersonation",
  },
  listOktaSupportCases: {
    summary: "Support cases with access to the org.",
    note: "Only cases that the asking admin may see; a case without impersonation gives nobody access.",
    words: "support cases",
  },
  getClientPrivilegesSetting: {
    summary: "Whether new service apps become super admins.",
    note: "Holds for service apps made from now on. Roles of those that exist are in listRolesForClient.",
    words: "service app super admin default",
  },
  getAutoAssignAdminAppSetting: {
    summary: "Whether new admins get the Admin Console app.",
    note: "Holds for new admins; who has the Admin Console is in listApplicationUsers of the app named saasure.",
    words: "admin console auto assign",
  },
  listPrincipalRateLimitEntities: {
    summary: "Shares of the rate limits by token or app.",
    note: "A filter on principalType is needed. Percentages are of the org's limit for each bucket; tokens without an entry have the default, 50 percent.",
    cheaper: "The headers of any answer show the share in use right now.",
    words: "rate limits share token",
  },
  getRateLimitSettingsWarningThreshold: {
    summary: "When Okta warns about rate limits.",
    note: "The percentage at which Okta writes system.org.rate_limit.warning; past ones are in the System Log.",
    words: "rate limit warning close",
  },
  getRateLimitSettingsPerClient: {
    summary: "Rate limits per client.",
    note: "Only for sign-in pages and authorize requests; the API's own limits by token are in listPrincipalRateLimitEntities.",
    words: "rate limits client",
  },
  listCustomDomains: {
    summary: "Custom domains of the org.",
    note: "The whole list comes at once, without pages. Okta renews a certificate marked OKTA_MANAGED; a MANUAL one runs out.",
    words: "custom domains certificate url",
  },
  getCustomDomain: {
    summary: "One custom domain with its certificate.",
    note: "publicCertificate.expiration is when its certificate ends; absent before one is set up.",
    cheaper: "listCustomDomains has it for all domains.",
    words: "custom domain certificate expiry",
  },
  listEmailDomains: {
    summary: "Email domains of the org.",
    note: "Domains that mail is sent from, not those of users' addresses. One that is not VERIFIED sends nothing.",
    words: "email domains sender",
  },
  listBrands: {
    summary: "Brands of the org.",
    note: "An org always has at least one; templates, pages and domains hang on it.",
    words: "brands branding",
  },
  listEmailTemplates: {
    summary: "Email templates of one brand.",
    note: "Names of templates, whether customised or not; the texts are in listEmailCustomizations.",
    words: "email templates activation settings recipients",
  },
  getEmailSettings: {
    summary: "Who receives one email of a brand.",
    words: "who receives the activation email UserActivation recipients",
  },
  listEmailCustomizations: {
    summary: "Custom texts of one email template.",
    note: "One a language; an empty list means that Okta's own text is sent.",
    words: "email customization",
  },
  listFeatures: {
    summary: "Self-service features of the org.",
    note: "Only what an admin can switch (self-service, early access and beta); features that come with a contract are not in it.",
    words: "features early access beta",
  },
  getUserLockoutSettings: {
    summary: "Lockout settings of the org.",
    note: "One switch: whether guesses from unknown devices leave known devices unlocked. How many attempts lock is in the password policy.",
    words: "lockout attempts",
  },
  getBotProtectionConfiguration: {
    summary: "Bot protection settings.",
    note: "What is configured, not what was stopped; blocked attempts are in the System Log.",
    words: "bot protection",
  },
  listCaptchaInstances: {
    summary: "CAPTCHA settings.",
    note: "At most one exists. Having it does not mean that a page uses it.",
    words: "captcha",
  },
  listPushProviders: {
    summary: "Push providers.",
    note: "Providers for push in apps of the org's own; Okta Verify needs none.",
    words: "push provider",
  },
  listSecurityEventsProviderInstances: {
    summary: "Providers of security events.",
    note: "Senders of shared signals to Okta; an INACTIVE one is ignored. What they sent is in the System Log.",
    words: "security events provider shared signals",
  },
  listIdentitySourceSessions: {
    summary: "Import sessions of one identity source.",
    note: "Import sessions of one identity source; COMPLETED says that the data was taken, not that every user was matched.",
    words: "identity source import",
  },
};
