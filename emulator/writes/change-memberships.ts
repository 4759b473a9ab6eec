import { type Assignment, placeOf } from "../org/assignments.ts";
import type { OrgState } from "../org/org.ts";

function withOut(list: readonly number[], value: number): readonly number[] {
  return list.filter((one) => one !== value);
}

function withIn(list: readonly number[], value: number): readonly number[] {
  return list.includes(value) ? list : [...list, value].toSorted((left, right) => left - right);
}

/** The assignment with this person in it through `via`, or without the person where that is undefined. */
export function withPerson(assignment: Assignment, person: number, via: number | undefined): Assignment {
  const held = [...assignment.people]
    .map((one, place) => [one, assignment.via[place] ?? -1] as const)
    .filter(([one]) => one !== person);
  const next = via === undefined ? held : [...held, [person, via] as const].toSorted(([left], [right]) => left - right);
  return {
    ...assignment,
    people: Uint32Array.from(next.map(([one]) => one)),
    via: Int32Array.from(next.map(([, through]) => through)),
  };
}

/** How a person comes to an app now: directly, which Okta prefers, or through the first group that gives it. */
function wayTo(org: OrgState, assignment: Assignment, person: number): number | undefined {
  if (org.people[person]?.status === "DEPROVISIONED") return undefined;
  const place = placeOf(assignment, person);
  if (place >= 0 && assignment.via[place] === -1) return -1;
  const groups = org.memberships.groupsOf[person] ?? [];
  return assignment.groups.find((group) => groups.includes(group));
}

/** Works out again how a person comes to one app. */
export function reassign(org: OrgState, app: number, person: number): void {
  const assignment = org.assignments[app];
  if (assignment === undefined) return;
  const place = placeOf(assignment, person);
  const before = place < 0 ? undefined : assignment.via[place];
  const now = wayTo(org, assignment, person);
  if (before !== now) org.assignments[app] = withPerson(assignment, person, now);
}

/** Works out again how a person comes to every app. */
export function reassignAll(org: OrgState, person: number): void {
  for (const app of org.apps) reassign(org, app.index, person);
}

/** Puts a person into a group or takes the person out, with the apps that go with it. */
export function changeMembership(org: OrgState, group: number, person: number, isMember: boolean): void {
  const change = isMember ? withIn : withOut;
  const { members, groupsOf } = org.memberships;
  members[group] = change(members[group] ?? [], person);
  groupsOf[person] = change(groupsOf[person] ?? [], group);
  for (const app of org.apps)
    if (org.assignments[app.index]?.groups.includes(group) === true) reassign(org, app.index, person);
}
