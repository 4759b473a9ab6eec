import { count, countBy } from "../expect.ts";
import type { Expected } from "../judge.ts";
import type { Questions } from "../questions.ts";
import type { Item, World } from "../world.ts";

/** Questions about the org's settings, its devices and its System Log. */
export function settingsQuestions(world: World): Questions {
  const policies = (type: string): readonly Item[] => world.listed("policies").filter((one) => one.type === type);
  const zones = world.listed("zones");
  const devices = world.listed("devices");
  const rules = world.listed("groupRules");
  const yesterday = world.daysAgo(1).slice(0, 10);
  const failed = world.yesterdaysEvents.filter(
    ({ eventType, outcome }) =>
      ["user.session.start", "user.authentication.auth_via_mfa"].includes(eventType) &&
      ["FAILURE", "DENY"].includes(outcome.result),
  );
  return {
    "Which network zones do we have?": byId(zones),
    "How many active network zones are there?": count("count", zones.filter((one) => one.status === "ACTIVE").length),
    "list our password policies": byId(policies("PASSWORD")),
    "Which global session policies exist?": byId(policies("OKTA_SIGN_ON")),
    "What authenticators are active?": byId(world.listed("authenticators").filter((one) => one.status === "ACTIVE")),
    "show me the API tokens": byId(world.listed("apiTokens")),
    "custom admin roles": byId(world.listed("roles")),
    "How many devices are there?": count("count", devices.length),
    "number of devices by platform": countBy("platform", "count", devices, (one) => one.profile["platform"]),
    "Which group rules are not active?": byId(rules.filter((one) => one.status !== "ACTIVE")),
    "group rules not changed in the last 60 days": byId(rules.filter((one) => one.lastUpdated < world.daysAgo(60))),
    "trusted origins": byId(world.configured("trustedOrigins")),
    "What identity providers do we have?": byId(world.configured("idps")),
    [`How many failed sign-ins were there on ${yesterday}?`]: count("count", failed.length),
    [`failed login attempts on ${yesterday} by user`]: { declined: true },
    [`number of failed login attempts on ${yesterday} by user`]: {
      key: "login",
      columns: ["count"],
      rows: [...Map.groupBy(failed, (one) => one.actor.alternateId)].map(([login, list]) => ({
        login,
        count: list.length,
      })),
    },
  };
}

function byId(list: readonly Item[]): Expected {
  return { key: "id", columns: [], rows: list.map(({ id }) => ({ id })) };
}
