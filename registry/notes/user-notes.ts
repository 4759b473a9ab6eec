import type { OperationNotes } from "./operation-note.ts";

/** Notes on people, their factors, devices and grants. */
export const userNotes: OperationNotes = {
  listUsers: {
    summary: "Users of the org with profile, status and lastLogin; by search where only some are wanted.",
    note: "lastLogin and passwordChanged come back but cannot be searched: compare them in the snippet.",
    words:
      "people accounts employees staff status active locked out suspended staged pending expired password last login signed in stale unused department email manager title city type count total how many deactivated created updated changed duplicate export domain profile attribute",
  },
  getUser: {
    summary: "One user by id, login or short login.",
    note: "A short login finds a user only where it is unique. Use it for the one user a question names.",
    cheaper: "For many ids, listUsers with a search over groups of ids reads up to 200 users a request.",
    words: "details of a user profile person look up find named password expire last login admin",
  },
  listUserGroups: {
    summary: "Groups that one user is a member of.",
    note: "Includes Everyone and groups that came from an app or a directory; look at type.",
    cheaper: "For many users, walk listGroupUsers of the groups that matter: 1,000 members a request.",
    words: "member of which groups memberships person belongs",
  },
  listFactors: {
    summary: "Factors enrolled by one user, with type, provider and status.",
    note: "PENDING_ACTIVATION is no enrolled factor.",
    cheaper: "No bulk read exists. Cut the list of users first (status, app, group), then read factors of those left.",
    words:
      "MFA multifactor second factor enrolled enrolment push SMS call phone webauthn fido passkey okta verify fastpass token question email coverage phishing resistant",
  },
  listAuthenticatorEnrollments: {
    summary: "Authenticator enrollments of one user, on Identity Engine.",
    note: "The Identity Engine view of what listFactors shows; also one request a user.",
    words: "MFA authenticator enrolled enrollment phishing resistant passkey",
  },
  getFactor: {
    summary: "One factor of one user.",
    note: "Use it where the factor's id is known.",
    cheaper: "listFactors gives all of a user's factors in the same one request.",
    words: "MFA factor detail enrolled date",
  },
  listYubikeyOtpTokens: {
    summary: "YubiKey OTP tokens of the org with who holds them.",
    note: "OTP seeds alone: a YubiKey used as a passkey is a webauthn factor of its user.",
    words: "yubikey hardware token owners MFA",
  },
  listUserDevices: {
    summary: "Devices of one user.",
    cheaper: "listDevices with expand userSummary gives devices with their users in one walk.",
    words: "devices of a user laptop phone",
  },
  listDevices: {
    summary: "Registered devices, with their users by expand.",
    note: "Identity Engine only. expand=user or userSummary embeds users, with managementStatus for each. One device may serve many users.",
    words: "devices platform macOS Windows iOS Android managed unmanaged okta verify embedded users",
  },
  listDeviceUsers: {
    summary: "Users of one device.",
    cheaper: "listDevices with expand userSummary embeds the users of every device.",
  },
  getDevice: {
    summary: "One device.",
    note: "Use it for one known device. It does not say who uses it.",
    cheaper: "listDevices with expand userSummary gives every device with its users.",
    words: "device details platform version",
  },
  listUserBlocks: {
    summary: "Blocks that stop one user from signing in, as from unknown devices.",
    note: "A user can be blocked here while status still says ACTIVE.",
    words: "locked out unknown device looks locked active sign-in blocked",
  },
  listAppLinks: {
    summary: "Tiles on one user's dashboard.",
    note: "Hidden apps have no tile, so this is not the list of assignments.",
    cheaper: "listApplications with filter user.id eq gives what is assigned.",
    words: "dashboard tiles apps of a user",
  },
  listUserGrants: {
    summary: "OAuth scopes that one user has consented to.",
    note: "A grant is a consent to a scope; source says whether the user or an admin gave it. Apps that need no consent leave none.",
    cheaper: "For admin-granted Okta scopes of an app, listScopeConsentGrants.",
    words: "consent oauth scope grants user",
  },
  listUserClients: {
    summary: "OAuth clients that hold tokens or grants of one user.",
    note: "Clients with tokens or grants of this user; a sign-in alone leaves nothing here.",
    cheaper: "For one app, listOAuth2TokensForApplication covers all its users.",
    words: "oauth clients of a user",
  },
  listRefreshTokensForUserAndClient: {
    summary: "Refresh tokens that one client holds for one user.",
    note: "A client must hold a refresh token of this user, so read listUserClients first.",
    cheaper: "listOAuth2TokensForApplication walks the refresh tokens of one app for all users.",
    words: "refresh tokens oauth",
  },
  listUserIdentityProviders: {
    summary: "External identity providers linked to one user.",
    note: "Links to social and enterprise providers; a link may be left from long ago and does not prove a recent sign-in.",
    cheaper: "For one provider, listIdentityProviderApplicationUsers gives all its users.",
    words: "social login federation idp links",
  },
  listLinkedObjectsForUser: {
    summary: "Users tied to one user by a linked object, as manager or subordinate.",
    note: "Only where the org has defined the link; most orgs keep the manager in profile.manager or profile.managerId.",
    words: "manager reports subordinate relationship",
  },
  listLinkedObjectDefinitions: {
    summary: "Linked objects that the org has defined.",
    note: "Read it before any linked object: where it is empty no user has one.",
    cheaper: "Managers are mostly in profile.manager or profile.managerId, which need no request of their own.",
    words: "manager relationship definitions",
  },
  getUserSchema: {
    summary: "Profile attributes of users, base and custom.",
    note: "schemaId is `default`, or the id that a user type's schema link ends with.",
    words: "attributes schema profile custom fields enum user type",
  },
  listUserTypes: {
    summary: "User types of the org.",
    note: "A user type chooses a schema. It is not profile.userType, which is free text.",
    words: "user types different kinds of users contractor employee schema",
  },
  getUserRisk: {
    summary: "Risk level of one user.",
    note: "A level now, and NONE where nothing is known; one request a user. It needs the scope okta.userRisk.read.",
    cheaper: "Changes of risk are in the System Log (user.risk.change), one walk for all users.",
    words: "risk score level high",
  },
  getUserClassification: {
    summary: "Classification of one user.",
    note: "An early feature: where it is not switched on the answer is an error and not a class.",
    cheaper: "listUsers with expand classification gives it for all, where the org has it.",
    words: "classification lite standard",
  },
  listAppServiceAccounts: {
    summary: "Service accounts of apps in Okta Privileged Access.",
    note: "Privileged Access alone knows service accounts; for other orgs ask how they mark them.",
    words: "service accounts privileged access",
  },
  listOktaManagedUserAccounts: {
    summary: "Service accounts of Okta itself in Privileged Access.",
    note: "Needs Privileged Access. Okta users that it manages as shared accounts; other service users are not in it.",
    words: "service accounts privileged",
  },
  listRealms: {
    summary: "Realms of the org.",
    note: "A search asks by profile.name. Users say their realm in realmId.",
    cheaper: "To count users by realm, group one walk of listUsers by realmId.",
    words: "realm partition",
  },
  listRealmAssignments: {
    summary: "Rules that put users in realms.",
    note: "Read by priority. A rule places users as they come; those already in a realm need not follow a later change.",
    words: "realm assignment rules",
  },
};
