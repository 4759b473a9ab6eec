import { dayMs } from "./clock-text.ts";
import { departments, departmentWeights } from "./departments.ts";
import type { NamePools } from "./name-pools.ts";
import { objectId } from "./object-id.ts";
import { oddities, type Oddity } from "./oddities.ts";
import type { Person, PersonStatus } from "./person.ts";
import { createRandom, type Choices, type Random } from "./random.ts";

const statuses: Choices<readonly [PersonStatus, number]> = [
  ["ACTIVE", 86],
  ["STAGED", 2],
  ["PROVISIONED", 2],
  ["RECOVERY", 0.7],
  ["PASSWORD_EXPIRED", 1.1],
  ["LOCKED_OUT", 1],
  ["SUSPENDED", 1.5],
  ["DEPROVISIONED", 6],
];

const departmentChoices: Choices<readonly [number, number]> = [
  [0, departmentWeights[0] ?? 1],
  ...departmentWeights.slice(1).map((weight, at): readonly [number, number] => [at + 1, weight]),
];

const userTypes: Choices<readonly [string | null, number]> = [
  ["Employee", 74],
  ["Contractor", 12],
  ["Intern", 4],
  ["Vendor", 3],
  [null, 7],
];

const providers: Choices<readonly [Person["provider"], number]> = [
  ["OKTA", 62],
  ["ACTIVE_DIRECTORY", 27],
  ["IMPORT", 8],
  ["FEDERATION", 3],
];

type Moments = Pick<
  Person,
  "created" | "activated" | "statusChanged" | "lastLogin" | "lastUpdated" | "passwordChanged"
>;

function lastLoginOf(random: Random, status: PersonStatus, created: number, now: number): number | null {
  const roll = random.next();
  const depth = random.next();
  if (status === "STAGED" || status === "PROVISIONED" || roll < 0.07) return null;
  const idle = status === "DEPROVISIONED" || status === "SUSPENDED" ? 0.8 : 0.25;
  const daysAgo = roll < 0.07 + idle ? 30.2 + depth * depth * 370 : depth * 29.6;
  const at = now - daysAgo * dayMs;
  return at > created ? at : created + (now - created) * depth;
}

function momentsOf(random: Random, status: PersonStatus, now: number): Moments {
  const young = random.chance(0.05);
  const created = now - (young ? 1 + random.next() * 28 : 35 + random.next() * 2000) * dayMs;
  const lastLogin = lastLoginOf(random, status, created, now);
  const activated = status === "STAGED" ? null : Math.min(now, created + random.next() * 2 * dayMs);
  const changeFloor = Math.max(activated ?? created, lastLogin ?? 0);
  const statusChanged =
    status === "ACTIVE" || activated === null ? activated : changeFloor + (now - changeFloor) * random.next();
  const passwordChanged = status === "STAGED" ? null : created + (now - created) * random.next();
  const lastUpdated = Math.max(created, statusChanged ?? 0, created + (now - created) * random.next());
  return { created, activated, statusChanged, lastLogin, lastUpdated, passwordChanged };
}

function oddityOf(index: number): Oddity {
  const place = index % 1009;
  const odd = place >= 23 && (place - 23) % 13 === 0 ? oddities[(place - 23) / 13] : undefined;
  return odd ?? {};
}

function asciiOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
  return plain === "" ? "user" : plain.slice(0, 24);
}

function managerOf(random: Random, index: number): number {
  if (index < 8 || random.chance(0.03)) return -1;
  const leaders = Math.max(4, Math.floor(index / 9));
  return random.below(Math.min(leaders, index));
}

function typeIndexOf(userType: string | null, kept: boolean): number {
  if (userType === "Vendor") return 2;
  return userType === "Contractor" && kept ? 1 : 0;
}

/** One person of an org; the same seed, index and start time give the same person. */
export function createPerson(seed: number, index: number, pools: NamePools, now: number): Person {
  const random = createRandom(seed, "person", index);
  const status = index < 3 ? "ACTIVE" : random.weighted(statuses);
  const moments = momentsOf(random, status, now);
  const departmentIndex = index === 0 ? 8 : random.weighted(departmentChoices);
  const userType = index === 0 ? "Employee" : random.weighted(userTypes);
  const firstName = random.pick(pools.firstNames);
  const lastName = random.pick(pools.lastNames);
  const login = `${asciiOf(firstName)}.${asciiOf(lastName)}${index === 0 ? "" : index}@acme.example`;
  const otherAddress = random.chance(0.04);
  return {
    index,
    id: objectId(seed, "00u", index),
    firstName,
    lastName,
    login,
    email: otherAddress ? `${asciiOf(lastName)}${index}@contractors.example` : login,
    status,
    typeIndex: typeIndexOf(userType, random.chance(0.6)),
    userType,
    departmentIndex,
    department: random.chance(0.03) ? null : (departments[departmentIndex] ?? null),
    title: random.pick(pools.titles),
    managerIndex: managerOf(random, index),
    provider: random.weighted(providers),
    ...moments,
    ...(index === 0 ? { lastLogin: now - 3_600_000 } : {}),
    ...oddityOf(index),
  };
}
