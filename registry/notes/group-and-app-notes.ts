import type { OperationNotes } from "./operation-note.ts";

/** Notes on groups, rules, apps and their assignments. */
export const groupAndAppNotes: OperationNotes = {
  listGroups: {
    summary: "Groups of the org; expand=stats adds the number of users and apps.",
    note: "expand=stats answers size, apps and admin privilege for all groups in one walk. A q gives at most 300 and no further page; search contains on profile.name and profile.description only.",
    words:
      "groups names containing empty member counts size near-empty duplicates security type built-in membership updated admin privilege export how many members sales marketing named everyone",
  },
  getGroup: {
    summary: "One group by id.",
    note: "expand=stats adds its counts.",
    words: "group details size member count",
  },
  listGroupUsers: {
    summary: "Members of one group, as whole users.",
    note: "Takes no filter, so compare status and lastLogin in the snippet; deactivated members can still be among them.",
    cheaper: "For sizes alone, listGroups with expand stats.",
    words: "members of a group in group not in group both groups people department membership who is in belong",
  },
  listAssignedApplicationsForGroup: {
    summary: "Apps assigned to one group.",
    cheaper: "For the number alone, listGroups with expand stats (appsCount).",
    words: "apps of a group which applications are assigned to team everyone",
  },
  listGroupOwners: {
    summary: "Owners of one group.",
    note: "One request a group, and only groups of type OKTA_GROUP have owners.",
    words: "owners owned by nobody no owner of groups",
  },
  listGroupRules: {
    summary: "Group rules with conditions and target groups.",
    note: "Cannot be asked by target: read all and compare actions.assignUserToGroups.groupIds. An INACTIVE or INVALID rule feeds nothing, and switching one off leaves members in place.",
    words: "group rules automatic membership dynamic manual added by rule expression active targets maintained",
  },
  getGroupRule: {
    summary: "One group rule.",
    note: "Use it where the id is known. Its targets are ids in actions.assignUserToGroups.groupIds; those it excludes are in conditions.people.",
    cheaper: "listGroupRules with expand groupIdToGroupNameMap gives all rules with the names of their groups.",
    words: "rule details loses access deactivation",
  },
  listApplications: {
    summary: "Apps of the org with label, sign-on mode, status and the link to their sign-in policy.",
    note: "Label and sign-on mode cannot be filtered: read all and compare. With filter user.id eq it gives the apps of one user. Directory integrations and Okta's own apps are in the list.",
    words:
      "apps applications SSO SAML OIDC sign-on mode configured salesforce github access use share policy notes attribute statements inactive integration assigned redirect",
  },
  getApplication: {
    summary: "One app by id.",
    note: "Use it where the id is known. The last segment of _links.accessPolicy.href is its sign-in policy; Classic orgs and some apps have none.",
    cheaper: "listApplications already gives all of this for every app, 200 a request.",
    words: "app details sign-in policy settings",
  },
  listApplicationUsers: {
    summary: "Users assigned to one app, directly or by group; expand=user embeds each user.",
    note: "Members of assigned groups are already in it. scope USER does not rule out a group beside it. Without expand=user, status is the assignment's.",
    words:
      "who has access to an app assigned users entitlement license profile of app user scope direct via group every application nobody unused have app",
  },
  getApplicationUser: {
    summary: "One user's assignment to one app; absent where not assigned.",
    note: "The cheap check for one user and one app.",
    words: "does a user have access to an app why cannot access assigned again",
  },
  listApplicationGroupAssignments: {
    summary: "Groups assigned to one app.",
    note: "The lowest priority number wins where several groups give an app.",
    words: "which groups give access to an app path via group assignments no assignments granted",
  },
  getApplicationGroupAssignment: {
    summary: "One group's assignment to one app; absent where not assigned.",
    note: "A point check: undefined means that the group is not assigned. It says nothing of users assigned directly.",
    cheaper: "For every group of the app, listApplicationGroupAssignments in one walk.",
    words: "does a group have access to an application",
  },
  listApplicationKeys: {
    summary: "Signing certificates of one app, with expiry.",
    note: "Only the key whose kid is the app's credentials.signing.kid signs.",
    cheaper: "Apps that share a kid share the certificate: read each distinct kid once.",
    words: "certificate expiry expired SAML signing keys expiration dates",
  },
  listJwk: {
    summary: "Public keys of one OAuth client.",
    note: "Keys by which a client proves itself. A client that uses a secret has none.",
    words: "jwks keys oauth client secrets",
  },
  listFeaturesForApplication: {
    summary: "Provisioning features of one app.",
    note: "An app without provisioning answers with an error.",
    words: "provisioning import features",
  },
  getDefaultProvisioningConnectionForApplication: {
    summary: "Provisioning connection of one app.",
    note: "Whether provisioning is connected; whether it is switched on by feature is in listFeaturesForApplication.",
    cheaper: "An app whose features are empty does not provision: read listApplications first and ask only the others.",
    words: "provisioning enabled",
  },
  getApplicationUserSchema: {
    summary: "Attributes of one app's user profile.",
    note: "Names and types of the attributes of an app's user profile, base and custom. Two apps of one integration can differ.",
    words: "app profile attributes schema licenses",
  },
  getGroupSchema: {
    summary: "Profile attributes of groups.",
    note: "Attributes of Okta groups. Groups of Active Directory bring further ones that are not in the schema.",
    words: "group attributes schema custom",
  },
  listGroupPushMappings: {
    summary: "Groups pushed to one app, with the state of each push.",
    note: "Needs the scopes of apps and of groups. Ask only apps whose features hold GROUP_PUSH; errorSummary says why a push is in ERROR.",
    cheaper: "listGroups with expand stats gives groupPushMappingsCount, so that unpushed groups need no request.",
    words: "group push mapping error sync",
  },
  getGroupPushMapping: {
    summary: "One pushed group of one app.",
    note: "lastPush is the last time it went through; errorSummary says why it did not.",
    cheaper: "listGroupPushMappings gives all of the app, 1,000 a request.",
    words: "group push mapping",
  },
  listScopeConsentGrants: {
    summary: "Okta API scopes granted to one app.",
    note: "Scopes ending in .manage can change the org.",
    words: "oauth scopes granted api clients high-risk manage consent",
  },
  listOAuth2TokensForApplication: {
    summary: "Refresh tokens of one app.",
    note: "Refresh tokens alone: access tokens are nowhere listed. The app must be an OAuth client.",
    words: "tokens oauth refresh",
  },
  listProfileMappings: {
    summary: "Profile mappings between sources and targets, without their properties.",
    note: "Ask getProfileMapping for the properties of each.",
    words: "attribute mapping mapped to apps from source",
  },
  getProfileMapping: {
    summary: "One profile mapping with its properties.",
    note: "properties are keyed by the target's attribute; pushStatus says whether changes go on after the first time.",
    cheaper: "listProfileMappings with sourceId or targetId first, so that only the mapping in question is read.",
    words: "attribute mapping expression mapped",
  },
  listApiServiceIntegrationInstances: {
    summary: "API service integrations.",
    note: "Integrations from Okta's catalogue alone; an org's own service apps are in listApplications.",
    words: "service integration api clients oauth",
  },
};
