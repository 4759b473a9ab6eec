import type { Caveat } from "../terms/caveat.ts";

interface CaveatText {
  readonly id: string;
  readonly operationIds: readonly string[];
  readonly text: string;
}

const texts: readonly CaveatText[] = [
  {
    id: "deactivated-left-out",
    operationIds: ["listUsers"],
    text: "Asked without search or filter, Okta leaves deactivated users out of the list; asked with either, they are in it.",
  },
  {
    id: "last-login-is-okta-alone",
    operationIds: ["listUsers", "getUser", "listGroupUsers", "listApplicationUsers"],
    text: "lastLogin is the last sign-in to Okta itself, not to an app. Empty means never. Accounts that only use the API or a directory agent may never sign in.",
  },
  {
    id: "status-changed-keeps-last",
    operationIds: ["listUsers", "getUser", "listGroupUsers"],
    text: "statusChanged keeps the time of the last change alone; what happened before is only in the System Log, for 90 days.",
  },
  {
    id: "password-changed-is-okta-alone",
    operationIds: ["listUsers", "getUser", "listGroupUsers"],
    text: "passwordChanged speaks of passwords kept in Okta. For users who sign in by Active Directory, LDAP or another provider it says nothing.",
  },
  {
    id: "manager-is-free-text",
    operationIds: ["listUsers", "getUser", "listGroupUsers"],
    text: "profile.manager and profile.managerId hold whatever the source wrote there: a name, a login, a number. A value that matches no user does not prove that there is no manager.",
  },
  {
    id: "locked-out-misses-devices",
    operationIds: ["listUsers", "getUser"],
    text: "LOCKED_OUT leaves out users who are blocked for unknown devices only, and lockouts of a directory may not show.",
  },
  {
    id: "expired-password-shows-late",
    operationIds: ["listUsers"],
    text: "PASSWORD_EXPIRED may appear only at the next sign-in, and not for passwords that a directory keeps.",
  },
  {
    id: "labels-are-the-orgs-own",
    operationIds: ["listUsers", "getUser", "listGroupUsers"],
    text: "Okta knows no contractors, service accounts or remote workers: profile.userType and the like are labels that the org fills, or does not.",
  },
  {
    id: "password-place-is-not-profile-source",
    operationIds: ["listUsers", "getUser", "listGroupUsers"],
    text: "credentials.provider says where the password is kept. The profile comes from the assigned app whose features hold PROFILE_MASTERING.",
  },
  {
    id: "factors-depend-on-policy",
    operationIds: ["listFactors"],
    text: "Okta shows only factors that the user's enrollment policy allows, judged from the network this credential calls from. A user without factors here may have one that the policy hides.",
  },
  {
    id: "okta-verify-is-several-rows",
    operationIds: ["listFactors"],
    text: "One Okta Verify can be up to three factors (push, code, FastPass). A number of factors is not a number of devices.",
  },
  {
    id: "scope-prefers-user",
    operationIds: ["listApplicationUsers", "getApplicationUser"],
    text: "Scope has one value and prefers USER: a user assigned directly may have the app by a group as well, and still shows USER.",
  },
  {
    id: "groups-already-counted",
    operationIds: ["listApplicationUsers"],
    text: "Users who have the app by a group are in this list already. A group assigned moments ago may not be worked in yet.",
  },
  {
    id: "implicit-assignment-is-everyone",
    operationIds: ["listApplications", "getApplication", "listApplicationUsers"],
    text: "An app with implicit assignment (Federation Broker Mode) is open to every user without being assigned to anyone.",
  },
  {
    id: "apps-hold-internal-ones",
    operationIds: ["listApplications"],
    text: "Directory integrations and Okta's own apps (Admin Console, dashboard, browser plugin) are in the list, so numbers differ from the console's. Inactive apps keep their assignments.",
  },
  {
    id: "roles-hold-inherited",
    operationIds: ["listAssignedRolesForUser"],
    text: "Roles inherited from groups are in the list, marked with assignmentType GROUP.",
  },
  {
    id: "role-grants-have-no-time",
    operationIds: ["listAssignedRolesForUser", "listGroupAssignedRoles", "listUsersWithRoleAssignments"],
    text: "When an admin role was given stands only in the System Log, for 90 days.",
  },
  {
    id: "assignees-may-miss-groups",
    operationIds: ["listUsersWithRoleAssignments"],
    text: "Okta does not say whether this list holds users whose only admin role comes from a group; members of groups with roles are to be added.",
  },
  {
    id: "admin-privilege-misses-custom",
    operationIds: ["listGroups"],
    text: "Until January 2026 the admin mark of a group (hasAdminPrivilege) was wrong for groups with custom roles only.",
  },
  {
    id: "members-hold-deactivated",
    operationIds: ["listGroupUsers"],
    text: "Deactivated users can still be members: compare their status. Okta keeps no time at which someone joined a group.",
  },
  {
    id: "administrators-group-closed",
    operationIds: ["listGroupUsers"],
    text: "Okta's built-in administrators group does not list its members, and Everyone is hidden from group admins.",
  },
  {
    id: "everyone-hidden-from-group-admins",
    operationIds: ["listGroups"],
    text: "The group Everyone is not in the list for a credential that is only a group admin.",
  },
  {
    id: "empty-is-not-unused",
    operationIds: ["listGroups"],
    text: "A group without members can still be fed by a rule, pushed to an app, or named in a policy.",
  },
  {
    id: "rule-off-keeps-members",
    operationIds: ["listGroupRules", "getGroupRule"],
    text: "An inactive or invalid rule adds nobody, but those it had added stay.",
  },
  {
    id: "log-keeps-90-days",
    operationIds: ["listLogEvents"],
    text: "The System Log reaches back 90 days. What is older cannot be read from Okta, and events can arrive late.",
  },
  {
    id: "log-needs-both-ends",
    operationIds: ["listLogEvents"],
    text: "Without since Okta gives 7 days; without until the list never ends.",
  },
  {
    id: "failed-is-failure-or-deny",
    operationIds: ["listLogEvents"],
    text: "A failed sign-in has the outcome FAILURE or DENY; a prompt for a factor is CHALLENGE. Some threat events name the address as actor, not the user.",
  },
  {
    id: "log-names-are-of-then",
    operationIds: ["listLogEvents"],
    text: "Names and logins in an event are those of that time: join on ids.",
  },
  {
    id: "privilege-grant-is-snapshot",
    operationIds: ["listLogEvents"],
    text: "user.account.privilege.grant lists all roles that the user then had, not only the new one.",
  },
  {
    id: "token-create-by-mobile",
    operationIds: ["listLogEvents"],
    text: "system.api_token.create is also written when end users sign in with Okta Mobile.",
  },
  {
    id: "sso-event-is-an-attempt",
    operationIds: ["listLogEvents"],
    text: "A single sign-on event marks a start through Okta; long app sessions and token refreshes leave none.",
  },
  {
    id: "tiles-are-not-assignments",
    operationIds: ["listAppLinks"],
    text: "Apps without a tile are not in the list, so it is not what a user is assigned.",
  },
  {
    id: "token-has-no-last-use",
    operationIds: ["listApiTokens", "getApiToken"],
    text: "Okta gives no time of last use; expiresAt minus the token's window comes close to it.",
  },
  {
    id: "only-signing-key-counts",
    operationIds: ["listApplicationKeys"],
    text: "An app keeps old certificates. Only the one whose kid is the app's credentials.signing.kid is in use.",
  },
  {
    id: "access-policy-may-be-absent",
    operationIds: ["getApplication", "listPolicyMappings"],
    text: "On Classic Engine and for some apps there is no app sign-in policy to be found.",
  },
  {
    id: "policies-one-type-a-request",
    operationIds: ["listPolicies"],
    text: "Policies come by type; the types that were not asked for are not in the answer.",
  },
  {
    id: "custom-roles-alone",
    operationIds: ["listRoles"],
    text: "Only custom admin roles are listed; standard roles such as super admin are not.",
  },
  {
    id: "devices-identity-engine",
    operationIds: ["listDevices", "listUserDevices"],
    text: "Devices exist on Identity Engine alone. A registered device does not prove that its user can sign in with it, and whether it meets a policy is judged only at sign-in.",
  },
  {
    id: "yubikey-otp-alone",
    operationIds: ["listYubikeyOtpTokens"],
    text: "Only YubiKeys used for one-time codes are listed; as a passkey they are a webauthn factor.",
  },
  {
    id: "link-needs-definition",
    operationIds: ["listLinkedObjectsForUser"],
    text: "Linked objects are filled only where the org uses them; none does not mean that there is no manager.",
  },
];

/** Every known way in which the operation's answer can mislead; empty where none is known. Ids are stable. */
export function caveatsOf(operationId: string): readonly Caveat[] {
  return texts
    .filter((one) => one.operationIds.includes(operationId))
    .map(({ id, text }) => ({ id, operationId, text }));
}
