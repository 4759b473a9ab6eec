import type { AskedQuestions } from "./asked.ts";
import { people } from "../expect.ts";
import { testsOf } from "../tests-of-people.ts";
import type { World } from "../world.ts";

/** Asked questions about admins. */
export function askedAboutAdmins(world: World): AskedQuestions {
  const { idle } = testsOf(world);
  const admins = world.users.filter((user) => world.rolesOf(user.id).length > 0);
  return {
    Q010: {
      expected: people(admins.filter((user) => world.rolesOf(user.id).includes("SUPER_ADMIN")).filter(idle(30)), [
        "lastLogin",
      ]),
    },
    Q017: { expected: people(admins) },
    Q249: { expected: people(admins.filter(idle(30)), ["lastLogin"]) },
  };
}
