import { count, people } from "../expect.ts";
import { testsOf } from "../tests-of-people.ts";
import type { Questions } from "../questions.ts";
import type { World } from "../world.ts";

/** Questions that join users with apps, groups and factors. */
export function joinQuestions(world: World): Questions {
  return { ...byApp(world), ...byGroup(world), ...byFactor(world), ...byKindOfFactor(world) };
}

function byApp(world: World): Questions {
  const { active, inApp, byGroup } = testsOf(world);
  const { users, present, usersOf } = world;
  return {
    "Who has access to Figma?": people(usersOf("Figma")),
    "Which people can get into Snowflake?": people(usersOf("Snowflake")),
    "list the users assigned to Jira Cloud": people(usersOf("Jira Cloud")),
    "active users of the Datadog app": people(usersOf("Datadog").filter(active)),
    "Which active users do not have access to Confluence?": people(
      users.filter(active).filter((user) => !inApp("Confluence")(user)),
    ),
    "users with both Jira Cloud and Snowflake": people(usersOf("Jira Cloud").filter(inApp("Snowflake"))),
    "users who have access to PagerDuty and Snowflake but not Datadog": people(
      usersOf("PagerDuty")
        .filter(inApp("Snowflake"))
        .filter((user) => !inApp("Datadog")(user)),
    ),
    "users who have access to Figma or Notion": people(
      present.filter((user) => inApp("Figma")(user) || inApp("Notion")(user)),
    ),
    "How many users have access to Zendesk?": count("users", usersOf("Zendesk").length),
    "Who gets Tableau through a group?": people(usersOf("Tableau").filter(byGroup("Tableau"))),
    "users who have access to Expense Tool via a group": people(
      usersOf("Expense Tool").filter(byGroup("Expense Tool")),
    ),
    "users with direct access to Tableau": people(usersOf("Tableau").filter((one) => one.scope === "USER")),
    "users assigned to Tableau directly and not via a group": people(
      usersOf("Tableau").filter((user) => user.scope === "USER" && !byGroup("Tableau")(user)),
    ),
  };
}

function byGroup(world: World): Questions {
  const { active, inGroup } = testsOf(world);
  const { present, membersOf } = world;
  return {
    "Show the members of the GitHub Users group": people(membersOf("GitHub Users")),
    "who is in the IT Helpdesk group": people(membersOf("IT Helpdesk")),
    "active members of Contractors": people(membersOf("Contractors").filter(active)),
    "How many members does the Sales Tools group have?": count("users", membersOf("Sales Tools").length),
    "How many people are in the group App Owners?": count("users", membersOf("App Owners").length),
    "Users in both GitHub Users and Project 002 groups": people(
      membersOf("GitHub Users").filter(inGroup("Project 002")),
    ),
    "users in the group GitHub Users but not in the group Project 003": people(
      membersOf("GitHub Users").filter((user) => !inGroup("Project 003")(user)),
    ),
    "users who are members of IT Helpdesk or App Owners": people(
      present.filter((user) => inGroup("IT Helpdesk")(user) || inGroup("App Owners")(user)),
    ),
    "users who belong to no group": people(
      present.filter((user) => world.groupsOf(user.id).every((group) => group.type === "BUILT_IN")),
    ),
    "Deactivated users that are still in a group": { declined: true },
  };
}

function byFactor(world: World): Questions {
  const { active, idle, inApp, noFactor, hasFactor } = testsOf(world);
  const { users, present, membersOf } = world;
  return {
    "active users in the Sales Tools group without access to Salesforce Production": people(
      membersOf("Sales Tools")
        .filter(active)
        .filter((user) => !inApp("Salesforce Production")(user)),
    ),
    "Which active members of Sales Tools with Zoom haven't logged in in 60 days?": people(
      membersOf("Sales Tools").filter(active).filter(inApp("Zoom")).filter(idle(60)),
      ["lastLogin"],
    ),
    "Which active users in the Support department have no MFA?": people(
      users
        .filter(active)
        .filter(
          (user) =>
            String(user.profile["department"] ?? "")
              .trim()
              .toLowerCase() === "support",
        )
        .filter(noFactor),
    ),
    "active users without any factor": people(users.filter(active).filter(noFactor)),
    "Who has no MFA set up?": people(present.filter(noFactor)),
    "active users that don't have a WebAuthn factor": people(
      users.filter(active).filter((user) => !hasFactor("webauthn")(user)),
    ),
    "members of Security Admins with no phishing-resistant factor": people(
      membersOf("Security Admins").filter((user) => !hasFactor("webauthn", "u2f", "signed_nonce")(user)),
    ),
  };
}

function byKindOfFactor(world: World): Questions {
  const { active, noFactor, hasFactor } = testsOf(world);
  const { users, usersOf, factorsOf } = world;
  return {
    "active users with push and SMS": people(users.filter(active).filter(hasFactor("push")).filter(hasFactor("sms"))),
    "active users who use SMS or voice call as a factor": people(users.filter(active).filter(hasFactor("sms", "call"))),
    "active users whose only factor is email": people(
      users.filter(active).filter((user) => {
        const types = factorsOf(user.id);
        return types.length > 0 && types.every((one) => one === "email");
      }),
    ),
    "How many active users have no MFA?": count("users", users.filter(active).filter(noFactor).length),
    "Which GitHub Enterprise users have no MFA factor?": people(usersOf("GitHub Enterprise").filter(noFactor)),
    "active users with fewer than 2 factors": people(
      users.filter(active).filter((user) => factorsOf(user.id).length < 2),
    ),
  };
}
