import type { AppRow } from "./app-rows.ts";
import { dateText } from "./clock-text.ts";
import type { JsonObject } from "./json.ts";
import { letters, objectId } from "./object-id.ts";

interface Place {
  readonly seed: number;
  readonly origin: string;
}

/** Key id of an app's signing certificate. Apps made from one template share it. */
export function signingKeyId(seed: number, app: AppRow): string {
  return letters(seed, "kid", app.index < 3 ? 0 : app.index, 43);
}

/** Id of the sign-in policy of an app. */
export function accessPolicyId(seed: number, app: AppRow): string {
  return objectId(seed, "rst", app.index % 3);
}

const grantTypes = {
  service: ["client_credentials"],
  native: ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"],
  web: ["authorization_code", "refresh_token"],
} as const;

const authMethods = { service: "private_key_jwt", native: "none", web: "client_secret_basic" } as const;

function oauthClientOf({ client }: AppRow, redirect: string): JsonObject {
  const kind = client?.kind ?? "web";
  return {
    client_uri: null,
    logo_uri: null,
    redirect_uris: [redirect],
    response_types: ["code"],
    grant_types: grantTypes[kind],
    application_type: kind,
    ...(client === undefined ? {} : { dpop_bound_access_tokens: client.dpop }),
    consent_method: "TRUSTED",
    issuer_mode: "DYNAMIC",
  };
}

function signOnSettings(place: Place, app: AppRow): JsonObject {
  const audience = `https://${app.name}.example/tenant/${app.index}`;
  switch (app.signOnMode) {
    case "SAML_2_0":
      return {
        signOn: {
          defaultRelayState: null,
          ssoAcsUrlOverride: null,
          audienceOverride: null,
          recipientOverride: null,
          destinationOverride: null,
          attributeStatements: [],
        },
      };
    case "SAML_1_1":
      return {
        signOn: { defaultRelayState: null, ssoAcsUrlOverride: null, audienceOverride: null, recipientOverride: null },
      };
    case "OPENID_CONNECT":
      return { oauthClient: oauthClientOf(app, `${audience}/callback`) };
    case "AUTO_LOGIN":
      return { signOn: { loginUrl: audience, redirectUrl: null } };
    case "BASIC_AUTH":
    case "BOOKMARK":
    case "BROWSER_PLUGIN":
    case "SECURE_PASSWORD_STORE":
    case "WS_FEDERATION":
      return {};
  }
}

function settingsOf(place: Place, app: AppRow): JsonObject {
  return {
    app: app.name === "githubcloud" ? { githubOrg: app.label === "GitHub" ? "acme" : "acme-old" } : {},
    notifications: { vpn: { network: { connection: "DISABLED" }, message: null, helpUrl: null } },
    manualProvisioning: false,
    implicitAssignment: app.implicitAssignment,
    emOptInStatus: "NONE",
    notes: { admin: null, enduser: null },
    ...signOnSettings(place, app),
  };
}

function credentialsOf(place: Place, app: AppRow): JsonObject {
  const userNameTemplate = { template: "${source.login}", type: "BUILT_IN" };
  const signing = { kid: signingKeyId(place.seed, app) };
  if (app.signOnMode === "OPENID_CONNECT") {
    const oauthClient = {
      autoKeyRotation: true,
      client_id: app.id,
      token_endpoint_auth_method: authMethods[app.client?.kind ?? "web"],
      pkce_required: true,
    };
    return { userNameTemplate, signing, oauthClient };
  }
  const scheme = { scheme: "EDIT_USERNAME_AND_PASSWORD", revealPassword: false };
  const stored = app.signOnMode === "BROWSER_PLUGIN" || app.signOnMode === "SECURE_PASSWORD_STORE";
  return { ...(stored ? scheme : {}), userNameTemplate, signing };
}

function linksOf(place: Place, app: AppRow): JsonObject {
  const self = `${place.origin}/api/v1/apps/${app.id}`;
  const turn = app.status === "ACTIVE" ? "deactivate" : "activate";
  return {
    uploadLogo: { href: `${self}/logo`, hints: { allow: ["POST"] } },
    appLinks: [{ name: "login", href: `${place.origin}/home/${app.name}/${app.id}/2`, type: "text/html" }],
    profileEnrollment: { href: `${place.origin}/api/v1/policies/${objectId(place.seed, "rst", 90)}` },
    policies: { href: `${self}/policies`, hints: { allow: ["PUT"] } },
    groups: { href: `${self}/groups` },
    logo: [{ name: "medium", href: `${place.origin}/assets/img/logos/${app.name}.png`, type: "image/png" }],
    accessPolicy: { href: `${place.origin}/api/v1/policies/${accessPolicyId(place.seed, app)}` },
    users: { href: `${self}/users` },
    [turn]: { href: `${self}/lifecycle/${turn}` },
  };
}

/** An app as the API gives it. */
export function appObject(place: Place, app: AppRow): JsonObject {
  const system = app.name.startsWith("okta_") || app.name === "saasure";
  return {
    id: app.id,
    orn: `orn:okta:idp:${objectId(place.seed, "00o", 0)}:apps:${app.name}:${app.id}`,
    name: app.name,
    label: app.label,
    status: app.status,
    lastUpdated: dateText(app.lastUpdated),
    created: dateText(app.created),
    accessibility: { selfService: false, errorRedirectUrl: null, loginRedirectUrl: null },
    visibility: {
      autoLaunch: false,
      autoSubmitToolbar: false,
      hide: { iOS: system, web: system },
      appLinks: { [system ? "admin" : "login"]: true },
    },
    features: app.features,
    signOnMode: app.signOnMode,
    credentials: credentialsOf(place, app),
    universalLogout: { status: "UNSUPPORTED" },
    settings: settingsOf(place, app),
    _links: linksOf(place, app),
  };
}
