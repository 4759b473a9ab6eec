/** One list of the org that can be asked for as it is. */
export interface ListingText {
  /** What it is called in a reading. */
  readonly title: string;
  /** Patterns of the words for it. */
  readonly said: readonly string[];
  /** Text of the read, without the leading `okta.`. */
  readonly read: string;
  /** Columns: name and text over `item`. */
  readonly columns: readonly (readonly [string, string])[];
  /** True where the items have a status of ACTIVE or INACTIVE. */
  readonly hasStatus: boolean;
  /** Dates that a question can compare; they become columns then. */
  readonly dates?: readonly string[];
  /** Of the System Log: which events. Without a beginning Okta gives seven days of it, so a question has to say since when. */
  readonly events?: EventsText;
}

/** Which events of the System Log are meant. */
export interface EventsText {
  /** What Okta selects; the types are told apart here, since both together are longer than a line may be. */
  readonly filter: string;
  readonly types: readonly string[];
}

const plain = [
  ["id", "item.id"],
  ["name", "item.name"],
] as const;
const withStatus = [...plain, ["status", "item.status"]] as const;

const policies = (title: string, type: string, said: readonly string[]): ListingText => ({
  title,
  said,
  read: `listPolicies({ type: '${type}' })`,
  columns: [...withStatus, ["priority", "item.priority ?? null"]],
  hasStatus: true,
});

const failedSignIns: EventsText = {
  filter: 'outcome.result eq "FAILURE" or outcome.result eq "DENY"',
  types: ["user.session.start", "user.authentication.auth_via_mfa"],
};

const events = (title: string, wanted: EventsText, said: readonly string[]): ListingText => ({
  title,
  said,
  read: "listLogEvents({})",
  columns: [
    ["id", "item.uuid ?? null"],
    ["published", "item.published ?? null"],
    ["eventType", "item.eventType ?? null"],
    ["login", "item.actor?.alternateId ?? null"],
    ["result", "item.outcome?.result ?? null"],
    ["reason", "item.outcome?.reason ?? null"],
    ["ip", "item.client?.ipAddress ?? null"],
    ["country", "item.client?.geographicalContext?.country ?? null"],
  ],
  hasStatus: false,
  dates: ["published"],
  events: wanted,
});

/** Lists by key. Add one where a list has words of its own and needs no join. */
export const listings: Readonly<Record<string, ListingText>> = {
  groups: {
    title: "Groups",
    said: ["okta? user? groups|group"],
    read: "listGroups({ expand: 'stats' })",
    columns: [
      ["id", "item.id"],
      ["name", "item.profile.name"],
      ["type", "item.type"],
      ["members", "item._embedded.stats.usersCount"],
      ["apps", "item._embedded.stats.appsCount"],
    ],
    dates: ["created", "lastUpdated", "lastMembershipUpdated"],
    hasStatus: false,
  },
  apps: {
    title: "Apps",
    said: ["apps|app"],
    read: "listApplications({})",
    columns: [
      ["id", "item.id"],
      ["label", "item.label"],
      ["status", "item.status"],
      ["signOnMode", "item.signOnMode ?? null"],
    ],
    dates: ["created", "lastUpdated"],
    hasStatus: true,
  },
  devices: {
    title: "Devices",
    said: ["registered? devices|device"],
    read: "listDevices({})",
    columns: [
      ["id", "item.id"],
      ["name", "item.profile?.displayName ?? null"],
      ["platform", "item.profile?.platform ?? null"],
      ["osVersion", "item.profile?.osVersion ?? null"],
      ["status", "item.status"],
    ],
    dates: ["created", "lastUpdated"],
    hasStatus: true,
  },
  realms: {
    title: "Realms",
    said: ["realms"],
    read: "listRealms({})",
    columns: [
      ["id", "item.id"],
      ["name", "item.profile?.name ?? null"],
    ],
    hasStatus: false,
  },
  behaviors: {
    title: "Behavior detection rules",
    said: ["behavior detection? rules"],
    read: "listBehaviorDetectionRules({})",
    columns: [...withStatus, ["type", "item.type"]],
    hasStatus: true,
  },
  inlineHooks: {
    title: "Inline hooks",
    said: ["inline hooks|hook"],
    read: "listInlineHooks({})",
    columns: [...withStatus, ["type", "item.type"]],
    hasStatus: true,
  },
  failedSignIns: events("Failed sign-ins", failedSignIns, [
    "failed|unsuccessful login|logins|sign-in|sign-ins|signin|signins attempts|attempt?",
    "failed sign|log in|ins attempts?",
    "failed|unsuccessful authentication attempts|attempt",
    "login|sign-in|authentication failures",
  ]),
  rules: {
    title: "Group rules",
    said: ["group membership|assignment? rules|rule"],
    read: "listGroupRules({})",
    columns: withStatus,
    dates: ["created", "lastUpdated"],
    hasStatus: true,
  },
  zones: {
    title: "Network zones",
    said: ["network? zones"],
    read: "listNetworkZones({})",
    columns: [...withStatus, ["type", "item.type"], ["system", "item.system"]],
    hasStatus: true,
  },
  systemZones: {
    title: "System network zones",
    said: ["system network? zones"],
    read: "listNetworkZones({ filter: 'system eq true' })",
    columns: [...withStatus, ["type", "item.type"], ["system", "item.system"]],
    hasStatus: true,
  },
  origins: {
    title: "Trusted origins",
    said: ["trusted origins"],
    read: "listTrustedOrigins({})",
    columns: [...withStatus, ["origin", "item.origin"]],
    dates: ["created", "lastUpdated"],
    hasStatus: true,
  },
  authorizationServers: {
    title: "Custom authorization servers",
    said: ["custom? authorization servers"],
    read: "listAuthorizationServers({})",
    columns: withStatus,
    hasStatus: true,
  },
  authenticators: {
    title: "Authenticators",
    said: ["authenticators"],
    read: "listAuthenticators({})",
    columns: [
      ["id", "item.id"],
      ["name", "item.name"],
      ["key", "item.key"],
      ["status", "item.status"],
    ],
    hasStatus: true,
  },
  brands: { title: "Brands", said: ["brands"], read: "listBrands({})", columns: plain, hasStatus: false },
  domains: {
    title: "Custom domains",
    said: ["custom domains"],
    read: "listCustomDomains({})",
    columns: [
      ["id", "item.id"],
      ["domain", "item.domain ?? null"],
    ],
    hasStatus: false,
  },
  providers: {
    title: "Identity providers",
    said: ["external? identity providers", "external? idps"],
    read: "listIdentityProviders({})",
    columns: [...withStatus, ["type", "item.type"]],
    hasStatus: true,
  },
  userTypes: {
    title: "User types",
    said: ["user types|type", "different|distinct? types|kinds of users|user"],
    read: "listUserTypes({})",
    columns: [
      ["id", "item.id"],
      ["name", "item.name ?? null"],
      ["displayName", "item.displayName ?? null"],
    ],
    hasStatus: false,
  },
  tokens: {
    title: "API tokens",
    said: ["api tokens|token|keys"],
    read: "listApiTokens({})",
    columns: [
      ...plain,
      ["userId", "item.userId ?? null"],
      ["created", "item.created"],
      ["expiresAt", "item.expiresAt ?? null"],
    ],
    hasStatus: false,
  },
  roles: {
    title: "Custom admin roles",
    said: ["custom admin|administrator? roles"],
    read: "listRoles({})",
    columns: [
      ["id", "item.id"],
      ["label", "item.label"],
      ["description", "item.description"],
    ],
    hasStatus: false,
  },
  eventHooks: {
    title: "Event hooks",
    said: ["event hooks|hook"],
    read: "listEventHooks({})",
    columns: withStatus,
    hasStatus: true,
  },
  logStreams: {
    title: "Log streams",
    said: ["log streams"],
    read: "listLogStreams({})",
    columns: [...withStatus, ["type", "item.type"]],
    hasStatus: true,
  },
  enrollPolicies: policies("MFA enrollment policies", "MFA_ENROLL", [
    "mfa|authenticator enrollment|enrolment policies",
  ]),
  passwordPolicies: policies("Password policies", "PASSWORD", ["password policies"]),
  discoveryPolicies: policies("Identity provider discovery policies", "IDP_DISCOVERY", [
    "idp discovery|routing policies",
    "identity provider discovery|routing policies",
  ]),
  sessionPolicies: policies("Global session policies", "OKTA_SIGN_ON", ["global session policies"]),
  accessPolicies: policies("App sign-in policies", "ACCESS_POLICY", [
    "app sign-in|sign-on|authentication policies",
    "authentication policies",
  ]),
};
