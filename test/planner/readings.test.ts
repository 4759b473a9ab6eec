import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";
import { worldOf, type World } from "../evaluation/world.ts";

/** What a reader of the prompt handed over in the end, and the SHA-256 of the system prompt that was read. */
const readingShape = z.strictObject({
  promptHash: z.string().length(64),
  question: z.string(),
  reading: z.string(),
  definitions: z.array(z.string()),
  source: z.string(),
});

const folder = "test/planner/readings";
const readings = readdirSync(folder)
  .toSorted()
  .map((file) => readingShape.parse(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))));

const tokenShape = z.object({ id: z.string(), expiresAt: z.string(), tokenWindow: z.literal("P30D") });
const ruleShape = z.object({ id: z.string(), status: z.string() });
const ruleOfPolicyShape = z.object({ id: z.string(), type: z.string() });

const rowShape = z.object({
  id: z.string().optional(),
  ruleId: z.string().optional(),
  usersCount: z.number().optional(),
});

/** In place of 30 days, so that few enough lie before and some after. */
const days = 5;

type Truth = (world: World, house: AskingHouse) => readonly string[];

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map((one) => one.id);

const truths: Readonly<Record<string, Truth>> = {
  "Show me all groups and their member counts": ({ groups, memberCount }) =>
    groups.map(({ id }) => `${id} ${memberCount(id)}`),
  "which apps are only reachable through a group, i.e. have no directly assigned users?": ({
    apps,
    appGroupCount,
    usersOf,
  }) =>
    idsOf(apps.filter((app) => appGroupCount(app.id) > 0 && usersOf(app.label).every((one) => one.scope !== "USER"))),
  "list active users in Engineering with no MFA enrolled": ({ users, factorsOf }) =>
    idsOf(
      users.filter(
        ({ id, status, profile }) =>
          status === "ACTIVE" && profile["department"]?.toLowerCase() === "engineering" && factorsOf(id).length === 0,
      ),
    ),
  "Which API tokens have not been used or refreshed for 30 days, and who owns them?": ({ daysAgo }, { emulator }) =>
    idsOf(
      z
        .array(tokenShape)
        .parse(emulator.dump().apiTokens)
        .filter(({ expiresAt }) => Date.parse(expiresAt) - 30 * 86_400_000 <= Date.parse(daysAgo(days))),
    ),
  "List all Super Admins who haven't signed in for 30 days.": ({ users, rolesOf, daysAgo }) =>
    idsOf(
      users.filter(({ id, lastLogin }) => rolesOf(id).includes("SUPER_ADMIN") && (lastLogin ?? "") < daysAgo(days)),
    ),
  "Are persistent global session cookies disabled?": (_world, { emulator }) =>
    idsOf(
      z
        .array(ruleOfPolicyShape)
        .parse(emulator.dump().policyRules)
        .filter((one) => one.type === "SIGN_ON"),
    ),
  "Group rules that are invalid or inactive, and the groups they assign to": (_world, { emulator }) =>
    idsOf(
      z
        .array(ruleShape)
        .parse(emulator.dump().groupRules)
        .filter((one) => one.status !== "ACTIVE"),
    ),
};

let house: AskingHouse;
let world: World;

beforeAll(async () => {
  house = await openAskingHouse({ users: 300, seed: 7 });
  world = worldOf(house.emulator.dump(), Date.now());
});

afterAll(() => house.close());

test.each(readings)("the rows of what was handed over are right: $question", async ({ question, source }) => {
  const { rows } = reportOf(await house.run(source.replace("days: 30", `days: ${days}`)));
  const found = z
    .array(rowShape)
    .parse(rows)
    .map(({ id, ruleId, usersCount }) =>
      question.includes("member counts") ? `${id} ${usersCount}` : (ruleId ?? id ?? ""),
    );
  const expected = truths[question]?.(world, house) ?? [];
  expect({ found: found.toSorted(), some: expected.length > 0 }).toEqual({ found: expected.toSorted(), some: true });
});
