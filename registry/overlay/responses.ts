import type { Shape } from "../shape.ts";

/**
 * Responses whose shape the specification states as a copy of another with an open `_embedded`: the other one, so that a user
 * is a `User` wherever it is read. What `expand` brings is stated by operation.
 */
export const responses: Readonly<Record<string, Shape>> = {
  getUser: { kind: "named", name: "User" },
  listDevices: { kind: "array", items: { kind: "named", name: "Device" } },
};
