import { factorsOf } from "../org/factors.ts";
import type { Org } from "../org/org.ts";
import type { Person } from "../org/person.ts";
import { userObject } from "../org/user-object.ts";

/** JSON texts of what is asked for again and again. Kept up to 50,000 users, worked out each time above that. */
export interface ObjectCache {
  readonly userText: (person: Person) => string;
  readonly factorsText: (person: Person) => string;
}

const keepUpTo = 50_000;

function kept(count: number, render: (person: Person) => string): (person: Person) => string {
  if (count > keepUpTo) return render;
  const texts: string[] = [];
  return (person) => (texts[person.index] ??= render(person));
}

/** The cache of an org, empty. */
export function createObjectCache(org: Org): ObjectCache {
  return {
    userText: kept(org.people.length, (person) => JSON.stringify(userObject(org, person))),
    factorsText: kept(org.people.length, (person) => JSON.stringify(factorsOf(org, person))),
  };
}
