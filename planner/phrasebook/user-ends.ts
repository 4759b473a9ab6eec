import { firstOf } from "./phrase.ts";
import type { WantedColumn } from "./reading.ts";
import type { SlotValue } from "./slots.ts";

/** Words for the org itself, which narrow nothing. */
export const places: readonly string[] = [
  "in|within|of|from|across|on our|my|the|this|whole|entire? whole|entire? okta? org|organization|tenant|environment|instance|company",
  "in|on|within okta",
  "do we|i have in our|my|the|this okta? org|organization|tenant|environment",
  "do we|i have in okta?",
  "are there in our|my|the|this okta? org|organization|tenant|environment",
  "are there in okta?",
  "exist",
];

/** What opens a list of further columns. */
export const columnOpenings: readonly string[] = [
  ",? and|with|including|include|showing|plus|along? with? their|the",
  "including|showing|with|and their|the?",
  ",? together|along with their|the?",
  ",? and? also? show|display|include|list|give|fetch|get|return|tell me|us? their|the",
  "including|showing|and",
];

/** What a further column is called. */
export const columnPatterns: readonly (readonly [string, (slots: readonly SlotValue[]) => readonly WantedColumn[]])[] =
  [
    ["{column}", (slots) => [{ kind: "attribute", attribute: firstOf(slots[0]) }]],
    ["{field}", (slots) => [{ kind: "field", field: firstOf(slots[0]) }]],
    [
      "full? names|name",
      () => [
        { kind: "attribute", attribute: "firstName" },
        { kind: "attribute", attribute: "lastName" },
      ],
    ],
    ["active|enrolled|registered? mfa? factors|factor|methods", () => [{ kind: "factors" }]],
    ["mfa status|enrollment|enrollments", () => [{ kind: "factors" }]],
    ["admin|role? roles|assignments", () => [{ kind: "roles" }]],
    ["groups|group memberships|membership?", () => [{ kind: "groups" }]],
    ["groups they|that|each belong|are|belongs to|in|of?", () => [{ kind: "groups" }]],
    ["assigned? apps|applications", () => [{ kind: "apps" }]],
    ["apps|applications they have|can|are access|use|assigned to?", () => [{ kind: "apps" }]],
  ];

/** How a number is split. */
export const groupings: readonly string[] = [
  "per|by {column}",
  "per|by {field}",
  "in|for|of each|every|a|any {column}",
  "in|for each|every {field}",
  "grouped|split by {column}",
  "grouped|split by {field}",
  "broken down by {column}",
  "broken down by {field}",
  "does|do each|every {column} have",
  "have each {field}",
];

/** How the answer is to be kept: a matter of the command line, not of the question. */
export const formats: readonly string[] = ["to|as|in|into a|an? csv|table|json file|format?"];
