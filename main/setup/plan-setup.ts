import type { Operation } from "../../registry/operation.ts";
import { resourceOf } from "./resource-names.ts";

/** Something that is granted, and the operations that need it, by name. */
export interface Grant {
  readonly name: string;
  readonly neededBy: readonly string[];
}

/** The admin role that a credential needs. */
export type NeededRole =
  | {
      readonly kind: "custom";
      readonly permissions: readonly Grant[];
      /** Resource names (ORN) without partition, the org's id as `{org}`. */
      readonly resources: readonly string[];
    }
  /** No custom role will do: for these operations Okta has, or states, no permission. */
  | { readonly kind: "standard"; readonly type: "READ_ONLY_ADMIN"; readonly because: readonly string[] };

/** The least that a credential needs for some operations. */
export interface SetupPlan {
  readonly operations: readonly string[];
  readonly scopes: readonly Grant[];
  readonly role: NeededRole;
}

function grantsOf(
  operations: readonly Operation[],
  namesOf: (operation: Operation) => readonly string[],
): readonly Grant[] {
  const needed = new Map<string, string[]>();
  for (const operation of operations) {
    for (const name of namesOf(operation)) needed.set(name, [...(needed.get(name) ?? []), operation.operationId]);
  }
  return [...needed].map(([name, neededBy]) => ({ name, neededBy })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The permission that lets an operation be read and nothing be changed; undefined where Okta states none. */
function readingPermission({ permissions = [] }: Operation): string | undefined {
  return permissions.find((permission) => permission.endsWith(".read") && resourceOf(permission) !== undefined);
}

function roleFor(operations: readonly Operation[]): NeededRole {
  const because = operations.filter((operation) => readingPermission(operation) === undefined);
  if (because.length > 0) {
    return { kind: "standard", type: "READ_ONLY_ADMIN", because: because.map(({ operationId }) => operationId) };
  }
  const permissions = grantsOf(operations, (operation) => [readingPermission(operation) ?? ""]);
  const resources = permissions.flatMap(({ name }) => resourceOf(name) ?? []);
  return { kind: "custom", permissions, resources: [...new Set(resources)] };
}

/**
 * The least that a service app needs for `chosen`: scopes also for what Attest reads beside every run (`own`), whose refusal
 * costs a warning and no answer, so that it asks for no larger role.
 */
export function planSetup(chosen: readonly Operation[], own: readonly Operation[]): SetupPlan {
  const sorted = chosen.toSorted((a, b) => (a.operationId < b.operationId ? -1 : 1));
  const ids = new Set(sorted.map(({ operationId }) => operationId));
  const beside = own.filter(({ operationId }) => !ids.has(operationId));
  const permitted = beside.filter((operation) => readingPermission(operation) !== undefined);
  return {
    operations: [...ids],
    scopes: grantsOf([...sorted, ...beside], (operation) => operation.scopes),
    role: roleFor([...sorted, ...permitted]),
  };
}
