import type { AppRow } from "../app-rows.ts";
import { policies } from "../configuration/policies.ts";
import { networkZones } from "../configuration/zones.ts";
import type { GroupRow } from "../group-rows.ts";
import type { JsonObject } from "../json.ts";
import type { Org } from "../org.ts";
import type { Person } from "../person.ts";
import { type EventKind, eventKinds } from "./event-kinds.ts";
import type { EventOutlines } from "./event-outlines.ts";

/** One thing that an event is about: of which set, and its index there. */
export interface EventTarget {
  readonly set: "people" | "apps" | "groups" | "changedPolicy" | "changedZone";
  readonly index: number;
}

/** A person as actor or target. */
export function personEntry(person: Person | undefined): JsonObject {
  return {
    id: person?.id,
    type: "User",
    alternateId: person?.login,
    displayName: `${person?.firstName} ${person?.lastName}`,
    detailEntry: null,
  };
}

function appEntry(app: AppRow | undefined): JsonObject {
  return { id: app?.id, type: "AppInstance", alternateId: app?.label, displayName: app?.label, detailEntry: null };
}

function groupEntry(group: GroupRow | undefined): JsonObject {
  return { id: group?.id, type: "UserGroup", alternateId: "unknown", displayName: group?.name, detailEntry: null };
}

function configurationEntry(type: string, { id, name }: JsonObject): JsonObject {
  return { id, type, alternateId: "unknown", displayName: name, detailEntry: null };
}

/** The policy that admins change, and its first rule. */
function policyEntries(org: Org): readonly JsonObject[] {
  const changed = policies(org).find(({ rules }) => rules.length > 1);
  if (changed === undefined) return [];
  return [
    configurationEntry("PolicyEntity", changed.policy),
    ...changed.rules.slice(0, 1).map((rule) => configurationEntry("PolicyRule", rule)),
  ];
}

/** The zone that admins change. */
function zoneEntries(org: Org): readonly JsonObject[] {
  return networkZones(org)
    .slice(3, 4)
    .map((zone) => configurationEntry("NetworkZone", zone));
}

const isAboutActor = ({ eventType }: EventKind): boolean =>
  eventType.startsWith("user.account.update") || eventType.includes("push");

/** Whether the app itself is all that an event about an app names. */
const isAboutAppAlone = ({ eventType }: EventKind): boolean =>
  eventType.startsWith("user.authentication") || eventType.includes("lifecycle");

/** What the event at a position is about; null where events of its kind are about nothing. */
export function targetsAt(outlines: EventOutlines, position: number): readonly EventTarget[] | null {
  const kind = eventKinds[outlines.kindAt(position)];
  if (kind === undefined) return null;
  const someone = (): EventTarget => ({ set: "people", index: outlines.someoneAt(position) });
  switch (kind.target) {
    case "none":
      return null;
    case "user":
      return [isAboutActor(kind) ? { set: "people", index: outlines.actorAt(position) } : someone()];
    case "app": {
      const app: EventTarget = { set: "apps", index: outlines.appAt(position) };
      return isAboutAppAlone(kind) ? [app] : [someone(), app];
    }
    case "group":
      return [someone(), { set: "groups", index: outlines.groupAt(position) }];
    case "policy":
      return policyEntries(outlines.org).map((_, index) => ({ set: "changedPolicy", index }));
    case "zone":
      return zoneEntries(outlines.org).map((_, index) => ({ set: "changedZone", index }));
  }
}

/** A target as events name it. */
export function renderTarget({ org }: EventOutlines, { set, index }: EventTarget): JsonObject {
  switch (set) {
    case "people":
      return personEntry(org.people[index]);
    case "apps":
      return appEntry(org.apps[index]);
    case "groups":
      return groupEntry(org.groups[index]);
    case "changedPolicy":
      return policyEntries(org)[index] ?? {};
    case "changedZone":
      return zoneEntries(org)[index] ?? {};
  }
}
