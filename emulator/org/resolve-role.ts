import { Failure } from "../../terms/failure.ts";
import type { AdminRole } from "./admin-role.ts";
import type { AppRow } from "./app-rows.ts";
import { createCustomRoles, type CustomRole } from "./custom-roles.ts";
import type { GroupRow } from "./group-rows.ts";
import type { RoleGrant } from "./role-rows.ts";

/** Where names in a role are looked up. */
export interface RolePlaces {
  readonly groups: readonly GroupRow[];
  readonly apps: readonly AppRow[];
  readonly customRoles: CustomRole[];
}

function unknownName(name: string): Failure<"emulator/bad-option"> {
  return new Failure(
    "emulator/bad-option",
    { option: "role", value: name },
    {
      found: `The emulated org has no group or app ${name}.`,
      why: "A role that reaches nothing would look like an empty org.",
      help: "Name a group or an app as the org's dump does.",
    },
  );
}

function indexesOf(
  rows: readonly { readonly index: number; readonly text: string }[],
  names: readonly string[],
): readonly number[] {
  return names.map((name) => {
    const found = rows.find((row) => row.text === name);
    if (found === undefined) throw unknownName(name);
    return found.index;
  });
}

/** The grant of a role, its names as indexes; a custom role is added to the org. Throws `emulator/bad-option` for an unknown name. */
export function resolveRole(role: AdminRole, index: number, places: RolePlaces): RoleGrant {
  const groups = places.groups.map((group) => ({ index: group.index, text: group.name }));
  const apps = places.apps.map((app) => ({ index: app.index, text: app.label }));
  if (role.type !== "CUSTOM") {
    return {
      index,
      role: role.type,
      ...(role.groups === undefined ? {} : { groupTargets: indexesOf(groups, role.groups) }),
      ...(role.apps === undefined ? {} : { appTargets: indexesOf(apps, role.apps) }),
    };
  }
  for (const resource of role.resources) {
    const [kind, name] = resource.split("/");
    if (name !== undefined) indexesOf(kind === "apps" ? apps : groups, [name]);
  }
  const known = places.customRoles.findIndex((one) => one.label === role.label);
  if (known >= 0) return { index, role: { custom: known } };
  places.customRoles.push(...createCustomRoles([role]).slice(-1));
  return { index, role: { custom: places.customRoles.length - 1 } };
}
