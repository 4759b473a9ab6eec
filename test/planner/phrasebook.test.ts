import { afterAll, expect, test } from "vitest";
import { createChecker } from "../../executor/check/checker.ts";
import type { LookUpRequest, LookUpResult, PlannerContext } from "../../planner/context.ts";
import { lookUpSnippet } from "../../planner/look-ups/look-up-snippet.ts";
import { composeListing } from "../../planner/phrasebook/compose-listing.ts";
import { listings } from "../../planner/phrasebook/listings.ts";
import { planWithPhrasebook } from "../../planner/phrasebook/plan-with-phrasebook.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import type { Plan } from "../../terms/plan.ts";
import { readShared, withoutSharedData } from "../shared-data.ts";
import { declines, readings } from "./questions.ts";

const checker = createChecker();
afterAll(async () => {
  await checker.close();
});

const context: PlannerContext = {
  check: async () => [],
  lookUp: undefined,
  definitions: [],
  clock: "2026-11-23T20:00:00.000Z",
};

const plan = async (question: string): Promise<Plan> => await planWithPhrasebook(question, context);

const said = (one: Plan): string =>
  one.kind === "snippet" ? one.reading : one.kind === "declined" ? `declined: ${one.reason}` : "asked back";

test("a question is read as one sentence that covers every word", async () => {
  const found = await Promise.all(
    Object.keys(readings).map(async (question) => [question, said(await plan(question))] as const),
  );
  expect(Object.fromEntries(found)).toEqual(readings);
});

test("a word that is not understood declines the question and is named", async () => {
  const found = await Promise.all(
    Object.keys(declines).map(async (question) => {
      const reason = said(await plan(question));
      return [question, /^declined: The word "(\S+)" is not/.exec(reason)?.[1] ?? reason] as const;
    }),
  );
  expect(Object.fromEntries(found)).toEqual(declines);
});

test("what can be said of two things is not guessed", async () => {
  const questions = [
    "Which users have a manager who is deactivated?",
    "Users in the group A created in the last 30 days",
    "Users with access to GitHub and in group A or in group B",
    "users with no access to GitHub or an admin role",
  ];
  const kinds = await Promise.all(questions.map(async (question) => (await plan(question)).kind));
  expect(kinds).toEqual(["declined", "declined", "declined", "declined"]);
});

test("every composed snippet and every look-up passes the check", async () => {
  const plans = await Promise.all(Object.keys(readings).map(plan));
  const sources = plans.flatMap((one) => (one.kind === "snippet" ? [one.source] : []));
  const subjects = [
    "applications",
    "groups",
    "user-types",
    "user-attributes",
    "roles",
    "zones",
    "policies",
    "authenticators",
  ] as const;
  const lookUps = [
    ...subjects.map((subject) => lookUpSnippet({ subject, words: [] }).source),
    lookUpSnippet({ subject: "attribute-values", words: ["x"], attribute: "userType" }).source,
  ];
  const checked = await Promise.all(
    [...sources, ...lookUps].map(async (source) => await checker.check(source, { orgSchema: baseSchema() })),
  );
  expect(checked.flatMap((one) => (one.kind === "findings" ? one.findings : []))).toEqual([]);
});

test("every list, with the words for it, is read and passes the check", async () => {
  const composed = Object.keys(listings).map((listing) => {
    const tests =
      listings[listing]?.events === undefined
        ? []
        : [{ kind: "date" as const, columns: ["published"], side: "since" as const, moment: { hours: 24 } }];
    return composeListing({ kind: "listing", listing, tests, shown: [], order: undefined, output: { kind: "rows" } });
  });
  const checked = await Promise.all(
    composed.map(async ({ source }) => await checker.check(source, { orgSchema: baseSchema() })),
  );
  expect(checked.flatMap((one) => (one.kind === "findings" ? one.findings : []))).toEqual([]);
});

test("a composed snippet that the check refuses is declined", async () => {
  const finding = { code: "gate/any", line: 1, column: 1, message: "No.", why: "", help: "" };
  const one = await planWithPhrasebook("Which users have Slack?", { ...context, check: async () => [finding] });
  expect(one.kind).toBe("declined");
});

test("names of the question are parameters, never text in the code", async () => {
  const one = await plan(`Which users have access to "x', y: okta.deleteUser({}), z: '"?`);
  expect(one.kind === "snippet" ? /export const params = .*/.exec(one.source)?.[0] : one.kind).toBe(
    "export const params = { app: 'x\\', y: okta.deleteUser({}), z: \\'' }",
  );
});

test("a word without meaning in Okta is asked back with the org's own ways and their numbers", async () => {
  const made = { operationId: "listUsers", showed: "1 of 4 in 1 request" };
  const lookUp = async ({ subject }: LookUpRequest): Promise<LookUpResult> => {
    if (subject === "attribute-values")
      return { items: [{ name: "Contractor", count: 96 }], outOf: 4, requests: [made] };
    if (subject === "groups") return { items: [{ name: "Contractors", count: 81 }], outOf: 60, requests: [] };
    return { items: [], outOf: 1, requests: [] };
  };
  expect(await planWithPhrasebook("Show MFA status for contractors", { ...context, lookUp })).toEqual({
    kind: "asked-back",
    question: 'What does "contractor" mean here?',
    word: "contractor",
    alternatives: [
      { label: 'users whose userType is "Contractor"', count: 96, condition: 'userType same "Contractor"' },
      { label: 'users in the group "Contractors"', count: 81, condition: 'group "Contractors"' },
    ],
    requests: [{ operationId: "listUsers", showed: '1 of 4 in 1 request, looking for "contractor" in userType' }],
  });
});

test.skipIf(withoutSharedData)("ambiguous, impossible and write questions are never composed", async () => {
  const questions: readonly { readonly id: string; readonly question: string; readonly class: string }[] = JSON.parse(
    readShared("questions/questions.json"),
  );
  const planned = await Promise.all(questions.map(async (one) => ({ ...one, kind: (await plan(one.question)).kind })));
  const composed = planned.filter((one) => one.kind === "snippet");
  const count = (list: typeof planned, kind: string): number => list.filter((one) => one.class === kind).length;
  console.info(
    `composed: ${count(composed, "simple")} of ${count(planned, "simple")} simple, ${count(composed, "compound")} of ${count(planned, "compound")} compound`,
  );
  expect(composed.filter((one) => one.class !== "simple" && one.class !== "compound").map((one) => one.id)).toEqual([]);
});
