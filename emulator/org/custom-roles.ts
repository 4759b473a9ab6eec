import type { CustomAdminRole } from "./admin-role.ts";
import { objectId } from "./object-id.ts";

/** A custom role of the org and the resource set that it is bound to; both have the role's index. */
export interface CustomRole {
  readonly label: string;
  readonly description: string;
  readonly permissions: readonly string[];
  /** Profile attributes that a condition on the users permission hides. */
  readonly hides: readonly string[];
  readonly resourceSet: string;
  /** In the form of CustomAdminRole. */
  readonly resources: readonly string[];
}

const usual: readonly CustomRole[] = [
  {
    label: "Security reviewer",
    description: "Reads users, groups and apps",
    permissions: ["okta.users.read", "okta.groups.read", "okta.apps.read"],
    hides: [],
    resourceSet: "Everything readable",
    resources: ["users", "groups", "apps"],
  },
  {
    label: "Contractor desk",
    description: "Manages people with a contract",
    permissions: ["okta.users.manage", "okta.users.credentials.resetPassword"],
    hides: [],
    resourceSet: "Contractors only",
    resources: ["groups/Contractors", "groups/Contractors/users"],
  },
];

/** The custom roles that every org has, and those of the tokens that it was started with. */
export function createCustomRoles(added: readonly CustomAdminRole[]): readonly CustomRole[] {
  return [
    ...usual,
    ...added.map(({ label, permissions, resources, hides = [] }) => ({
      label,
      description: `Made for a token: ${label}`,
      permissions,
      hides,
      resourceSet: `Reach of ${label}`,
      resources,
    })),
  ];
}

/** Id of a custom role. */
export function customRoleId(seed: number, index: number): string {
  return objectId(seed, "cr0", index);
}

/** Id of the resource set that a custom role is bound to. */
export function resourceSetId(seed: number, index: number): string {
  return objectId(seed, "iam", index);
}
