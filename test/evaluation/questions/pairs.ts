import { count, people, peopleInOrder } from "../expect.ts";
import type { Questions } from "../questions.ts";
import { testsOf } from "../tests-of-people.ts";
import type { World } from "../world.ts";

/** Questions about one user and one app or group, and those in an everyday order of words. */
export function pairQuestions(world: World): Questions {
  const { active, inApp, inGroup, noFactor } = testsOf(world);
  const { users, present, apps, membersOf, usersOf, factorsOf } = world;
  const [user] = usersOf("Tableau").filter(active);
  if (user === undefined) throw new Error("nobody active has Tableau");
  const login = user.profile["login"] ?? "";
  const one = (more: Readonly<Record<string, unknown>>) => ({
    key: "id",
    columns: ["login", ...Object.keys(more)],
    rows: [{ id: user.id, login, ...more }],
  });
  const newest = membersOf("IT Helpdesk").toSorted((a, b) => b.created.localeCompare(a.created));
  return {
    [`Does ${login} have access to Tableau?`]: one({ app: "Tableau", assigned: true }),
    [`Can ${login} use Snowflake?`]: one({ app: "Snowflake", assigned: inApp("Snowflake")(user) }),
    [`Is ${login} in the GitHub Users group?`]: one({ group: "GitHub Users", member: inGroup("GitHub Users")(user) }),
    [`Is ${login} active?`]: one({ status: "ACTIVE" }),
    "How many members of the Sales Tools group are active?": count(
      "users",
      membersOf("Sales Tools").filter(active).length,
    ),
    "users in the GitHub Users group without Snowflake": people(
      membersOf("GitHub Users").filter((member) => !inApp("Snowflake")(member)),
    ),
    "members of the IT Helpdesk group, newest first": peopleInOrder(newest, ["created"]),
    "active users with 3 or more factors": people(
      users.filter(active).filter((owner) => factorsOf(owner.id).length >= 3),
    ),
    "Does anyone in the Security Admins group have no MFA?": people(membersOf("Security Admins").filter(noFactor)),
    "users with nothing but email": people(
      present.filter((owner) => {
        const types = factorsOf(owner.id);
        return types.length > 0 && types.every((type) => type === "email");
      }),
    ),
    "How many apps have no users?": count("count", apps.filter((app) => world.appUserCount(app.id) === 0).length),
  };
}
