import { dateOrNull, dateText, dayMs } from "./clock-text.ts";
import type { JsonObject } from "./json.ts";
import { objectId } from "./object-id.ts";
import type { Person } from "./person.ts";
import { createRandom, type Choices, type Random } from "./random.ts";
import { userTypeId } from "./user-types.ts";
import type { OrgBase } from "./org-base.ts";

const locales: Choices<readonly [string, string, string]> = [
  ["en_US", "US", "America/Los_Angeles"],
  ["en_US", "US", "America/New_York"],
  ["en_GB", "GB", "Europe/London"],
  ["de_DE", "DE", "Europe/Berlin"],
  ["fr_FR", "FR", "Europe/Paris"],
  ["pt_BR", "BR", "America/Sao_Paulo"],
  ["ja_JP", "JP", "Asia/Tokyo"],
  ["pl_PL", "PL", "Europe/Warsaw"],
];
const skills: Choices<string> = ["python", "terraform", "négociation", "go", "sales", "support", "audit", "sql"];
const riskTiers: Choices<string> = ["low", "medium", "high"];

/** The custom attributes of the org's user schema, with Okta's attribute types. */
export const customAttributes: readonly { readonly name: string; readonly title: string; readonly type: string }[] = [
  { name: "hireDate", title: "Hire date", type: "string" },
  { name: "contractEnd", title: "Contract end", type: "string" },
  { name: "badgeNumber", title: "Badge number", type: "integer" },
  { name: "remote", title: "Works remotely", type: "boolean" },
  { name: "skills", title: "Skills", type: "array" },
  { name: "githubUsername", title: "GitHub user name", type: "string" },
  { name: "riskTier", title: "Risk tier", type: "string" },
  { name: "officeLocation", title: "Office location", type: "string" },
  { name: "supervisoryOrganization", title: "Supervisory organization", type: "string" },
  { name: "salaryBand", title: "Salary band", type: "number" },
];

/** What the free-text manager attribute holds: a name as it stands, reversed, a login, or a name that nobody has any more. */
function managerText(random: Random, manager: Person | undefined): string | undefined {
  if (manager === undefined) return undefined;
  const roll = random.next();
  if (roll < 0.7) return `${manager.firstName} ${manager.lastName}`;
  if (roll < 0.85) return `${manager.lastName}, ${manager.firstName}`;
  return roll < 0.95 ? manager.login : "Somebody Who Left";
}

function managerId(random: Random, manager: Person | undefined): string | undefined {
  if (manager === undefined || random.chance(0.12)) return undefined;
  return random.chance(0.6) ? String(100_000 + manager.index) : manager.id;
}

function customOf(random: Random, person: Person, now: number): JsonObject {
  const contractor = person.userType === "Contractor";
  return {
    hireDate: dateText(person.created).slice(0, 10),
    contractEnd: contractor ? dateText(now + (random.next() * 400 - 100) * dayMs).slice(0, 10) : undefined,
    badgeNumber: 1_000_000 + person.index,
    remote: random.chance(0.35),
    skills: Array.from({ length: random.below(4) }, () => random.pick(skills)),
    githubUsername: random.chance(0.5) ? (person.login.split("@")[0] ?? "").replaceAll(".", "-") : undefined,
    riskTier: random.pick(riskTiers),
    officeLocation: random.chance(0.8) ? `Building ${1 + random.below(9)}, floor ${1 + random.below(6)}` : undefined,
    supervisoryOrganization: `Acme International Holdings > ${person.departmentIndex < 3 ? "Products" : "Business"} > Unit ${1 + random.below(40)} (worker W-${100_000 + person.index})`,
    salaryBand: 1 + random.below(9) + 0.5,
  };
}

function addressOf(org: OrgBase, random: Random, country: string): JsonObject {
  const street = `${1 + random.below(999)} ${random.pick(org.pools.streets)}`;
  const city = random.pick(org.pools.cities);
  const zipCode = String(10_000 + random.below(89_999));
  return {
    streetAddress: street,
    city,
    state: country === "US" ? "CA" : "n/a",
    zipCode,
    countryCode: country,
    postalAddress: `${street}, ${zipCode} ${city}, ${country}`,
  };
}

function namesOf(random: Random, person: Person): JsonObject {
  return {
    login: person.login,
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    middleName: random.chance(0.2) ? "M." : undefined,
    displayName: random.chance(0.9) ? `${person.firstName} ${person.lastName}` : undefined,
    nickName: random.chance(0.2) ? person.firstName.slice(0, 4) : undefined,
    honorificPrefix: random.chance(0.1) ? "Dr." : undefined,
    honorificSuffix: random.chance(0.02) ? "III" : undefined,
    profileUrl: `https://people.acme.example/${person.login.split("@")[0] ?? ""}`,
  };
}

function workOf(org: OrgBase, random: Random, person: Person): JsonObject {
  const manager = org.people[person.managerIndex];
  const unset = random.chance(0.5) ? null : undefined;
  return {
    title: person.title,
    employeeNumber: String(100_000 + person.index),
    division: person.departmentIndex < 3 ? "Products" : "Business",
    organization: "Acme International Holdings",
    costCenter: `CC-${1000 + person.departmentIndex * 10}`,
    department: person.department ?? unset,
    userType: person.userType ?? undefined,
    manager: managerText(random, manager),
    managerId: managerId(random, manager),
  };
}

function profileOf(org: OrgBase, person: Person): JsonObject {
  if (person.onlyWritten === true) return { mobilePhone: null, secondEmail: null, ...person.written };
  return { ...seededProfile(org, person), ...person.written };
}

/** The private address of some; of a few the address of another account, which is theirs too. */
function secondEmailOf(org: OrgBase, random: Random, person: Person): JsonObject {
  const own = random.chance(0.3) ? `${person.index}.private@mail.example` : null;
  return { secondEmail: person.index % 173 === 60 ? (org.people[person.index - 1]?.email.toUpperCase() ?? own) : own };
}

function seededProfile(org: OrgBase, person: Person): JsonObject {
  const random = createRandom(org.seed, "profile", person.index);
  const [locale, country, timezone] = random.pick(locales);
  const phone = `+1 555 ${String(1_000_000 + person.index).slice(-7)}`;
  return {
    ...namesOf(random, person),
    ...workOf(org, random, person),
    ...addressOf(org, random, country),
    locale,
    preferredLanguage: locale.slice(0, 2),
    timezone,
    primaryPhone: phone,
    mobilePhone: random.chance(0.5) ? phone : null,
    ...secondEmailOf(org, random, person),
    ...customOf(random, person, org.now),
  };
}

function credentialsOf(person: Person): JsonObject {
  const names = {
    OKTA: "OKTA",
    ACTIVE_DIRECTORY: "acme.example",
    FEDERATION: "FEDERATION",
    IMPORT: "IMPORT",
  } as const;
  return {
    ...(person.provider === "OKTA" ? { password: {} } : {}),
    ...(person.index % 3 === 0 && person.isMade !== true
      ? { recovery_question: { question: "Who's a major player in the cowboy scene?" } }
      : {}),
    provider: { type: person.provider, name: names[person.provider] },
    emails: [{ value: person.email, status: "VERIFIED", type: "PRIMARY" }],
  };
}

/** A user as `listUsers` gives it. */
export function userObject(org: OrgBase, person: Person): JsonObject {
  return {
    id: person.id,
    status: person.status,
    created: dateText(person.created),
    activated: dateOrNull(person.activated),
    statusChanged: dateOrNull(person.statusChanged),
    lastLogin: dateOrNull(person.lastLogin),
    lastUpdated: dateText(person.lastUpdated),
    passwordChanged: dateOrNull(person.passwordChanged),
    realmId: objectId(org.seed, "guo", 0),
    type: { id: userTypeId(org.seed, person.typeIndex) },
    profile: profileOf(org, person),
    credentials: credentialsOf(person),
    _links: { self: { href: `${org.origin}/api/v1/users/${person.id}` } },
  };
}
