/**
 * Properties that every response has, by shape: the specification hardly ever says so for responses. A blank-separated list
 * of paths; `?` after a name means that the value may be null, `-` before
 * it that it is not always there although the specification says so. For a union the list counts for each of its members.
 * Everything else may be absent or null. From Okta's reference texts and examples, held against recorded traffic by a test.
 */
export const presence: Readonly<Record<string, string>> = {
  User: "id status created lastUpdated activated? statusChanged? lastLogin? passwordChanged? profile",
  UserProfile: "login email",
  UserType: "id name displayName created lastUpdated",
  Group: "id type created lastUpdated lastMembershipUpdated objectClass profile",
  GroupRule: "id name status type",
  Application: "id name label status created lastUpdated",
  AppUser: "id scope status created lastUpdated profile",
  ApplicationGroupAssignment: "id lastUpdated",
  UserFactor: "id factorType provider status",
  StandardRole: "id label type status created lastUpdated assignmentType",
  CustomRole: "id label type status created lastUpdated assignmentType",
  RoleAssignedUser: "id",
  IamRole: "id label created lastUpdated",
  ResourceSet: "id label created lastUpdated",
  LogEvent:
    "uuid published eventType severity version displayMessage? actor? client? outcome? target? transaction? debugContext?",
  LogActor: "id type alternateId? displayName?",
  LogTarget: "id type alternateId? displayName?",
  LogOutcome: "result",
  Policy: "id name type status system created lastUpdated",
  PolicyRule: "id name type status system created? lastUpdated?",
  Device: "id status created lastUpdated profile",
  DeviceList: "id status created lastUpdated profile",
  DeviceProfile: "displayName platform registered",
  ApiToken: "id name userId created lastUpdated",
  AuthenticatorBase: "id key name type status created lastUpdated",
  IdentityProvider: "id name type status created lastUpdated",
  NetworkZone: "id name type status usage system created lastUpdated",
  AuthorizationServer: "id name audiences issuer status created lastUpdated",
  TrustedOrigin: "id name origin scopes status created lastUpdated",
  LogStream: "id name type status created lastUpdated",
  EventHook: "id name status created lastUpdated",
  OAuth2ScopeConsentGrant: "id scopeId status created lastUpdated",
  Feature: "id name status",
  Realm: "id created lastUpdated",
  // Stated as required where they are sent; responses leave them out.
  BaseEmailServer: "-authType",
  ProvisioningConnectionResponse: "-profile",
};
