/**
 * Fields that hold a secret, by shape. They are taken out of a response before journal and isolate see it, and no stub
 * offers them. Sources: the specification's schemas of credentials, and Okta's reference texts.
 */
export const secretFields: Readonly<Record<string, readonly string[]>> = {
  OAuth2ClientSecret: ["client_secret", "secret_hash"],
  SocialAuthToken: ["token"],
  OAuthCredentialsClient: ["client_secret"],
  AuthenticatorKeyDuo: ["provider.configuration.secretKey"],
  Office365ProvisioningSettings: ["adminPassword"],
  Office365ApplicationSettingsApplication: ["adminPassword"],
  Org2OrgApplicationSettingsApplication: ["token"],
  ApplicationCredentialsOAuthClient: ["client_secret"],
  UserFactorTokenProfile: ["sharedSecret"],
  UserFactorTokenHOTPProfile: ["sharedSecret"],
  UserFactorPushProfile: ["deviceToken"],
  APIServiceIntegrationInstanceSecret: ["client_secret", "secret_hash"],
  LogStreamSettingsSplunk: ["token"],
  BASIC_SMTP_AUTH: ["password"],
  ChildOrg: ["token"],
  TestInfo: ["testAccount.password"],
  TempPassword: ["tempPassword"],
  ResetPasswordToken: ["resetPasswordUrl"],
  ForgotPasswordResponse: ["resetPasswordUrl"],
  UserActivationToken: ["activationToken", "activationUrl"],
};

/**
 * Property names that are secret wherever they stand and however the body is shaped. App settings are free-form, and every
 * app integration brings its own; a name on this list is never a question's answer.
 */
export const secretNames: ReadonlySet<string> = new Set([
  "adminPassword",
  "apiKey",
  "apiSecret",
  "apiToken",
  "client_secret",
  "clientSecret",
  "hmacSecret",
  "passphrase",
  "privateKey",
  "recoveryAnswer",
  "secretKey",
  "secret_hash",
  "sharedSecret",
]);

/** Lower-case ends of keys that hold a secret in free-form settings. */
export const secretEndings: readonly string[] = [
  "secret",
  "password",
  "passphrase",
  "token",
  "apikey",
  "api_key",
  "privatekey",
  "private_key",
];

/** How a key ends that holds a secret in free-form settings (`workdayPassword`); `passwordField` names a form field and stays. */
export const secretEnding: RegExp = new RegExp(`(?:${secretEndings.join("|")})$`, "i");
