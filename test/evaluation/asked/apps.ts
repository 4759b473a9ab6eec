import type { AskedQuestions } from "./asked.ts";
import { appRows, people, usersWith } from "../expect.ts";
import { pages } from "./pages.ts";
import { testsOf } from "../tests-of-people.ts";
import type { Item, World } from "../world.ts";

/** Asked questions about apps and those assigned to them. */
export function askedAboutApps(world: World): AskedQuestions {
  const { active, idle, inApp, byGroup } = testsOf(world);
  const { apps, present, usersOf, membersOf, assignments } = world;
  const unassigned = appRows(
    apps.filter((one) => world.appUserCount(one.id) === 0 && world.appGroupCount(one.id) === 0),
  );
  const givenBy = new Map(apps.map((app) => [app.id, world.groupUsersOf(app.label)]));
  const holds = (test: (assignment: Item) => boolean): readonly Item[] => {
    const ids = new Set(assignments.filter(test).map((one) => one.userId));
    return present.filter((user) => ids.has(user.id));
  };
  const isGiven = ({ appId, userId }: Item): boolean => givenBy.get(appId)?.has(userId) === true;
  return {
    Q025: {
      names: { "group X": "group GitHub Users", "application Y": "application 'GitHub'" },
      expected: {
        key: "group",
        columns: ["app", "assigned"],
        rows: [{ group: "GitHub Users", app: "GitHub", assigned: world.groupApp("GitHub Users", "GitHub") }],
      },
    },
    Q055: {
      expected: appRows(
        apps.filter((one) => ["SAML_2_0", "SAML_1_1"].includes(one.signOnMode)),
        (one) => ({ certificateExpires: world.certificateEnd(one) }),
      ),
    },
    Q310: {
      expected: appRows(
        apps.filter((one) => {
          const end = world.certificateEnd(one);
          return end !== null && end >= world.now && end < world.daysAgo(-60);
        }),
      ),
    },
    Q039: {
      names: { "Fctr Portal": "Travel Portal" },
      expected: usersWith(present, { hasApp: inApp("Travel Portal") }),
    },
    Q042: { expected: people(holds(isGiven)) },
    Q049: { cheapest: 1 + 2 * apps.length, expected: unassigned },
    Q050: {
      cheapest: 2 + pages(usersOf("Salesforce Production").length, 500),
      names: { Salesforce: "Salesforce Production" },
      expected: people(usersOf("Salesforce Production").filter(byGroup("Salesforce Production"))),
    },
    Q051: { expected: people(holds((one) => one.scope === "USER" && !isGiven(one))) },
    Q106: {
      cheapest: 2 + pages(membersOf("Sales Tools").length, 1000) + pages(usersOf("Zoom").length, 500),
      names: { "Finance group": "Sales Tools group", "Salesforce app": "Zoom app" },
      expected: people(membersOf("Sales Tools").filter(active).filter(inApp("Zoom")).filter(idle(60)), ["lastLogin"]),
    },
    Q168: {
      names: { "app A": "app Tableau" },
      expected: usersWith(usersOf("Tableau"), { scope: (user) => user.scope }),
    },
    Q318: { cheapest: 1 + 2 * apps.length, expected: unassigned },
  };
}
