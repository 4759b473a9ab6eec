import { dateText, dayMs } from "../clock-text.ts";
import type { JsonObject } from "../json.ts";
import { objectId } from "../object-id.ts";
import type { Org } from "../org.ts";
import type { Person } from "../person.ts";
import { createRandom, hashOf, type Choices } from "../random.ts";

const platforms: Choices<readonly [string, string, string]> = [
  ["IOS", "APPLE", "iPhone15,4"],
  ["ANDROID", "Google", "Pixel 8"],
  ["MACOS", "APPLE", "Mac15,6"],
  ["WINDOWS", "Lenovo", "ThinkPad X1"],
];
const statuses: Choices<readonly [string, number]> = [
  ["ACTIVE", 90],
  ["SUSPENDED", 4],
  ["DEACTIVATED", 6],
];

/** Whether a person has a registered device; the device's index is the person's. */
export function hasDevice(org: Org, person: Person): boolean {
  return (
    person.status !== "STAGED" &&
    person.isMade !== true &&
    person.index < 20_000 &&
    hashOf(org.seed, "has-device", person.index) < 0.6
  );
}

/** The device of a person as `listDevices` gives it. */
export function deviceObject(org: Org, person: Person): JsonObject {
  const random = createRandom(org.seed, "device", person.index);
  const id = objectId(org.seed, "guo", 1000 + person.index);
  const [platform, manufacturer, model] = random.pick(platforms);
  const created = person.created + (org.now - person.created) * random.next();
  const serial = `SN${String(10_000_000 + person.index)}`;
  const self = `${org.origin}/api/v1/devices/${id}`;
  return {
    id,
    status: random.weighted(statuses),
    created: dateText(created),
    lastUpdated: dateText(Math.max(created, org.now - random.next() * 60 * dayMs)),
    profile: {
      displayName: serial,
      platform,
      manufacturer,
      model,
      osVersion: "17.5.1",
      serialNumber: serial,
      udid: `UDID-${person.index}`,
      registered: true,
      secureHardwarePresent: random.chance(0.9),
    },
    resourceType: "UDDevice",
    resourceDisplayName: { value: serial, sensitive: false },
    resourceId: id,
    resourceAlternateId: null,
    _links: {
      suspend: { href: `${self}/lifecycle/suspend`, hints: { allow: ["POST"] } },
      self: { href: self, hints: { allow: ["GET", "PATCH", "PUT"] } },
      users: { href: `${self}/users`, hints: { allow: ["GET"] } },
      deactivate: { href: `${self}/lifecycle/deactivate`, hints: { allow: ["POST"] } },
    },
  };
}

/** How the person of a device stands to it; without the user. */
export function deviceUserFacts(org: Org, person: Person): JsonObject {
  return {
    managementStatus: hashOf(org.seed, "managed", person.index) < 0.7 ? "MANAGED" : "NOT_MANAGED",
    created: dateText(person.created),
    screenLockType: "BIOMETRIC",
  };
}
