import { answersToAsked, inOrgsNames } from "./asked-questions.ts";
import type { EvaluationQuestion } from "./evaluate.ts";
import { appRows, count, declined, groupRows, people } from "./expect.ts";
import type { Expected } from "./judge.ts";
import { testsOf } from "./tests-of-people.ts";
import type { World } from "./world.ts";

/**
 * Asked questions in other words, by somebody who had not seen the vocabulary, with the emulated org's names. Those whose answer is
 * that of the question itself stand here by its id; the others are in `answered` and `undecided`.
 */
const sameAs: readonly (readonly [of: string, question: string])[] = [
  ["Q001", "Which people in the Engineering department are active but don't have any MFA set up?"],
  ["Q005", "who hasn't got push MFA yet?"],
  ["Q009", "Give me everyone in GitHub Users except those who also belong to Project 002"],
  ["Q010", "Super administrators with no sign-in during the past 30 days"],
  ["Q017", "Who holds an admin role, and which roles are they?"],
  ["Q020", "How big is each group?"],
  ["Q045", "Members of both the GitHub Users group and the Project 002 group"],
  ["Q047", "any users that aren't in a group at all?"],
  ["Q049", "Which apps does nobody have?"],
  ["Q053", "What factors do the members of the Security Admins group have?"],
  ["Q062", "pull up the account john.doe@company.com"],
  ["Q063", "Which groups does Jane Smith belong to?"],
  ["Q070", "groups whose name has the word Engineering in it"],
  ["Q082", "What MFA enrollment policies do we have?"],
  ["Q095", "which brands exist"],
  ["Q099", "our custom domains please"],
  ["Q101", "Total number of users"],
  ["Q102", "Everyone who works in Engineering"],
  ["Q117", "Users who have a manager on file"],
  ["Q119", "Show groups with admin in the name"],
  ["Q124", "Users without Okta Verify"],
  ["Q137", "authorization servers that are switched off"],
  ["Q140", "Which authenticators are inactive?"],
  ["Q149", "group rules that are active"],
  ["Q152", "Are there any deactivated IdP routing policies?"],
  ["Q164", "what user types are there?"],
  ["Q194", "groups without an owner"],
  ["Q197", "custom authorization servers"],
  ["Q225", "export a CSV of groups with the number of members"],
  ["Q250", "Which accounts lack any MFA factor?"],
  ["Q307", "Who relies on SMS or voice call as their only factor?"],
  ["Q308", "people whose password has expired"],
  ["Q318", "apps with zero assigned users and groups"],
];

/** Paraphrases that leave open what only an operator can say, or ask for what the phrasebook does not read. */
const undecided: readonly string[] = [
  "latest sign-in attempts",
  "trusted origins not touched for a month",
  "Who has been away from Okta for over a month?",
  "Users whose password is more than a year old",
  "Whose manager has been deactivated?",
];

/** The paraphrases with what is right in this world. */
export function paraphrases(world: World): readonly EvaluationQuestion[] {
  const asked = answersToAsked(world);
  const same = sameAs.map(([of, question]) => [inOrgsNames(question, asked[of]), asked[of]?.expected] as const);
  const others = [...Object.entries(answered(world)), ...undecided.map((one) => [one, declined] as const)];
  return [...same, ...others].map(([question, expected], at) => {
    const about = { id: `P${String(at + 1).padStart(2, "0")}`, question, class: "paraphrase" };
    return expected === undefined ? about : { ...about, expected };
  });
}

function answered(world: World): Readonly<Record<string, Expected>> {
  const { active, inApp, byGroup } = testsOf(world);
  const { users, present, groups, apps, usersOf, membersOf, daysAgo, assignments } = world;
  const assigned = new Set(assignments.filter((one) => one.scope === "USER").map((one) => one.userId));
  const since = (end: string | null): boolean => end !== null && end >= world.now && end < daysAgo(-60);
  return {
    "Whose password was changed in the last two weeks?": people(
      present.filter((user) => (user.passwordChanged ?? "") >= daysAgo(14)),
    ),
    "People who got Tableau through a group": people(usersOf("Tableau").filter(byGroup("Tableau"))),
    "everyone with an individually assigned app": people(present.filter((user) => assigned.has(user.id))),
    "Engineering people that signed in within the last 7 days": people(
      present.filter(
        (user) =>
          (user.profile["department"] ?? "").trim().toLowerCase() === "engineering" &&
          (user.lastLogin ?? "") >= daysAgo(7),
      ),
    ),
    "Number of people in the group Everyone": count("users", membersOf("Everyone").length),
    "What apps use SAML for single sign-on?": appRows(
      apps.filter((one) => ["SAML_2_0", "SAML_1_1"].includes(one.signOnMode)),
    ),
    "accounts with a contractors address": people(
      present.filter((user) => (user.profile["email"] ?? "").includes("contractors")),
    ),
    "anyone whose surname includes son": people(
      present.filter((user) => (user.profile["lastName"] ?? "").toLowerCase().includes("son")),
    ),
    "active users not updated since January 1 2025": people(
      users.filter(active).filter((user) => user.lastUpdated < "2025-01-01"),
    ),
    "Who is assigned to Zoom, directly or by group?": people(users.filter(inApp("Zoom"))),
    "List all groups by size, smallest first": groupRows(groups, (one) => ({ members: world.memberCount(one.id) })),
    "users who last signed in before 2025-06-01": people(
      present.filter((user) => user.lastLogin !== null && user.lastLogin < "2025-06-01"),
    ),
    "SAML apps with certificates that run out within 60 days": appRows(
      apps.filter((one) => one.signOnMode.startsWith("SAML") && since(world.certificateEnd(one))),
    ),
  };
}
