import type { AskedQuestions } from "./asked.ts";
import { count, groupRows, people, usersWith } from "../expect.ts";
import { pages } from "./pages.ts";
import { testsOf } from "../tests-of-people.ts";
import type { Item, World } from "../world.ts";

/** Asked questions about groups and those in them. */
export function askedAboutGroups(world: World): AskedQuestions {
  return { ...aboutMembers(world), ...aboutTheList(world) };
}

function aboutMembers(world: World): AskedQuestions {
  const { inGroup } = testsOf(world);
  const { present, membersOf, groupsOf, appsOf } = world;
  const groups = (user: Item): unknown => groupsOf(user.id).map((group) => group.profile["name"]);
  const apps = (user: Item): unknown => appsOf(user.id).map((app) => app.label);
  const roles = (user: Item): unknown => world.roleLabelsOf(user.id);
  return {
    Q009: {
      cheapest: 1 + pages(membersOf("GitHub Users").length, 1000) + pages(membersOf("Project 002").length, 1000),
      names: { "group A": "group GitHub Users", "group B": "group Project 002" },
      expected: people(membersOf("GitHub Users").filter((user) => !inGroup("Project 002")(user))),
    },
    Q016: {
      names: { "sso-super-admins": "'Security Admins'" },
      expected: usersWith(membersOf("Security Admins"), { groups, apps, roles }),
    },
    Q045: {
      names: { "IT-Admins": "GitHub Users", Security: "Project 002" },
      expected: people(membersOf("GitHub Users").filter(inGroup("Project 002"))),
    },
    Q047: {
      expected: people(present.filter((user) => groupsOf(user.id).every((group) => group.type === "BUILT_IN"))),
    },
    Q072: {
      cheapest: 1,
      names: { Administrators: "IT Helpdesk" },
      expected: count("users", membersOf("IT Helpdesk").length),
    },
    Q235: { cheapest: pages(present.length, 200) + world.groups.length, expected: usersWith(present, { groups }) },
  };
}

function aboutTheList(world: World): AskedQuestions {
  const { groups, memberCount, daysAgo } = world;
  const members = (group: Item) => ({ members: memberCount(group.id) });
  const name = (group: Item): string => (group.profile["name"] ?? "").toLowerCase();
  const same = (group: Item): boolean => groups.filter((one) => name(one).trim() === name(group).trim()).length > 1;
  const day = "2026-06-01";
  return {
    Q020: { cheapest: pages(groups.length, 200), expected: groupRows(groups, members) },
    Q070: {
      cheapest: pages(groups.length, 200),
      expected: groupRows(groups.filter((one) => name(one).includes("engineering"))),
    },
    Q119: { expected: groupRows(groups.filter((one) => name(one).includes("admin"))) },
    Q145: {
      names: { "a specific date": day },
      expected: groupRows(groups.filter((one) => one.lastUpdated >= day || one.lastMembershipUpdated >= day)),
    },
    Q149: {
      expected: {
        key: "id",
        columns: ["name", "status"],
        rows: world
          .listed("groupRules")
          .filter((one) => one.status === "ACTIVE")
          .map((one) => ({ id: one.id, name: one.name, status: one.status })),
      },
    },
    Q150: {
      names: { "assignment changes": "changes" },
      expected: {
        key: "id",
        columns: ["name"],
        rows: world
          .listed("groupRules")
          .filter((one) => one.lastUpdated < daysAgo(30))
          .map((one) => ({ id: one.id, name: one.name })),
      },
    },
    Q193: { expected: groupRows(groups.filter(same)) },
    Q194: { expected: groupRows(groups.filter((one) => one.type === "OKTA_GROUP")) },
    Q225: { cheapest: pages(groups.length, 200), expected: groupRows(groups, members) },
  };
}
