/**
 * Values that real orgs answer beside the specification's, by shape, or by shape and path for a value that has no name of its
 * own (`"AppUser scope"`). From recorded traffic.
 */
export const widenedEnums: Readonly<Record<string, readonly string[]>> = {
  NotificationType: ["OKTA_ISSUE"],
  // Examples of Okta's reference.
  LogDiskEncryptionType: ["ALL_INTERNAL_VOLUMES"],
  DeviceStatus: ["CREATED"],
  AuthorizationServerCredentialsRotationMode: ["DYNAMIC"],
  IdentityProviderType: ["OKTA"],
  HttpMethod: ["PATCH"],
  "KnowledgeConstraint types": ["password", "security_question", "email", "phone", "app", "security_key", "federated"],
  OtpTotpAlgorithm: ["HMACSHA1", "HMACSHA256", "HMACSHA512"],
  OtpTotpEncoding: ["Base32", "Base64", "Hexadecimal"],
};
