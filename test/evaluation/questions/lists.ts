import { appRows, count, countBy, groupRows, peopleInOrder } from "../expect.ts";
import type { Questions } from "../questions.ts";
import type { Item, World } from "../world.ts";

/** Questions for groups, apps and rules, and those that count, sort and group. */
export function listQuestions(world: World): Questions {
  return { ...aboutGroups(world), ...aboutApps(world), ...countedAndSorted(world) };
}

function aboutGroups(world: World): Questions {
  const { groups } = world;
  const nameHas = (text: string) => (group: Item) => group.profile["name"]?.toLowerCase().includes(text);
  const members = (group: Item): number => world.memberCount(group.id);
  return {
    "What groups do we have?": groupRows(groups),
    "How many groups are there?": count("count", groups.length),
    "groups that start with Project": groupRows(groups.filter((one) => one.profile["name"]?.startsWith("Project"))),
    "Which groups have vpn in the name?": groupRows(groups.filter(nameHas("vpn"))),
    "list each group with its number of members": groupRows(groups, (one) => ({ members: members(one) })),
    "groups with more than 50 members": groupRows(groups.filter((one) => members(one) > 50)),
    "Which groups have fewer than 5 members?": groupRows(groups.filter((one) => members(one) < 5)),
    "groups imported from an app": groupRows(groups.filter((one) => one.type === "APP_GROUP")),
    "Which groups are not assigned to any app?": groupRows(groups.filter((one) => world.groupAppCount(one.id) === 0)),
    "groups with an admin role": groupRows(groups.filter((one) => world.groupRolesOf(one.id).length > 0)),
  };
}

function aboutApps(world: World): Questions {
  const { apps } = world;
  const modes = (...wanted: readonly string[]) => apps.filter((one) => wanted.includes(one.signOnMode));
  return {
    "Which apps use OIDC?": appRows(modes("OPENID_CONNECT")),
    "show SAML apps that are inactive": appRows(
      modes("SAML_2_0", "SAML_1_1").filter((one) => one.status === "INACTIVE"),
    ),
    "How many active apps do we have?": count("count", apps.filter((one) => one.status === "ACTIVE").length),
    "apps whose name contains git": appRows(apps.filter((one) => one.label.toLowerCase().includes("git"))),
    "how many apps per sign-on mode": countBy("signOnMode", "count", apps, (one) => one.signOnMode),
    "count apps by status": countBy("status", "count", apps, (one) => one.status),
    "Which apps are assigned to nobody?": appRows(
      apps.filter((one) => world.appUserCount(one.id) === 0 && world.appGroupCount(one.id) === 0),
    ),
    "active apps without any assignments": appRows(
      apps.filter(
        (one) => one.status === "ACTIVE" && world.appUserCount(one.id) === 0 && world.appGroupCount(one.id) === 0,
      ),
    ),
  };
}

function countedAndSorted(world: World): Questions {
  const { groups, users, present } = world;
  const active = users.filter((user) => user.status === "ACTIVE");
  const members = (group: Item): number => world.memberCount(group.id);
  const newest = (list: readonly Item[], field: "created") =>
    list.toSorted((a, b) => String(b[field] ?? "").localeCompare(String(a[field] ?? "")));
  return {
    "How many users per status?": countBy("status", "users", users, (one) => one.status),
    "number of active users by department": countBy("department", "users", active, (one) => one.profile["department"]),
    "How many active users are there in each userType?": countBy(
      "userType",
      "users",
      active,
      (one) => one.profile["userType"],
    ),
    "the 10 most recently created users": peopleInOrder(newest(present, "created").slice(0, 10), ["created"]),
    "active users sorted by last login": peopleInOrder(
      active.toSorted((a, b) => String(a.lastLogin ?? "").localeCompare(String(b.lastLogin ?? ""))),
      ["lastLogin"],
    ),
    "top 5 largest groups": {
      key: "id",
      columns: ["members"],
      ordered: true,
      rows: groups
        .map((one) => ({ id: one.id, members: members(one) }))
        .toSorted((a, b) => b.members - a.members)
        .slice(0, 5),
    },
  };
}
