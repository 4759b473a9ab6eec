import { dayMs } from "./clock-text.ts";
import { departments } from "./departments.ts";
import { objectId } from "./object-id.ts";
import { createRandom } from "./random.ts";

/** A group before it is rendered: what the API calls it, and how people come into it. */
export interface GroupRow {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: "BUILT_IN" | "OKTA_GROUP" | "APP_GROUP";
  /** Which people are in it; the chance is asked only of those. */
  readonly admits: Admits;
  /** Name of the app that the group was imported from. */
  readonly source?: string;
  /** Deleted. Its place stays, since all else goes by index. */
  readonly isGone?: true;
  readonly created: number;
  readonly lastUpdated: number;
  readonly lastMembershipUpdated: number;
}

/** The rule by which the org fills a group. */
export type Admits =
  | { readonly kind: "everyone" }
  | { readonly kind: "nobody" }
  | { readonly kind: "department"; readonly departmentIndex: number; readonly chance: number }
  | { readonly kind: "userType"; readonly userType: string; readonly chance: number; readonly others: number }
  | { readonly kind: "provider"; readonly provider: string }
  | { readonly kind: "chance"; readonly chance: number }
  | { readonly kind: "range"; readonly from: number; readonly step: number; readonly count: number };

type Plan = Pick<GroupRow, "name" | "description" | "type" | "admits"> & { readonly source?: string };

const named: readonly Plan[] = [
  { name: "Everyone", description: "All users in your organization", type: "BUILT_IN", admits: { kind: "everyone" } },
  {
    name: "Okta Administrators",
    description: "Okta manages this group, which contains all administrators in your organization.",
    type: "BUILT_IN",
    admits: { kind: "nobody" },
  },
  {
    name: "Contractors",
    description: "People with a contract that ends, kept by hand",
    type: "OKTA_GROUP",
    admits: { kind: "userType", userType: "Contractor", chance: 0.8, others: 0.02 },
  },
  {
    name: "GitHub Users",
    description: "Access to the source code",
    type: "OKTA_GROUP",
    admits: { kind: "department", departmentIndex: 0, chance: 0.85 },
  },
  {
    name: "GitHub Admins",
    description: null,
    type: "OKTA_GROUP",
    admits: { kind: "department", departmentIndex: 9, chance: 0.5 },
  },
  {
    name: "Sales Tools",
    description: "CRM and quoting",
    type: "OKTA_GROUP",
    admits: { kind: "department", departmentIndex: 3, chance: 0.9 },
  },
  {
    name: "VPN Users",
    description: "Remote access",
    type: "OKTA_GROUP",
    admits: { kind: "chance", chance: 0.35 },
  },
  {
    name: "IT Helpdesk",
    description: "First line",
    type: "OKTA_GROUP",
    admits: { kind: "range", from: 11, step: 17, count: 9 },
  },
  {
    name: "Security Admins",
    description: "Custom role over a resource set",
    type: "OKTA_GROUP",
    admits: { kind: "range", from: 7, step: 23, count: 6 },
  },
  {
    name: "App Owners",
    description: null,
    type: "OKTA_GROUP",
    admits: { kind: "range", from: 5, step: 29, count: 8 },
  },
  { name: "Old project (empty)", description: "Nobody left", type: "OKTA_GROUP", admits: { kind: "nobody" } },
  { name: "Legacy: =cmd|'/c calc'!A1", description: null, type: "OKTA_GROUP", admits: { kind: "nobody" } },
  {
    name: "Domain Users",
    description: "ACME.EXAMPLE/Users/Domain Users",
    type: "APP_GROUP",
    source: "active_directory",
    admits: { kind: "provider", provider: "ACTIVE_DIRECTORY" },
  },
  {
    name: "VPN Users",
    description: "ACME.EXAMPLE/Groups/VPN Users",
    type: "APP_GROUP",
    source: "active_directory",
    admits: { kind: "chance", chance: 0.12 },
  },
  {
    name: "Workday All Workers",
    description: "Imported from Workday",
    type: "APP_GROUP",
    source: "workday",
    admits: { kind: "provider", provider: "IMPORT" },
  },
  {
    name: "Workday Unstaffed",
    description: "Imported from Workday",
    type: "APP_GROUP",
    source: "workday",
    admits: { kind: "nobody" },
  },
];

function departmentPlans(): readonly Plan[] {
  return departments.map((name, departmentIndex) => ({
    name: `Department: ${name}`,
    description: `Filled by the rule for ${name}`,
    type: "OKTA_GROUP" as const,
    admits: { kind: "department" as const, departmentIndex, chance: 1 },
  }));
}

function projectPlans(users: number): readonly Plan[] {
  const count = Math.min(600, Math.max(20, Math.floor(users / 60)));
  return Array.from({ length: count }, (_, at) => ({
    name: `Project ${String(at + 1).padStart(3, "0")}`,
    description: at % 5 === 0 ? null : `Members of project ${at + 1}`,
    type: "OKTA_GROUP" as const,
    admits:
      at % 11 === 10
        ? { kind: "nobody" as const }
        : { kind: "range" as const, from: at * 7, step: 3 + (at % 13), count: 4 + ((at * 5) % 60) },
  }));
}

/** All groups of an org of this size, in the order in which the API lists them. */
export function createGroupRows(seed: number, users: number, now: number): readonly GroupRow[] {
  return [...named, ...departmentPlans(), ...projectPlans(users)].map((plan, index) => {
    const random = createRandom(seed, "group", index);
    const created = now - (60 + random.next() * 1700) * dayMs;
    return {
      ...plan,
      index,
      id: objectId(seed, "00g", index),
      created,
      lastUpdated: created + random.next() * 50 * dayMs,
      lastMembershipUpdated: now - random.next() * 40 * dayMs,
    };
  });
}
