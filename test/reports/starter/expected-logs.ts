import { dayMs, type Expect, type LogEvent, pages, type World } from "./world.ts";

const lately = ({ events, now }: World, days: number): readonly LogEvent[] =>
  events.filter((event) => Date.parse(event.published) >= now - days * dayMs);

function failedSignIns(world: World) {
  const failed = lately(world, 7).filter(
    ({ eventType, outcome }) =>
      /^user\.(?:session\.start|authentication\.auth_via_mfa)$/.test(eventType) && /FAILURE|DENY/.test(outcome.result),
  );
  const users = new Set(failed.map((event) => event.actor.alternateId));
  const rows = [...users].flatMap((user) => {
    const own = failed.filter((event) => event.actor.alternateId === user);
    if (own.length < 5) return [];
    const addresses = new Set(own.map((event) => event.client.ipAddress)).size;
    return [
      {
        user,
        failures: own.length,
        addresses,
        last:
          own
            .map((event) => event.published)
            .toSorted()
            .at(-1) ?? "",
      },
    ];
  });
  return { rows, cheapest: pages(failed.length, 1000) };
}

function pushFatigue(world: World) {
  const pushes = lately(world, 7).filter(({ eventType }) => /send_factor_verify_push|deny_push/.test(eventType));
  const rows = [...new Set(pushes.map((event) => event.actor.id))].flatMap((userId) => {
    const own = pushes.filter((event) => event.actor.id === userId);
    const sent = own.filter((event) => event.eventType.endsWith("verify_push")).map((one) => one.published);
    let prompts = 0;
    let from = "";
    for (const first of sent) {
      const span = sent.filter((at) => at >= first && Date.parse(at) < Date.parse(first) + 600_000).length;
      if (span > prompts) [prompts, from] = [span, first];
    }
    if (prompts < 4) return [];
    const login = own[0]?.actor.alternateId ?? "";
    return [{ userId, login, prompts, from, denied: own.length - sent.length }];
  });
  return { rows, cheapest: pages(pushes.length, 1000) };
}

function adminChanges(world: World) {
  const rows = lately(world, 7)
    .filter(({ eventType }) =>
      /^(?:policy\.(?:lifecycle|rule)|application\.lifecycle|zone\.|system\.api_token|(?:user\.account|group)\.privilege)/.test(
        eventType,
      ),
    )
    .map((event) => ({
      event: event.uuid,
      at: event.published,
      by: event.actor.alternateId,
      eventType: event.eventType,
      what: event.displayMessage,
      targets: (event.target ?? []).map((one) => one.displayName),
      result: event.outcome.result,
    }));
  return { rows, cheapest: pages(rows.length, 1000) };
}

function factorResetsByOthers(world: World) {
  const resets = lately(world, 30).filter(({ eventType }) =>
    /^user\.mfa\.factor\.(?:reset_all|deactivate)$/.test(eventType),
  );
  const rows = resets.flatMap(({ uuid, published, eventType, actor, target }) => {
    const user = target?.find((one) => one.type === "User");
    if (user === undefined || user.id === actor.id) return [];
    return [
      {
        event: uuid,
        at: published,
        eventType,
        actorId: actor.id,
        by: actor.alternateId,
        userId: user.id,
        user: user.alternateId,
      },
    ];
  });
  return { rows, cheapest: pages(resets.length, 1000) };
}

function unusedAppAssignments(world: World) {
  const { dump } = world;
  const app = dump.apps.find((one) => one.label === "GitHub");
  const signIns = lately(world, 90).filter(
    ({ eventType, outcome, target }) =>
      eventType === "user.authentication.sso" &&
      outcome.result === "SUCCESS" &&
      target?.some((one) => one.id === app?.id) === true,
  );
  const users = new Set(signIns.map((event) => event.actor.id));
  const assigned = dump.appUsers.filter((one) => one.appId === app?.id);
  const rows = assigned
    .filter((one) => !users.has(one.userId))
    .map(({ userId, scope, created }) => {
      const user = dump.users.find((one) => one.id === userId);
      return {
        id: userId,
        login: user?.profile.login ?? "",
        status: user?.status ?? "",
        app: "GitHub",
        scope,
        assigned: created,
        signIns: 0,
      };
    });
  return { rows, cheapest: 1 + pages(assigned.length, 500) + pages(signIns.length, 1000) };
}

/** What the reports on the log must answer. */
export const logsExpected: Readonly<Record<string, Expect>> = {
  "failed-sign-ins-by-user": failedSignIns,
  "push-fatigue": pushFatigue,
  "admin-changes": adminChanges,
  "factor-resets-by-others": factorResetsByOthers,
  "unused-app-assignments": unusedAppAssignments,
};
