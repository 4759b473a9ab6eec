import { factorsOf } from "../org/factors.ts";
import type { Org } from "../org/org.ts";
import type { Person } from "../org/person.ts";
import { userObject } from "../org/user-object.ts";

/** JSON texts of what is asked for again and again. Kept up to 50,000 users, worked out each time above that. */
export interface ObjectCache {
  readonly userText: (person: Person) => string;
  readonly factorsText: (person: Person) => string;
}

interface Kept {
  readonly person: Person;
  readonly text: string;
}

const keepUpTo = 50_000;

function kept(count: number, render: (person: Person) => string): (person: Person) => string {
  if (count > keepUpTo) return render;
  const texts: Kept[] = [];
  return (person) => {
    const known = texts[person.index];
    // A write puts another object in the person's place, so an old text is known by the object it was made of.
    if (known?.person === person) return known.text;
    const text = render(person);
    texts[person.index] = { person, text };
    return text;
  };
}

/** The cache of an org, empty. */
export function createObjectCache(org: Org): ObjectCache {
  return {
    userText: kept(org.people.length, (person) => JSON.stringify(userObject(org, person))),
    factorsText: kept(org.people.length, (person) => JSON.stringify(factorsOf(org, person))),
  };
}
