import { phishingResistantTypes } from "../../registry/meanings.ts";

/** Words for statuses of users. Only words with one meaning in Okta: "inactive" and "disabled" have several. */
export const statusWords: Readonly<Record<string, readonly string[]>> = {
  active: ["ACTIVE"],
  suspended: ["SUSPENDED"],
  deactivated: ["DEPROVISIONED"],
  deprovisioned: ["DEPROVISIONED"],
  staged: ["STAGED"],
  provisioned: ["PROVISIONED"],
  locked: ["LOCKED_OUT"],
  "locked out": ["LOCKED_OUT"],
  lockedout: ["LOCKED_OUT"],
  "password expired": ["PASSWORD_EXPIRED"],
  "password-expired": ["PASSWORD_EXPIRED"],
  "in recovery": ["RECOVERY"],
  "locked-out": ["LOCKED_OUT"],
  locked_out: ["LOCKED_OUT"],
  password_expired: ["PASSWORD_EXPIRED"],
  recovery: ["RECOVERY"],
};

/** Words for profile attributes. */
export const attributeWords: Readonly<Record<string, string>> = {
  department: "department",
  departments: "department",
  title: "title",
  titles: "title",
  "job title": "title",
  "job titles": "title",
  division: "division",
  organization: "organization",
  city: "city",
  "country code": "countryCode",
  "zip code": "zipCode",
  "cost center": "costCenter",
  "employee number": "employeeNumber",
  "user type attribute": "userType",
  usertype: "userType",
  manager: "manager",
  managers: "manager",
  "manager id": "managerId",
  email: "email",
  emails: "email",
  "email address": "email",
  "email addresses": "email",
  "secondary email": "secondEmail",
  login: "login",
  logins: "login",
  username: "login",
  usernames: "login",
  "first name": "firstName",
  "last name": "lastName",
  "first names": "firstName",
  "last names": "lastName",
  surname: "lastName",
  surnames: "lastName",
  "family name": "lastName",
  "given name": "firstName",
  "e-mail": "email",
  "e-mail address": "email",
  "mail address": "email",
  "user name": "login",
  dept: "department",
  "mobile number": "mobilePhone",
  "display name": "displayName",
  locale: "locale",
  timezone: "timezone",
  "mobile phone": "mobilePhone",
  "preferred language": "preferredLanguage",
};

/** Words for dates and other plain fields of a user, as columns. */
export const fieldWords: Readonly<Record<string, string>> = {
  status: "status",
  statuses: "status",
  "last login": "lastLogin",
  "last logins": "lastLogin",
  "last login date": "lastLogin",
  "last login dates": "lastLogin",
  "last sign-in": "lastLogin",
  "last sign-ins": "lastLogin",
  "last signin": "lastLogin",
  "last sign in": "lastLogin",
  "last log in": "lastLogin",
  "last login time": "lastLogin",
  "last sign-in date": "lastLogin",
  "last sign in date": "lastLogin",
  "account status": "status",
  "date created": "created",
  "created dates": "created",
  "creation dates": "created",
  "last updated": "lastUpdated",
  "last update": "lastUpdated",
  "last password change": "passwordChanged",
  "password change date": "passwordChanged",
  "activation date": "activated",
  "creation date": "created",
  "created date": "created",
};

/** Words for factors, and the factor types of Okta that they mean. */
export const factorWords: Readonly<Record<string, readonly string[]>> = {
  push: ["push"],
  "okta verify push": ["push"],
  "okta verify": ["push", "token:software:totp", "signed_nonce"],
  fastpass: ["signed_nonce"],
  "okta fastpass": ["signed_nonce"],
  sms: ["sms"],
  "text message": ["sms"],
  call: ["call"],
  voice: ["call"],
  "phone call": ["call"],
  "voice call": ["call"],
  email: ["email"],
  webauthn: ["webauthn"],
  fido2: ["webauthn"],
  passkey: ["webauthn"],
  passkeys: ["webauthn"],
  "web authn": ["webauthn"],
  "fido 2": ["webauthn"],
  "push notification": ["push"],
  "push notifications": ["push"],
  "okta push": ["push"],
  text: ["sms"],
  texts: ["sms"],
  "text messages": ["sms"],
  "phone calls": ["call"],
  "voice calls": ["call"],
  u2f: ["u2f"],
  "phishing-resistant": phishingResistantTypes,
  "phishing resistant": phishingResistantTypes,
};

/** Words for standard admin roles. */
export const roleWords: Readonly<Record<string, string>> = {
  super: "SUPER_ADMIN",
  custom: "CUSTOM",
  org: "ORG_ADMIN",
  organization: "ORG_ADMIN",
  app: "APP_ADMIN",
  application: "APP_ADMIN",
  group: "USER_ADMIN",
  "group membership": "GROUP_MEMBERSHIP_ADMIN",
  "help desk": "HELP_DESK_ADMIN",
  helpdesk: "HELP_DESK_ADMIN",
  "read-only": "READ_ONLY_ADMIN",
  "read only": "READ_ONLY_ADMIN",
  report: "REPORT_ADMIN",
  "api access management": "API_ACCESS_MANAGEMENT_ADMIN",
};

/** Words for sign-on modes of apps. */
export const signOnWords: Readonly<Record<string, readonly string[]>> = {
  saml: ["SAML_2_0", "SAML_1_1"],
  "saml 2.0": ["SAML_2_0"],
  oidc: ["OPENID_CONNECT"],
  "openid connect": ["OPENID_CONNECT"],
  "ws-federation": ["WS_FEDERATION"],
  bookmark: ["BOOKMARK"],
  saml2: ["SAML_2_0"],
  "saml 1.1": ["SAML_1_1"],
  "open id connect": ["OPENID_CONNECT"],
  "ws-fed": ["WS_FEDERATION"],
  "ws fed": ["WS_FEDERATION"],
  "ws federation": ["WS_FEDERATION"],
  "basic auth": ["BASIC_AUTH"],
  swa: ["AUTO_LOGIN", "BROWSER_PLUGIN", "SECURE_PASSWORD_STORE"],
};

/** Words that Okta has no meaning for: the operator says what they mean here. */
export const peopleWithoutMeaning: readonly string[] = [
  "contractor",
  "employee",
  "consultant",
  "vendor",
  "intern",
  "freelancer",
  "partner",
  "associate",
  "service account",
  "service user",
  "remote worker",
  "remote user",
  "external user",
  "temp worker",
  "third party",
  "guest user",
  "privileged user",
  "power user",
  "former employee",
  "bot account",
  "test account",
  "shared account",
];

/** Verbs that ask for a change. */
export const writeWords: ReadonlySet<string> = new Set(
  "create delete remove suspend unsuspend activate deactivate reactivate make block invite promote demote wipe terminate rotate renew resend approve fix assign unassign add update change set reset unlock enroll unenroll revoke grant send exempt clean onboard offboard disable enable expire run provision deprovision rename move".split(
    " ",
  ),
);

/** Of these stop words, those that may stand in a name with a capital, beside another word with one. */
export const softWords: ReadonlySet<string> = new Set(
  "app apps users user admins admin manager managers members member owners owner access team log title titles device devices policy token tokens direct password active license licenses certificate names login logins".split(
    " ",
  ),
);

/** Words that end a name which is not in quotes. */
export const stopWords: ReadonlySet<string> = new Set(
  "a an and any all app apps application applications group groups user users who whom whose which that what where when why how with without have has had having not no nor or but in on of for from to by via through is are was were be been do does did can the their they them this these those since before after during within last past than more less only still except also both either neither if per each every access assigned member members role roles factor factors mfa admin admins department manager signed logged sign log active inactive , as at it its me my our us i we you please today yesterday tomorrow now currently recently lately last week month year between least most fewer exactly top first newest oldest latest other another same different some many much few several such both none nobody anyone someone everyone everybody just still already yet also too even again ever never always duo yubikey yubikeys rsa symantec otp totp hotp authenticator authenticators token tokens password passwords enrolled enrollment policy policies rule rules device devices owner owners license licenses certificate certificates direct directly department departments name names title titles email emails login logins status created deactivated suspended locked sso saml oidc everything anything something nothing empty blank null missing unset set undefined true false yes none unknown different equal changed verified valid invalid enabled disabled available staged provisioned expired pending suspended deprovisioned activated registered configured".split(
    " ",
  ),
);
