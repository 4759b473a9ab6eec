import type { EvaluationQuestion } from "./evaluate.ts";
import { appRows, count, countBy, groupRows, people, peopleInOrder } from "./expect.ts";
import type { Expected } from "./judge.ts";
import { testsOf } from "./tests-of-people.ts";
import type { Item, World } from "./world.ts";

type Questions = Readonly<Record<string, Expected>>;

const folded = (value: string | undefined | null): string => (value ?? "").trim().toLowerCase();
const inDepartment = (name: string) => (user: Item) => folded(user.profile["department"]) === name;

/**
 * Questions in everyday words, written down before the vocabulary was read: what share of them the phrasebook reads says how far
 * it reaches beyond the questions that it grew from.
 */
export function plainWords(world: World): readonly EvaluationQuestion[] {
  return Object.entries({ ...ofUsers(world), ...ofAccess(world), ...ofLists(world) }).map(
    ([question, expected], at) => ({
      id: `N${String(at + 1).padStart(2, "0")}`,
      question,
      class: "plain words",
      expected,
    }),
  );
}

function ofUsers(world: World): Questions {
  const { active } = testsOf(world);
  const { users, present, daysAgo, factorsOf } = world;
  const only = (type: string) => (user: Item) => {
    const types = factorsOf(user.id);
    return types.length > 0 && types.every((one) => one === type);
  };
  const newest = users
    .filter(active)
    .filter((user) => user.lastLogin === null)
    .toSorted((a, b) => b.created.localeCompare(a.created));
  return {
    "count of suspended accounts": count("users", users.filter((user) => user.status === "SUSPENDED").length),
    "List people in the IT department along with their city and title": people(present.filter(inDepartment("it")), [
      "city",
      "title",
    ]),
    "Active accounts that never signed in, newest first": peopleInOrder(newest, ["created"]),
    "people with an email factor and nothing else": people(present.filter(only("email"))),
    "Everyone whose account was created after March 1 2026": people(
      present.filter((user) => user.created >= "2026-03-02"),
    ),
    "locked out accounts with the date they last logged in": people(
      users.filter((user) => user.status === "LOCKED_OUT"),
      ["lastLogin"],
    ),
    "whose job title includes engineer?": people(
      present.filter((user) => folded(user.profile["title"]).includes("engineer")),
    ),
    "Who reports to nobody?": people(
      present.filter((user) => folded(user.profile["manager"]) === "" && folded(user.profile["managerId"]) === ""),
    ),
    "users who haven't changed their password in 365 days": people(
      present.filter((user) => user.passwordChanged === null || user.passwordChanged < daysAgo(365)),
    ),
    "Who was suspended in the last 30 days?": people(
      users.filter((user) => user.status === "SUSPENDED" && (user.statusChanged ?? "") >= daysAgo(30)),
    ),
    "How many active users does each department have?": countBy(
      "department",
      "users",
      users.filter(active),
      (one) => one.profile["department"],
    ),
  };
}

function ofAccess(world: World): Questions {
  const { active, inApp, inGroup, noFactor } = testsOf(world);
  const { users, present, membersOf, usersOf, rolesOf } = world;
  const superAdmins = users.filter((user) => rolesOf(user.id).includes("SUPER_ADMIN"));
  return {
    "Who in Sales can use Salesforce Production?": people(
      usersOf("Salesforce Production").filter(inDepartment("sales")),
    ),
    "Who's got Zoom?": people(usersOf("Zoom")),
    "Which of the Security Admins are suspended?": people(
      membersOf("Security Admins").filter((user) => user.status === "SUSPENDED"),
    ),
    "users who can open both Figma and Notion": people(present.filter(inApp("Figma")).filter(inApp("Notion"))),
    "How many members of Contractors are active?": count("users", membersOf("Contractors").filter(active).length),
    "Super admins lacking any MFA": people(superAdmins.filter(noFactor)),
    "Which admins are not in the IT Helpdesk group?": people(
      users.filter((user) => rolesOf(user.id).length > 0).filter((user) => !inGroup("IT Helpdesk")(user)),
    ),
    "people in GitHub Users without GitHub Enterprise": people(
      membersOf("GitHub Users").filter((user) => !inApp("GitHub Enterprise")(user)),
    ),
  };
}

function ofLists(world: World): Questions {
  const { groups, apps, daysAgo, memberCount } = world;
  const github = apps.find((one) => one.label === "GitHub")?.id;
  const granting = new Set(
    world
      .listed("appGroups")
      .filter((one) => one.appId === github)
      .map((one) => one.groupId),
  );
  return {
    "number of members per group": groupRows(groups, (one) => ({ members: memberCount(one.id) })),
    "How many apps use SAML?": count("count", apps.filter((one) => one.signOnMode.startsWith("SAML")).length),
    "groups with no members at all": groupRows(groups.filter((one) => memberCount(one.id) === 0)),
    "Which groups give people access to GitHub?": groupRows(groups.filter((one) => granting.has(one.id))),
    "Do we have any inactive apps?": appRows(apps.filter((one) => one.status === "INACTIVE")),
    "list all OIDC applications that are active": appRows(
      apps.filter((one) => one.signOnMode === "OPENID_CONNECT" && one.status === "ACTIVE"),
    ),
    "Which groups changed membership in the past week?": groupRows(
      groups.filter((one) => one.lastMembershipUpdated >= daysAgo(7)),
    ),
  };
}
