import { matchPattern } from "./match-pattern.ts";
import { textOf } from "./phrase.ts";
import type { ReadResult } from "./read-users.ts";
import type { SingleReading } from "./reading.ts";
import type { Scope } from "./scope.ts";
import type { Word } from "./words.ts";

const show = "list|show|get|give|find|display|fetch|export|return|pull|see|print? me|us|up? all? of? the?";
const apps = "apps|applications";

/** How one user, group or app is asked for. `{who}` is a login, an address or a first and last name. */
const patterns: readonly (readonly [string, SingleReading["about"]])[] = [
  [
    "show|get|give|find|display|fetch me|us? the? full? details|profile|information|info|account for|of|about user? {who}",
    "user",
  ],
  [`${show} the? user|account|profile {who}`, "user"],
  ["who is user? {who}", "user"],
  ["tell me about user? {who}", "user"],
  ["details|profile|info|information of|for|on|about user? {who}", "user"],
  ["look up user? {who}", "user"],
  ["what|which groups is user? {who} a? member of", "user-groups"],
  ["what|which groups is user? {who} in", "user-groups"],
  [`${show} user? {who} 's groups|memberships`, "user-groups"],
  [`${show} user? {who} 's group memberships|membership`, "user-groups"],
  [`${show} user? {who} 's assigned? apps`, "user-apps"],
  [`${show} user? {who} 's enrolled|active|mfa? mfa? factors|methods`, "user-factors"],
  [`${show} user? {who} 's admin? roles`, "user-roles"],
  [`${show} user? {who} 's details|profile`, "user"],
  ["what are|is {who} 's groups", "user-groups"],
  ["what are {who} 's apps", "user-apps"],
  ["what are {who} 's mfa? factors", "user-factors"],
  ["what are {who} 's admin? roles", "user-roles"],
  ["what|which groups does user? {who} have", "user-groups"],
  ["in|to what|which groups is|does user? {who} belong?", "user-groups"],
  ["what|which groups does user? {who} belong to", "user-groups"],
  ["what|which groups does user? {who} have", "user-groups"],
  [`${show} groups of|for user? {who}`, "user-groups"],
  [`${show} groups that? user? {who} is a? member? of|in`, "user-groups"],
  [`${show} groups that? user? {who} belongs to`, "user-groups"],
  [`${show} group memberships of|for user? {who}`, "user-groups"],
  [`${show} mfa? factors|methods|enrollments of|for user? {who}`, "user-factors"],
  ["what|which mfa? factors|methods does user? {who} have enrolled?", "user-factors"],
  ["what|which mfa? factors|methods has user? {who} enrolled", "user-factors"],
  [`${show} ${apps} of|for user? {who}`, "user-apps"],
  [`${show} ${apps} assigned to user? {who}`, "user-apps"],
  [`${show} ${apps} that? user? {who} can access`, "user-apps"],
  [`${show} ${apps} that? user? {who} has access to`, "user-apps"],
  [`what|which ${apps} does user? {who} have access? to?`, "user-apps"],
  [`what|which ${apps} can user? {who} access|use`, "user-apps"],
  [`what|which ${apps} is user? {who} assigned to?`, "user-apps"],
  [`what|which ${apps} are assigned to user? {who}`, "user-apps"],
  [`${show} admin? roles of|for user? {who}`, "user-roles"],
  ["what|which admin? roles does user? {who} have", "user-roles"],
  [`what|which ${apps} are assigned to the? group {group}`, "group-apps"],
  [`what|which ${apps} are assigned to the? {group} group`, "group-apps"],
  [`what|which ${apps} does the? group {group} have|get access? to?`, "group-apps"],
  [`what|which ${apps} does the? {group} group have|get access? to?`, "group-apps"],
  [`what|which ${apps} can the? {group} group access`, "group-apps"],
  [`${show} ${apps} of|for the? group {group}`, "group-apps"],
  [`${show} ${apps} of|for the? {group} group`, "group-apps"],
  [`${show} ${apps} assigned to the? group {group}`, "group-apps"],
  [`${show} ${apps} assigned to the? {group} group`, "group-apps"],
  ["what|which groups are assigned to the? app|application? {app} app|application?", "app-groups"],
  ["what|which groups have access to the? app|application? {app} app|application?", "app-groups"],
  ["what|which groups can access the? app|application? {app} app|application?", "app-groups"],
  [
    "what|which groups give|grant people|users|members|anyone? access to the? app|application? {app} app|application?",
    "app-groups",
  ],
  [
    "through|via|by what|which groups do|can|is people|users? get|have|access access? to? the? app|application? {app} app|application?",
    "app-groups",
  ],
  [`${show} groups assigned to the? app|application? {app} app|application?`, "app-groups"],
  [`${show} groups with access to the? app|application? {app} app|application?`, "app-groups"],
  [`${show} groups of the? app|application {app}`, "app-groups"],
  ["is user? {who} currently? {status}", "user"],
  ["what is user? {who} 's current? status", "user"],
  ["what is the? current? status of user? {who}", "user"],
  ["when did user? {who} last log|sign in|on", "user"],
  ["what is user? {who} 's last login", "user"],
  ["who is the manager of {who}", "user"],
  ["is user? {who} an? admin|administrator", "user-roles"],
  ["does user? {who} have any|an? admin role|roles|rights", "user-roles"],
  ["does user? {who} have any|an? mfa factor|factors? enrolled|set? up?", "user-factors"],
  ["does user? {who} have access to the? app|application? {app} app|application?", "user-app"],
  ["does user? {who} have the? {app} app|application?", "user-app"],
  ["can user? {who} access|use|open the? app|application? {app} app|application?", "user-app"],
  ["is user? {who} assigned to the? app|application? {app} app|application?", "user-app"],
  ["is user? {who} in the? group {group}", "user-group"],
  ["is user? {who} in the? {group} group", "user-group"],
  ["is user? {who} a? member of the? group? {group} group?", "user-group"],
  ["does user? {who} belong to the? group? {group} group?", "user-group"],
  ["does the? group {group} have access to the? app|application? {app}", "group-app"],
  ["does the? {group} group have access to the? app|application? {app} app?", "group-app"],
  ["does|do the? {group} group|groups give|grant|provide access to the? app? {app} app?", "group-app"],
  ["does the? group {group} give|grant|provide access to the? app? {app} app?", "group-app"],
  ["does|do the? {group} group have the? {app} app?", "group-app"],
  ["can the? {group} group access|use the? app? {app} app?", "group-app"],
  ["can the? group {group} access the? app|application? {app}", "group-app"],
  ["is the? app? {app} app? assigned to the? {group} group", "group-app"],
  ["is the? app? {app} app? assigned to the? group {group}", "group-app"],
  ["is the? group {group} assigned to the? app|application? {app}", "group-app"],
  ["is the? {group} group assigned to the? app|application? {app}", "group-app"],
];

function isAppFirst(pattern: string): boolean {
  return (
    pattern.includes("{group}") && pattern.includes("{app}") && pattern.indexOf("{app}") < pattern.indexOf("{group}")
  );
}

/** Whether a question of that kind names two. */
function hasOther(about: SingleReading["about"]): boolean {
  return about === "group-app" || about === "user-app" || about === "user-group";
}

/** Reads a question about one user, group or app, or about two of them. */
export function readSingle(words: readonly Word[], scope: Scope): ReadResult<SingleReading> {
  let furthest = 0;
  for (const [pattern, about] of patterns)
    for (const who of pattern.includes("{who}") ? ["{login}", "{person}"] : [""])
      for (const { end, slots } of matchPattern(pattern.replace("{who}", who), words, 0, scope, (reached) => {
        furthest = Math.max(furthest, reached);
      })) {
        const other = hasOther(about) ? textOf(slots[1]) : undefined;
        const [first, second] = isAppFirst(pattern) ? [other ?? "", textOf(slots[0])] : [textOf(slots[0]), other];
        if (end === words.length)
          return { kind: "read", reading: { kind: "single", about, name: first, other: second } };
      }
  return { kind: "stopped", at: furthest };
}
