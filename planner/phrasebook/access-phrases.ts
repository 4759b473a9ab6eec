import { type ConditionPhrase, having, lacking, textOf } from "./phrase.ts";
import type { AccessPath, Condition } from "./reading.ts";
import type { SlotValue } from "./slots.ts";

const app =
  (not: boolean, path: AccessPath = "any") =>
  (slots: readonly SlotValue[]): readonly Condition[] => [{ kind: "app", names: slots.map(textOf), path, not }];
const eachApp =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] =>
    slots.map((one) => ({ kind: "app", names: [textOf(one)], path: "any", not }));
const group =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] => [{ kind: "group", names: slots.map(textOf), not }];
const eachGroup =
  (not: boolean) =>
  (slots: readonly SlotValue[]): readonly Condition[] =>
    slots.map((one) => ({ kind: "group", names: [textOf(one)], not }));

const one = "the? app|application? {app} app|application?";
const either = "either? the? app|apps|applications? {app} or the? app? {app} app|apps|applications?";
const both = "both? the? app|apps|applications? {app} and the? app? {app} app|apps|applications?";
const anyAssignment = "via|by|through app|application assignment|assignments";
const viaGroup =
  "via|by|through|from|in a|any|the|some|their? group|groups membership|memberships|assignment|assignments?";
const notViaGroup = ",? and|but? not via|by|through a|any? group|groups";

/** The ways of saying that somebody can use an app, before its name. */
const reaching = [
  having("access to"),
  "can access|reach|open|use",
  "are|is? able|allowed|permitted|entitled to access|reach|open|use",
  "can get into|to",
  "can log|sign in to|into",
  "can log|sign into",
  "are|is? assigned to",
  "are|is? assigned",
  "have|has been? assigned to?",
  "have|has been? given access to",
  "get|gets|got|getting|receive|receives|received|obtain|obtained",
  "get|gets|got to|into",
  "are|is|was|were? granted|given access? to?",
];
const notReaching = [
  ...lacking("access to"),
  "can not access|reach|open|use",
  "are|is? not able|allowed|permitted|entitled to access|reach|open|use",
  "can not get into|to",
  "are|is? not assigned to",
  "are|is? not assigned",
  "have|has not been? assigned to?",
];
const directly = [
  having("direct|individual access|assignment|assignments to"),
  "are|is? directly|individually assigned to?",
  "are|is? assigned directly|individually to",
];
const member = "are|is? a? member|members|part of";

const apps: readonly ConditionPhrase[] = [
  {
    patterns: [
      ...reaching.map((way) => `${way} ${one}`),
      having("{proper} access"),
      having("{proper} assigned"),
      having("been given {proper}"),
      having("{app} app|application assigned?"),
      having(`{proper} access ${anyAssignment}`),
      `${having("access to")} ${one} ${anyAssignment}`,
      "of the? app|application {app}",
      "of|in|on|using the {app} app|application",
    ],
    make: app(false),
  },
  {
    patterns: reaching.flatMap((way) => [
      `${way} ${one} ,? either? directly|individually or via|by|through|from a|any? group|groups membership?`,
      `${way} ${one} ,? either? via|by|through|from a|any? group|groups membership? or directly|individually`,
    ]),
    make: app(false),
  },
  { patterns: reaching.map((way) => `${way} ${either}`), make: app(false) },
  { patterns: reaching.map((way) => `${way} ${both}`), make: eachApp(false) },
  {
    patterns: [
      ...notReaching.map((way) => `${way} ${one}`),
      ...lacking("{proper} access"),
      ...lacking("{app} app|application"),
    ],
    make: app(true),
  },
  { patterns: notReaching.map((way) => `${way} ${either}`), make: eachApp(true) },
  { patterns: reaching.map((way) => `${way} ${one} ${viaGroup}`), make: app(false, "group") },
  {
    patterns: [
      ...directly.map((way) => `${way} ${one}`),
      "are|is? assigned to? the? app? {app} app|application? directly|individually",
      `${having("access to")} ${one} directly`,
    ],
    make: app(false, "direct"),
  },
  {
    patterns: [
      ...directly.map((way) => `${way} ${one} ${notViaGroup}`),
      `are|is? assigned to? ${one} directly|individually ${notViaGroup}`,
      `${having("access to")} ${one} directly|individually ${notViaGroup}`,
      `are|is? only directly assigned to ${one}`,
      `are|is? assigned to ${one} only directly`,
    ],
    make: app(false, "direct-only"),
  },
];

const groups: readonly ConditionPhrase[] = [
  {
    patterns: [
      "are|is? in|inside|within|of|from the? group {group}",
      "are|is? in|inside|within|of|from the? {group} group",
      `${member} the? group? {group} group?`,
      "belong|belongs|belonging to the? group? {group} group?",
    ],
    make: group(false),
  },
  {
    patterns: [
      "are|is? in|of|from either? the? group|groups? {group} or the? {group} group|groups",
      "are|is? in|of|from either? the? group|groups {group} or the? group? {group}",
      `${member} either? the? group|groups? {group} or the? group? {group} group|groups?`,
      "belong|belongs|belonging to either? the? group|groups? {group} or the? group? {group} group|groups?",
    ],
    make: group(false),
  },
  {
    patterns: [
      "are|is? in|of both the? group? {group} and the? group? {group} group|groups?",
      "are|is? in|of both? the? groups {group} and {group}",
      `${member} both? the? groups? {group} and {group} groups?`,
    ],
    make: eachGroup(false),
  },
  {
    patterns: [
      "are|is? not in|inside|within|part of? the? group {group}",
      "are|is? not in|inside|within|part of? the? {group} group",
      "are|is? not a? member|members|part of the? group? {group} group?",
      "do|does not belong to the? group? {group} group?",
      "outside of? the? group {group}",
      "outside of? the? {group} group",
    ],
    make: group(true),
  },
  {
    patterns: [
      ...lacking("group membership|memberships"),
      ...lacking("groups"),
      "are|is? in no group|groups",
      "belong|belongs|belonging to no group|groups",
      "do|does not belong to any group|groups",
      "are|is? not in any|a|some group|groups at? all?",
      "are|is? not a? member|members of any group|groups",
    ],
    make: () => [{ kind: "no-group" }],
  },
];

const anyApp =
  (not: boolean, path: AccessPath = "any") =>
  (): readonly Condition[] => [{ kind: "any-app", path, not }];
const someApps = "any|some|one|an|a|at? least? one|of? the? app|apps";
const viaSomeGroup =
  "via|by|through|from a|any|some|their? group|groups membership|memberships|assignment|assignments?";
const bracketed = ",? but|and? not via|by|through a|any|their? group|groups";

const anyApps: readonly ConditionPhrase[] = [
  {
    patterns: [
      having("app|apps access|assignment|assignments? " + viaSomeGroup),
      having(`access to ${someApps} ${viaSomeGroup}`),
      `are|is? assigned to? ${someApps} ${viaSomeGroup}`,
      `get|gets|getting ${someApps} access? ${viaSomeGroup}`,
    ],
    make: anyApp(false, "group"),
  },
  {
    patterns: [
      having(`direct|individual access|assignment|assignments to ${someApps} ${bracketed}`),
      having(`direct app|apps access|assignment|assignments ${bracketed}`),
      `are|is? directly|individually assigned to? ${someApps} ${bracketed}`,
    ],
    make: anyApp(false, "direct-only"),
  },
  {
    patterns: [
      ...lacking("apps|app assigned|assignment|assignments?"),
      ...lacking("access to any|an apps|app"),
      "are|is? not assigned to? any|an apps|app",
      "are|is? assigned to? no|zero apps|app",
      "can not access any|an apps|app",
    ],
    make: anyApp(true),
  },
  {
    patterns: [
      having("at least one app assigned?"),
      having("any apps|app assigned?"),
      "are|is? assigned to? at least one app",
      "are|is? assigned to? any|some apps|app",
    ],
    make: anyApp(false),
  },
  {
    patterns: [
      having("directly|individually assigned apps|app"),
      having("apps|app assigned? directly|individually"),
      having("direct|individual app|apps assignment|assignments|access"),
      "are|is? directly|individually assigned to? any|an|some|a? apps|app",
    ],
    make: anyApp(false, "direct"),
  },
];

/** How access to apps and membership in groups are said. */
export const accessPhrases: readonly ConditionPhrase[] = [...apps, ...anyApps, ...groups];

/** Last of all, so that "have SMS" is a factor before it is an app. */
export const bareAppPhrases: readonly ConditionPhrase[] = [
  { patterns: ["have|has|having|with {proper}"], make: app(false) },
  { patterns: ["have|has|having|with both? {proper} and {proper}"], make: eachApp(false) },
  { patterns: lacking("{proper}"), make: app(true) },
];
