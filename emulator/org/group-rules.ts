import { dateText, dayMs } from "./clock-text.ts";
import { departments } from "./departments.ts";
import type { GroupRow } from "./group-rows.ts";
import type { JsonObject } from "./json.ts";
import { objectId } from "./object-id.ts";

/** The group rules of the org: one a department, one that is inactive, and one that points to a group that is gone. */
export function createGroupRules(seed: number, now: number, groups: readonly GroupRow[]): readonly JsonObject[] {
  const rule = (index: number, name: string, status: string, expression: string, groupIds: readonly string[]) => ({
    type: "group_rule",
    id: objectId(seed, "0pr", index),
    status,
    name,
    created: dateText(now - (900 - index) * dayMs),
    lastUpdated: dateText(now - (90 - index) * dayMs),
    conditions: {
      people: { users: { exclude: [] }, groups: { exclude: [] } },
      expression: { value: expression, type: "urn:okta:expression:1.0" },
    },
    actions: { assignUserToGroups: { groupIds } },
  });
  const byDepartment = departments.map((name, index) => {
    const target = groups.find((group) => group.name === `Department: ${name}`);
    const expression = `user.department=="${name}"`;
    return rule(index, `Put ${name} in its group`, "ACTIVE", expression, target === undefined ? [] : [target.id]);
  });
  const contractors = groups.find((group) => group.name === "Contractors");
  return [
    ...byDepartment,
    rule(
      40,
      "Contractors by type",
      "INACTIVE",
      'user.userType=="Contractor"',
      contractors === undefined ? [] : [contractors.id],
    ),
    rule(41, "Broken rule", "INVALID", 'user.division=="Gone"', [objectId(seed, "00g", 999_999)]),
  ];
}
