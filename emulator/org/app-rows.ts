import type { AdminRole } from "./admin-role.ts";
import { dayMs } from "./clock-text.ts";
import { objectId } from "./object-id.ts";
import type { JsonWebKey } from "./json-web-key.ts";
import { createRandom } from "./random.ts";

/** How people sign in to an app. */
type SignOnMode =
  | "AUTO_LOGIN"
  | "BASIC_AUTH"
  | "BOOKMARK"
  | "BROWSER_PLUGIN"
  | "OPENID_CONNECT"
  | "SAML_1_1"
  | "SAML_2_0"
  | "SECURE_PASSWORD_STORE"
  | "WS_FEDERATION";

/** An app before it is rendered: its facts, and how people come to it. */
export interface AppRow {
  readonly index: number;
  readonly id: string;
  /** Okta's name of the app's kind, `githubcloud`. */
  readonly name: string;
  readonly label: string;
  readonly signOnMode: SignOnMode;
  readonly status: "ACTIVE" | "INACTIVE";
  readonly features: readonly string[];
  /** Names of the groups assigned, in order of priority. */
  readonly groups: readonly string[];
  /** Chance that a person is assigned directly. */
  readonly direct: number;
  /** Everybody has access and nobody is assigned. */
  readonly implicitAssignment: boolean;
  /** What the app is to OAuth, where it is a client of the org's own API. */
  readonly client?: OAuthClientFacts;
  /** Admin role of a service app. */
  readonly role?: AdminRole;
  readonly created: number;
  readonly lastUpdated: number;
}

/** How an app asks the org for tokens: as a service by a signed assertion, or as a native app on behalf of a user. */
export interface OAuthClientFacts {
  readonly kind: "service" | "native";
  /** Okta's scopes that an admin granted to it. */
  readonly scopes: readonly string[];
  /** Tokens are given only with a proof of possession, and are bound to it. */
  readonly dpop: boolean;
  /** Public keys that its assertions are checked with. */
  readonly keys: readonly (JsonWebKey & { readonly kid: string })[];
}

/** An OAuth client that an org is started with, beside its usual apps. */
export interface AddedApp {
  readonly label: string;
  readonly client: OAuthClientFacts;
  readonly role: AdminRole | undefined;
}

type Plan = readonly [
  name: string,
  label: string,
  signOnMode: SignOnMode,
  groups: readonly string[],
  direct: number,
  more?: Partial<Pick<AppRow, "status" | "features" | "implicitAssignment" | "client" | "role">>,
];

const importing = ["IMPORT_NEW_USERS", "IMPORT_USER_SCHEMA", "IMPORT_PROFILE_UPDATES", "PROFILE_MASTERING"];
const pushing = ["PUSH_NEW_USERS", "PUSH_USER_DEACTIVATION", "PUSH_PROFILE_UPDATES", "GROUP_PUSH"];

/** The service app of other people: nobody here has a key to it. */
const terraform: OAuthClientFacts = {
  kind: "service",
  scopes: ["okta.users.read", "okta.groups.manage", "okta.apps.manage"],
  dpop: false,
  keys: [],
};

const plans: readonly Plan[] = [
  ["saasure", "Okta Admin Console", "OPENID_CONNECT", [], 0],
  ["okta_enduser", "Okta Dashboard", "OPENID_CONNECT", [], 0],
  ["okta_browser_plugin", "Okta Browser Plugin", "OPENID_CONNECT", [], 0],
  ["okta_flow_sso", "Okta Workflows", "OPENID_CONNECT", ["App Owners"], 0],
  ["active_directory", "acme.example", "AUTO_LOGIN", ["Domain Users"], 0, { features: importing }],
  ["workday", "Workday", "SAML_2_0", ["Workday All Workers"], 0.3, { features: importing }],
  ["githubcloud", "GitHub", "SAML_2_0", ["GitHub Admins", "GitHub Users"], 0.06, { features: pushing }],
  ["github_enterprise", "GitHub Enterprise", "SAML_2_0", ["GitHub Admins"], 0.01],
  ["githubcloud", "GitHub (old)", "SAML_2_0", ["GitHub Users"], 0.05, { status: "INACTIVE" }],
  ["salesforce", "Salesforce Production", "SAML_2_0", ["Sales Tools"], 0.04, { features: pushing }],
  ["salesforce", "Salesforce Sandbox", "SAML_2_0", ["Sales Tools"], 0.01],
  ["salesforce", "Salesforce Marketing Cloud", "SAML_2_0", ["Department: Marketing"], 0],
  ["slack", "Slack", "SAML_2_0", ["Everyone"], 0, { features: pushing }],
  ["google", "Google Workspace", "SAML_2_0", ["Everyone"], 0.05, { features: pushing }],
  ["oidc_client", "Company Intranet", "OPENID_CONNECT", [], 0, { implicitAssignment: true }],
  ["office365", "Microsoft Office 365", "WS_FEDERATION", ["Domain Users"], 0.1],
  ["zoomus", "Zoom", "SAML_2_0", ["Everyone"], 0],
  ["atlassian", "Jira Cloud", "SAML_2_0", ["Department: Engineering", "Department: Product"], 0.05],
  ["atlassian", "Confluence", "SAML_2_0", ["Department: Engineering", "Department: Product"], 0.08],
  ["amazon_aws", "AWS Production", "SAML_2_0", ["Security Admins"], 0.02],
  ["amazon_aws", "AWS Sandbox", "SAML_2_0", ["Department: Engineering"], 0],
  ["datadog", "Datadog", "SAML_2_0", ["Department: Engineering"], 0.01],
  ["pagerduty", "PagerDuty", "SAML_2_0", [], 0.09],
  ["snowflake", "Snowflake", "SAML_2_0", [], 0.07],
  ["tableau", "Tableau", "SAML_1_1", ["Department: Finance"], 0.03],
  ["netsuite", "NetSuite", "SAML_2_0", ["Department: Finance"], 0],
  ["zendesk", "Zendesk", "SAML_2_0", ["Department: Support"], 0.01],
  ["docusign", "DocuSign", "SAML_2_0", ["Department: Legal"], 0.04],
  ["box", "Box", "SAML_2_0", ["VPN Users"], 0.02],
  ["dropbox", "Dropbox (legacy)", "BROWSER_PLUGIN", [], 0.05, { status: "INACTIVE" }],
  ["template_swa", "Travel Portal", "BROWSER_PLUGIN", ["Everyone"], 0],
  ["template_sps", "Parking Permits", "SECURE_PASSWORD_STORE", [], 0.2],
  ["template_basic_auth", "Printer Admin", "BASIC_AUTH", [], 0.01],
  ["bookmark", "Cafeteria Menu", "BOOKMARK", ["Everyone"], 0],
  ["template_wsfed", "SharePoint 2013", "WS_FEDERATION", ["Department: Operations"], 0],
  ["oidc_client", "Expense Tool", "OPENID_CONNECT", ["Department: Finance"], 0.02],
  ["oidc_client", "Incident Bot", "OPENID_CONNECT", [], 0],
  ["oidc_client", "Terraform service", "OPENID_CONNECT", [], 0, { client: terraform }],
  ["template_saml_2_0", "Vendor Portal <beta>", "SAML_2_0", ["Contractors"], 0],
  ["template_saml_2_0", "Badge System", "SAML_2_0", ["Project 001", "Project 002"], 0.01],
  ["scim2testapp", "HR Sandbox", "AUTO_LOGIN", [], 0.005, { features: pushing }],
  ["linkedin", "LinkedIn Learning", "AUTO_LOGIN", [], 0.11],
  ["figma", "Figma", "SAML_2_0", ["Department: Design"], 0.03],
  ["notion", "Notion", "SAML_2_0", ["Department: Product"], 0.06],
  ["1password", "1Password", "OPENID_CONNECT", ["Everyone"], 0],
  ["okta_org2org", "Partner org", "SAML_2_0", [], 0.01],
];

/** All apps of the org, in the order in which the API lists them. */
export function createAppRows(seed: number, now: number, added: readonly AddedApp[]): readonly AppRow[] {
  const clients = added.map(({ label, client, role }): Plan => [
    "oidc_client",
    label,
    "OPENID_CONNECT",
    [],
    0,
    role === undefined ? { client } : { client, role },
  ]);
  return [...plans, ...clients].map(([name, label, signOnMode, groups, direct, more], index) => {
    const random = createRandom(seed, "app", index);
    const created = now - (90 + random.next() * 1600) * dayMs;
    return {
      index,
      id: objectId(seed, "0oa", index),
      name,
      label,
      signOnMode,
      groups,
      direct,
      status: "ACTIVE" as const,
      features: [],
      implicitAssignment: false,
      created,
      lastUpdated: created + random.next() * 80 * dayMs,
      ...more,
    };
  });
}
