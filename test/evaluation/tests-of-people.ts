import type { Item, World } from "./world.ts";

type Test = (user: Item) => boolean;

/** Tests of users that several questions share. */
export interface TestsOfPeople {
  readonly active: Test;
  /** No sign-in for so many days, or never. */
  readonly idle: (days: number) => Test;
  readonly inGroup: (name: string) => Test;
  readonly inApp: (label: string) => Test;
  /** A group gives the app, whatever the assignment says. */
  readonly byGroup: (label: string) => Test;
  readonly noFactor: Test;
  readonly hasFactor: (...types: readonly string[]) => Test;
}

/** The tests in this world. */
export function testsOf(world: World): TestsOfPeople {
  const among = (list: readonly Item[]): Test => {
    const ids = new Set(list.map((one) => one.id));
    return (user) => ids.has(user.id);
  };
  return {
    active: (user) => user.status === "ACTIVE",
    idle: (days) => (user) => user.lastLogin === null || user.lastLogin < world.daysAgo(days),
    inGroup: (name) => among(world.membersOf(name)),
    inApp: (label) => among(world.usersOf(label)),
    byGroup: (label) => {
      const ids = world.groupUsersOf(label);
      return (user) => ids.has(user.id);
    },
    noFactor: (user) => world.factorsOf(user.id).length === 0,
    hasFactor:
      (...types) =>
      (user) =>
        world.factorsOf(user.id).some((one) => types.includes(one)),
  };
}
