import type { AppRow } from "./app-rows.ts";
import type { GroupRow } from "./group-rows.ts";
import type { Memberships } from "./memberships.ts";
import type { Person } from "./person.ts";
import { hashOf } from "./random.ts";

/** Who is assigned to one app: parallel lists, ascending by person. */
export interface Assignment {
  readonly people: Uint32Array;
  /** Index of the group that gives the access, or -1 where the person is assigned directly (which Okta prefers when both hold). */
  readonly via: Int32Array;
  /** Indexes of the groups assigned, by priority. */
  readonly groups: readonly number[];
}

function assign(
  seed: number,
  app: AppRow,
  groups: readonly number[],
  people: readonly Person[],
  memberships: Memberships,
) {
  const wanted = new Set(groups);
  const assigned: number[] = [];
  const via: number[] = [];
  for (const person of people) {
    if (person.status === "DEPROVISIONED") continue;
    if (app.direct > 0 && hashOf(seed, "assign", app.index, person.index) < app.direct) {
      assigned.push(person.index);
      via.push(-1);
      continue;
    }
    const held = memberships.groupsOf[person.index] ?? [];
    const first =
      wanted.size === 0 || !held.some((group) => wanted.has(group))
        ? undefined
        : groups.find((group) => held.includes(group));
    if (first === undefined) continue;
    assigned.push(person.index);
    via.push(first);
  }
  return { people: Uint32Array.from(assigned), via: Int32Array.from(via), groups };
}

/** Works out every assignment of every app. Deactivated users lose theirs, as in Okta; an inactive app keeps its own. */
export function createAssignments(
  seed: number,
  apps: readonly AppRow[],
  groups: readonly GroupRow[],
  people: readonly Person[],
  memberships: Memberships,
): readonly Assignment[] {
  return apps.map((app) => {
    const assigned = app.groups.flatMap((name) => groups.find((group) => group.name === name)?.index ?? []);
    return assign(seed, app, assigned, people, memberships);
  });
}

/** Place of a person in an assignment, or -1: a binary search, since the people are ascending. */
export function placeOf(assignment: Assignment, person: number): number {
  let low = 0;
  let high = assignment.people.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = assignment.people[middle] ?? -1;
    if (found === person) return middle;
    if (found < person) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
