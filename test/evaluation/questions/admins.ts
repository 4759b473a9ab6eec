import { count, people } from "../expect.ts";
import { testsOf } from "../tests-of-people.ts";
import type { Questions } from "../questions.ts";
import type { World } from "../world.ts";

/** Questions about admins. */
export function adminQuestions(world: World): Questions {
  const { idle } = testsOf(world);
  const { users, rolesOf, factorsOf } = world;
  const admins = users.filter((user) => rolesOf(user.id).length > 0);
  const withRole = (...types: readonly string[]) =>
    admins.filter((user) => rolesOf(user.id).some((one) => types.includes(one)));
  return {
    "Who are our admins?": people(admins),
    "Show me every administrator with their roles": people(admins),
    "Who are the super admins?": people(withRole("SUPER_ADMIN")),
    "How many super administrators do we have?": count("users", withRole("SUPER_ADMIN").length),
    "list help desk admins": people(withRole("HELP_DESK_ADMIN")),
    "Which users are app admins or group admins?": people(withRole("APP_ADMIN", "USER_ADMIN")),
    "users with the read-only admin role": people(withRole("READ_ONLY_ADMIN")),
    "Which users have a custom admin role?": people(withRole("CUSTOM")),
    "admins without MFA": people(admins.filter((user) => factorsOf(user.id).length === 0)),
    "Which admins have no phishing-resistant MFA?": people(
      admins.filter((user) => !factorsOf(user.id).some((one) => ["webauthn", "u2f", "signed_nonce"].includes(one))),
    ),
    "Admins who are not active": people(admins.filter((user) => user.status !== "ACTIVE")),
    "admins who haven't logged in for more than 60 days": people(admins.filter(idle(60)), ["lastLogin"]),
    "Which admins have not signed in since 1 June?": people(
      admins.filter((user) => user.lastLogin === null || user.lastLogin < `${world.now.slice(0, 4)}-06-01`),
    ),
    "admins that are not super admins": people(admins.filter((user) => !rolesOf(user.id).includes("SUPER_ADMIN"))),
    "How many admins are there?": count("users", admins.length),
    "admins in the IT department": people(admins.filter((user) => user.profile["department"] === "IT")),
    "Which members of IT Helpdesk have an admin role?": people(
      world.membersOf("IT Helpdesk").filter((user) => rolesOf(user.id).length > 0),
    ),
    "active users with no admin role in the Security department": people(
      users.filter(
        (user) =>
          user.status === "ACTIVE" && user.profile["department"] === "Security" && rolesOf(user.id).length === 0,
      ),
    ),
  };
}
