import { count, people } from "../expect.ts";
import { testsOf } from "../tests-of-people.ts";
import type { Questions } from "../questions.ts";
import type { Item, World } from "../world.ts";

const folded = (value: string | undefined): string => (value ?? "").trim().toLowerCase();
const is = (attribute: string, value: string) => (user: Item) => folded(user.profile[attribute]) === folded(value);
const has = (attribute: string, value: string) => (user: Item) =>
  String(user.profile[attribute] ?? "")
    .toLowerCase()
    .includes(value.toLowerCase());
const withStatus =
  (...statuses: readonly string[]) =>
  (user: Item) =>
    statuses.includes(user.status);
const active = withStatus("ACTIVE");

/** Questions about users by what their own object says. */
export function userQuestions(world: World): Questions {
  return { ...byStatusAndPlace(world), ...byAttribute(world), ...bySignIn(world), ...byDate(world) };
}

function byStatusAndPlace(world: World): Questions {
  const { users, present } = world;
  return {
    "Who is suspended right now?": people(users.filter(withStatus("SUSPENDED"))),
    "List every account that is locked out": people(users.filter(withStatus("LOCKED_OUT"))),
    "Give me all the deactivated users": people(users.filter(withStatus("DEPROVISIONED"))),
    "Which people are staged or provisioned?": people(users.filter(withStatus("STAGED", "PROVISIONED"))),
    "users whose password has expired": people(users.filter(withStatus("PASSWORD_EXPIRED"))),
    "Show all users that are not active": people(users.filter((user) => !active(user))),
    "Show me active users in the Legal department": people(users.filter(active).filter(is("department", "Legal"))),
    "Find people in the Engineering department with their title and manager": people(
      present.filter(is("department", "Engineering")),
      ["title", "manager", "department"],
    ),
    "Which active users work in Finance?": people(users.filter(active).filter(is("department", "Finance"))),
    "active users in Design": people(users.filter(active).filter(is("department", "Design"))),
    "Sales users who are suspended": people(users.filter(withStatus("SUSPENDED")).filter(is("department", "Sales"))),
    "active users from the Marketing or Legal department": people(
      users.filter(active).filter((user) => is("department", "Marketing")(user) || is("department", "Legal")(user)),
    ),
    "active users who are not in the Engineering department": people(
      users.filter(active).filter((user) => !is("department", "Engineering")(user)),
    ),
  };
}

function byAttribute(world: World): Questions {
  const { users, present } = world;
  return {
    "users with the title Sales Manager": people(present.filter(is("title", "Sales Manager"))),
    "users whose title contains manager": people(present.filter(has("title", "manager")), ["title"]),
    "Find users whose last name starts with 'Mc'": people(
      present.filter((user) => folded(user.profile["lastName"]).startsWith("mc")),
    ),
    "users whose email ends with @contractors.example": people(
      present.filter((user) => String(user.profile["email"]).toLowerCase().endsWith("@contractors.example")),
    ),
    "users with an email address that contains contractors": people(present.filter(has("email", "contractors"))),
    "Which active users have no department?": people(
      users.filter(active).filter((user) => folded(user.profile["department"]) === ""),
    ),
    "users without a manager": people(
      present.filter((user) => folded(user.profile["manager"]) === "" && folded(user.profile["managerId"]) === ""),
    ),
    "users with a user type of Intern": people(present.filter(is("userType", "Intern"))),
    "Which users have the risk tier high?": people(present.filter(is("riskTier", "high"))),
    "active users whose risk tier is medium and whose office location starts with 'Building 3'": people(
      users
        .filter(active)
        .filter(is("riskTier", "medium"))
        .filter((user) => folded(user.profile["officeLocation"]).startsWith("building 3")),
      ["riskTier", "officeLocation"],
    ),
    "users with their cost center and badge number in the Security department": people(
      present.filter(is("department", "Security")),
      ["costCenter", "badgeNumber"],
    ),
    "How many active users do we have?": count("users", users.filter(active).length),
    "How many people are locked out?": count("users", users.filter(withStatus("LOCKED_OUT")).length),
    "What is the number of suspended users?": count("users", users.filter(withStatus("SUSPENDED")).length),
  };
}

function bySignIn(world: World): Questions {
  const { idle } = testsOf(world);
  const { users, present, daysAgo } = world;
  const year = `${world.now.slice(0, 4)}-01-01T00:00:00.000Z`;
  return {
    "Which users have not logged in in the past 45 days?": people(present.filter(idle(45)), ["lastLogin"]),
    "Who hasn't signed in for 90 days?": people(present.filter(idle(90)), ["lastLogin"]),
    "active accounts with no sign-in in the last 60 days": people(users.filter(active).filter(idle(60)), ["lastLogin"]),
    "active users whose last login was more than 120 days ago": people(
      users.filter(active).filter((user) => user.lastLogin !== null && user.lastLogin < daysAgo(120)),
      ["lastLogin"],
    ),
    "users who last signed in before January 15": people(
      present.filter((user) => user.lastLogin !== null && user.lastLogin < `${year.slice(0, 4)}-01-15`),
      ["lastLogin"],
    ),
    "Which active users have logged in during the last 7 days?": people(
      users.filter(active).filter((user) => user.lastLogin !== null && user.lastLogin >= daysAgo(7)),
      ["lastLogin"],
    ),
    "active users who have never logged in": people(users.filter(active).filter((user) => user.lastLogin === null)),
    "users who never signed in and were created more than 90 days ago": people(
      present.filter((user) => user.lastLogin === null && user.created < daysAgo(90)),
      ["created"],
    ),
    "Show me users created in the last 14 days": people(
      present.filter((user) => user.created >= daysAgo(14)),
      ["created"],
    ),
    "new users in the last 2 weeks": people(
      present.filter((user) => user.created >= daysAgo(14)),
      ["created"],
    ),
  };
}

function byDate(world: World): Questions {
  const { users, present, daysAgo } = world;
  const year = `${world.now.slice(0, 4)}-01-01T00:00:00.000Z`;
  const month = `${world.now.slice(0, 7)}-01T00:00:00.000Z`;
  return {
    "accounts created this year": people(
      present.filter((user) => user.created >= year),
      ["created"],
    ),
    "users added this month": people(
      present.filter((user) => user.created >= month),
      ["created"],
    ),
    "users created in 2024": people(
      present.filter((user) => user.created.startsWith("2024-")),
      ["created"],
    ),
    "users created between 2025-01-01 and 2025-06-30": people(
      present.filter((user) => user.created >= "2025-01-01" && user.created < "2025-07-01"),
      ["created"],
    ),
    "users who were deactivated in the last 60 days": people(
      users.filter(withStatus("DEPROVISIONED")).filter((user) => (user.statusChanged ?? "") >= daysAgo(60)),
    ),
    "users suspended more than 30 days ago": people(
      users.filter(withStatus("SUSPENDED")).filter((user) => (user.statusChanged ?? "z") < daysAgo(30)),
    ),
    "active users who have not changed their password for 180 days": people(
      users.filter(active).filter((user) => user.passwordChanged === null || user.passwordChanged < daysAgo(180)),
      ["passwordChanged"],
    ),
    "users who changed their password in the past 10 days": people(
      present.filter((user) => (user.passwordChanged ?? "") >= daysAgo(10)),
    ),
    "users not updated in 200 days": people(present.filter((user) => user.lastUpdated < daysAgo(200))),
    "users of the user type 'Service account'": people(
      present.filter((user) => world.typeName(user) === "Service account"),
    ),
  };
}
