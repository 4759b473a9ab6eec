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
  "exist|exists",
  "that|which do? we|i have",
  "that|which exist|exists",
  "on file",
  "overall|altogether",
  "in total",
];

/** What opens a list of further columns. */
export const columnOpenings: readonly string[] = [
  ",? and|with|including|include|showing|plus|along? with? their|the",
  "including|showing|with|and their|the?",
  ",? together|along|alongside with? their|the?",
  "'s",
  ",? and what|which",
  ",? and? show|list|tell|give me|us? what|which",
  ",? and? also? show|display|include|list|give|fetch|get|return|tell|add me|us? their|the",
  ",? including|showing|and",
];

/** What opens a condition that is shown for everybody asked for, and leaves nobody out. */
export const whetherOpenings: readonly string[] = [
  ",? and|with? also? see|show|check|say|tell|indicate|flag|determine|include|list me|us? if|whether they",
  ",? and|with if|whether they",
  ",? with whether they",
  ",? showing|saying|indicating|including|noting if|whether they",
];

/** What a further column is called. */
export const columnPatterns: readonly (readonly [string, (slots: readonly SlotValue[]) => readonly WantedColumn[]])[] =
  [
    ["{column}", (slots) => [{ kind: "attribute", attribute: firstOf(slots[0]) }]],
    [
      "{column} they|each are|is|have|has|work|works in|at|under?",
      (slots) => [{ kind: "attribute", attribute: firstOf(slots[0]) }],
    ],
    ["{field} they|each are|is|have|has", (slots) => [{ kind: "field", field: firstOf(slots[0]) }]],
    ["when they last logged|signed in|on", () => [{ kind: "field", field: "lastLogin" }]],
    ["date|time|day when|that|on? they last logged|signed in|on", () => [{ kind: "field", field: "lastLogin" }]],
    ["date|time|day of their|the last login|sign-in", () => [{ kind: "field", field: "lastLogin" }]],
    ["when they were created|added", () => [{ kind: "field", field: "created" }]],
    ["date|day when|that|on? they were created|added", () => [{ kind: "field", field: "created" }]],
    ["{field}", (slots) => [{ kind: "field", field: firstOf(slots[0]) }]],
    [
      "full? names|name",
      () => [
        { kind: "attribute", attribute: "firstName" },
        { kind: "attribute", attribute: "lastName" },
      ],
    ],
    ["by which|what way|path|route", () => [{ kind: "path" }]],
    ["how they|it|access? got|get|was|is|were? it|access|granted|assigned|given?", () => [{ kind: "path" }]],
    ["assignment|access path|type|route|scope", () => [{ kind: "path" }]],
    ["active|enrolled|registered|own? mfa? factors|factor|methods|authenticators types?", () => [{ kind: "factors" }]],
    ["mfa status|enrollment|enrollments", () => [{ kind: "factors" }]],
    ["admin|role|assigned? roles|role they|each have|has|hold|holds", () => [{ kind: "roles" }]],
    ["admin|role|assigned? roles|role are they", () => [{ kind: "roles" }]],
    ["mfa? factors|methods they|each have|has|use|uses", () => [{ kind: "factors" }]],
    ["admin|role|assigned? roles|assignments", () => [{ kind: "roles" }]],
    ["assigned|own|current? groups|group memberships|membership?", () => [{ kind: "groups" }]],
    ["groups they|that|each belong|are|belongs to|in|of?", () => [{ kind: "groups" }]],
    ["assigned|own? apps|applications", () => [{ kind: "apps" }]],
    ["apps|applications they have|can|are access|use|assigned to?", () => [{ kind: "apps" }]],
  ];

/** How a number is split. */
export const groupings: readonly string[] = [
  "per {column}",
  "per {field}",
  "by|across the|different? {column}",
  "by|across the|different? {field}",
  "in|for|of each|every|a|any {column}",
  "in|for each|every {field}",
  "are|is in|of each|every {column}",
  "grouped|split by {column}",
  "grouped|split by {field}",
  "broken down by {column}",
  "broken down by {field}",
  "does|do each|every {column} have",
  "have each {field}",
];

const factorKind = "mfa? factor|method|authenticator type|kind?";

/** How a number is split by what a user may have several of. */
export const listGroupings: readonly (readonly [pattern: string, by: "factorTypes" | "roles"])[] = [
  [`per|by ${factorKind}`, "factorTypes"],
  [`in|for|of each|every ${factorKind}`, "factorTypes"],
  [`have|has|use|uses each|every ${factorKind}`, "factorTypes"],
  ["per|by admin? role|roles", "roles"],
  ["in|for|of each|every admin? role", "roles"],
  ["have|has|hold|holds each|every admin? role", "roles"],
];

/** How the answer is to be kept: a matter of the command line, not of the question. */
export const formats: readonly string[] = ["to|as|in|into|for a|an? csv|table|json|spreadsheet|excel file|format?"];
