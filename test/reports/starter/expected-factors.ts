import { type Dump, type Expect, pages, type User, type World } from "./world.ts";

interface Enrolled {
  readonly user: User;
  readonly factors: Dump["factors"];
}

function activeUsers(dump: Dump): readonly Enrolled[] {
  const byUser = new Map<string, Dump["factors"][number][]>();
  for (const factor of dump.factors) byUser.set(factor.userId, [...(byUser.get(factor.userId) ?? []), factor]);
  return dump.users
    .filter((user) => user.status === "ACTIVE")
    .map((user) => ({ user, factors: byUser.get(user.id) ?? [] }));
}

const eachUser = (users: number): number => pages(users, 200) + users;

function activeUsersWithoutFactor({ dump }: World) {
  const active = activeUsers(dump);
  const rows = active
    .filter(({ factors }) => !factors.some((one) => one.status === "ACTIVE" && one.factorType !== "question"))
    .map(({ user, factors }) => ({
      id: user.id,
      login: user.profile.login,
      status: "ACTIVE",
      factors: 0,
      waitingForActivation: factors.filter((one) => one.status === "PENDING_ACTIVATION").length,
    }));
  return { rows, cheapest: eachUser(active.length) };
}

function usersWithOnlyPhoneFactors({ dump }: World) {
  const active = activeUsers(dump);
  const rows = active.flatMap(({ user, factors }) => {
    let phoneFactors = 0;
    const types = new Set<string>();
    for (const { status, factorType } of factors) {
      if (status !== "ACTIVE" || factorType === "question") continue;
      if (factorType === "sms" || factorType === "call") phoneFactors += 1;
      types.add(factorType);
    }
    const others = new Set(types).difference(new Set(["sms", "call", "email"]));
    if (phoneFactors === 0 || others.size > 0) return [];
    const factorTypes = [...types].toSorted();
    return [{ id: user.id, login: user.profile.login, status: "ACTIVE", factorTypes, phoneFactors, otherFactors: 0 }];
  });
  return { rows, cheapest: eachUser(active.length) };
}

function factorEnrolmentByType({ dump }: World) {
  const active = activeUsers(dump);
  const kinds = new Set(active.flatMap(({ factors }) => factors.map((one) => `${one.factorType}/${one.provider}`)));
  const rows = [...kinds].map((kind) => {
    const [factorType = "", provider = ""] = kind.split("/");
    const having = (status: string): number =>
      active.filter(({ factors }) =>
        factors.some((one) => one.factorType === factorType && one.provider === provider && one.status === status),
      ).length;
    return { factorType, provider, users: having("ACTIVE"), waitingForActivation: having("PENDING_ACTIVATION") };
  });
  return { rows, cheapest: eachUser(active.length) };
}

/** What the reports on factors must answer. */
export const factorsExpected: Readonly<Record<string, Expect>> = {
  "active-users-without-factor": activeUsersWithoutFactor,
  "users-with-only-phone-factors": usersWithOnlyPhoneFactors,
  "factor-enrolment-by-type": factorEnrolmentByType,
};
