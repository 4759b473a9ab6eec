import type { AskedQuestions } from "./asked.ts";
import type { Expected } from "../judge.ts";
import type { Item, World } from "../world.ts";

/** Asked questions about lists of the org's settings. */
export function askedAboutSettings(world: World): AskedQuestions {
  const policies = (type: string): readonly Item[] => world.listed("policies").filter((one) => one.type === type);
  const inactive = (list: readonly Item[]): Expected => named(list.filter((one) => one.status === "INACTIVE"));
  const domains = world.configured("domains").map((one) => ({ id: one.id }));
  const types = world.listed("userTypes").map((one) => ({ id: one.id, displayName: one.displayName }));
  const yesterday = world.daysAgo(1).slice(0, 10);
  const failed = world.yesterdaysEvents.filter(
    ({ eventType, outcome }) =>
      ["user.session.start", "user.authentication.auth_via_mfa"].includes(eventType) &&
      ["FAILURE", "DENY"].includes(outcome.result),
  );
  const failures: Expected = {
    key: "id",
    columns: ["published", "login"],
    rows: failed.map(({ uuid, published, actor }) => ({ id: uuid, published, login: actor.alternateId })),
  };
  return {
    // The span of a whole day: one that ends with the run would be another for each of them.
    Q093: { names: { "from the past 24 hours": `on ${yesterday}` }, expected: failures },
    Q128: { names: { "from the last 24 hours": `on ${yesterday}` }, expected: failures },
    Q082: { expected: named(policies("MFA_ENROLL")) },
    Q095: { expected: named(world.configured("brands")) },
    Q099: { expected: { key: "id", columns: [], rows: domains } },
    Q137: { expected: inactive(world.configured("authorizationServers")) },
    Q140: { expected: inactive(world.listed("authenticators")) },
    Q152: { expected: inactive(policies("IDP_DISCOVERY")) },
    Q156: { expected: named(world.listed("zones").filter((one) => one.system)) },
    Q164: { expected: { key: "id", columns: ["displayName"], rows: types } },
    Q197: { expected: named(world.configured("authorizationServers")) },
  };
}

function named(list: readonly Item[]): Expected {
  return { key: "id", columns: ["name"], rows: list.map((one) => ({ id: one.id, name: one.name })) };
}
