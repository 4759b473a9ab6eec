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
  division: "division",
  organization: "organization",
  city: "city",
  state: "state",
  "country code": "countryCode",
  country: "countryCode",
  "zip code": "zipCode",
  "cost center": "costCenter",
  "employee number": "employeeNumber",
  "user type": "userType",
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
  u2f: ["u2f"],
  "phishing-resistant": phishingResistantTypes,
  "phishing resistant": phishingResistantTypes,
};

/** Words for standard admin roles. */
export const roleWords: Readonly<Record<string, string>> = {
  super: "SUPER_ADMIN",
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
];

/** Verbs that ask for a change. */
export const writeWords: ReadonlySet<string> = new Set(
  "create delete remove suspend unsuspend activate deactivate reactivate assign unassign add update change set reset unlock enroll unenroll revoke grant send exempt clean onboard offboard disable enable expire run provision deprovision rename move".split(
    " ",
  ),
);

/** Words that end a name which is not in quotes. */
export const stopWords: ReadonlySet<string> = new Set(
  "a an and any all app apps application applications group groups user users who whom whose which that what where when why how with without have has had having not no nor or but in on of for from to by via through is are was were be been do does did can the their they them this these those since before after during within last past than more less only still except also both either neither if per each every access assigned member members role roles factor factors mfa admin admins department manager signed logged sign log active , as at it its me my our us".split(
    " ",
  ),
);
