import { expect, test } from "vitest";
import { checkFilter } from "../../registry/filters/check-filter.ts";
import { checkParametersTogether } from "../../registry/filters/check-parameters-together.ts";
import { languageOf } from "../../registry/filters/filter-languages.ts";
import { languageInBrief } from "../../registry/filters/language-in-brief.ts";
import { filterInWords } from "../../registry/filters/filter-in-words.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";

const orgSchema = baseSchema();

const codes = (call: string, ...text: readonly string[]): readonly string[] => {
  const [operationId = "", parameter = ""] = call.split(" ");
  return checkFilter({ operationId, parameter, text, orgSchema }).map(
    (one) => `${one.offset} ${one.code} ${one.found}`,
  );
};

test("a value that is put in between quotation marks would be quoted twice", () => {
  expect(codes("listUsers filter", 'profile.login eq "', '"')).toEqual([
    "17 E0000031 The filter has quotation marks around a value that is put in.",
  ]);
});

test("what Okta takes has no problem", () => {
  const taken = [
    codes(
      "listUsers search",
      'status eq "ACTIVE" and (profile.department eq "Sales" or created gt "2026-01-01T00:00:00.000Z")',
    ),
    codes("listUsers search", "profile.department eq ", " AND profile.manager PR"),
    codes("listUsers search", 'profile.email co "gmail"'),
    codes("listUsers filter", "profile.login eq ", ""),
    codes("listGroups search", 'profile.name co "admin" and type eq "OKTA_GROUP"'),
    codes("listApplications filter", "user.id eq ", ""),
    codes(
      "listLogEvents filter",
      'eventType eq "user.session.start" and not (outcome.result eq "SUCCESS") and target.id eq "00u1"',
    ),
    codes("listNetworkZones filter", "system eq true"),
    codes("listDevices search", 'profile.displayName co "mac"'),
  ];
  expect(taken.flat()).toEqual([]);
});

test("lastLogin in a search is refused, with what to do instead", () => {
  expect(
    checkFilter({
      operationId: "listUsers",
      parameter: "search",
      text: ['status eq "ACTIVE" and lastLogin lt ', ""],
      orgSchema,
    }),
  ).toEqual([
    {
      offset: 23,
      found: "lastLogin stands in the search of listUsers.",
      why: "Okta returns lastLogin but cannot compare it in this parameter.",
      help: "Leave lastLogin out of the text, read the users, and compare it in the snippet: users.filter((user) => isBefore(user.lastLogin, daysAgo(30))).",
      code: "E0000031",
    },
  ]);
});

test("operators that Okta refuses are named with their place", () => {
  expect([
    ...codes("listUsers search", 'status ne "ACTIVE"'),
    ...codes("listUsers search", 'profile.department co "Eng"'),
    ...codes("listUsers search", 'profile.email co "gm"'),
    ...codes("listUsers search", 'not (status eq "ACTIVE")'),
    ...codes("listUsers filter", 'status sw "ACT"'),
    ...codes("listApplications filter", 'status eq "ACTIVE" and name eq "okta"'),
    ...codes("listLogEvents filter", 'debugContext.debugData.url co "x"'),
  ]).toEqual([
    "0 E0000031 status is compared with ne in the search of listUsers.",
    "0 E0000031 profile.department is compared with co in the search of listUsers.",
    "0 E0000031 co compares with 2 characters.",
    "0 E0000031 The filter uses not.",
    "0 E0000031 status is compared with sw in the filter of listUsers.",
    "0 E0000031 The filter of listApplications joins conditions.",
    "0 E0000053 debugContext.debugData.url is compared with co in the filter of listLogEvents.",
  ]);
});

test("attributes that do not exist, or only elsewhere, are named", () => {
  expect([
    ...codes("listUsers search", 'profile.departement eq "x"'),
    ...codes("listUsers search", 'profile.riskScore eq "x"'),
    ...codes("listApplications filter", 'signOnMode eq "SAML_2_0"'),
    ...codes("listLogEvents filter", 'published gt "2026-01-01T00:00:00.000Z"'),
    ...codes("listLogEvents filter", 'actor.nickname eq "x"'),
    ...codes("listUsers search", "", ' eq "x"'),
  ]).toEqual([
    "0 E0000031 The search of listUsers has no attribute profile.departement.",
    "0 E0000031 The search of listUsers has no attribute profile.riskScore.",
    "0 E0000031 signOnMode stands in the filter of listApplications.",
    "0 E0000053 published stands in the filter of listLogEvents.",
    "0 E0000053 The filter of listLogEvents has no attribute actor.nickname.",
    "0 E0000031 The filter has a value where an attribute must stand.",
  ]);
});

test("values of another kind are named", () => {
  expect([
    ...codes("listUsers search", 'status eq "active"'),
    ...codes("listUsers search", "created gt 2026"),
    ...codes("listUsers search", 'created gt "2026-01-01"'),
    ...codes("listUsers search", "profile.department eq Sales"),
    ...codes("listUsers search", "profile.department eq null"),
    ...codes("listNetworkZones filter", 'system eq "true"'),
    ...codes("listLogEvents filter", 'eventType eq "user.session.begin"'),
  ]).toEqual([
    "10 E0000031 status never is active.",
    "11 E0000031 created is compared with 2026.",
    "11 E0000031 2026-01-01 is no full date.",
    "22 E0000031 Sales is not quoted.",
    "22 E0000031 null is no value to compare with.",
    "10 E0000031 system is compared with a text.",
    "13 E0000053 eventType never is user.session.begin.",
  ]);
});

test("text that cannot be parsed is one problem at its place", () => {
  expect(
    [
      "",
      'status eq "ACTIVE',
      'status eq "ACTIVE")',
      "(status pr",
      "status",
      "status eq",
      'and status eq "ACTIVE"',
      "(".repeat(40),
    ].map((text) => codes("listUsers search", text).length),
  ).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

test("parameters that do not go together are named with Okta's code", () => {
  const together = (operationId: string, ...given: string[]): readonly string[] =>
    checkParametersTogether(operationId, given).map((one) => one.code);
  expect([
    together("listUsers", "search", "filter"),
    together("listUsers", "q", "filter"),
    together("listUsers", "sortBy"),
    together("listUsers", "search", "sortBy", "sortOrder"),
    together("listLogEvents", "filter"),
    together("listLogEvents", "since", "until"),
  ]).toEqual([["E0000033"], ["E0000063"], ["E0000063"], [], ["E0000063"], []]);
});

test("a filter is put into words", () => {
  expect([
    filterInWords("listUsers", "search", ['status eq "ACTIVE" and (profile.title sw "V" or created lt ', ")"]),
    filterInWords("listUsers", "search", ["profile.manager pr"]),
    filterInWords("listUsers", "q", ["", ""]),
    filterInWords("listLogEvents", "filter", ['not (outcome.result eq "SUCCESS")']),
    filterInWords("listUsers", "search", ["status eq"]),
    filterInWords("listBrands", "search", ["x"]),
  ]).toEqual([
    "status is ACTIVE and (profile.title starts with V or created is before ‹value›)",
    "profile.manager is set",
    "first name, last name or email starts with ‹value›",
    "not (outcome.result is SUCCESS)",
    undefined,
    undefined,
  ]);
});

test("a language is told in one phrase: what is compared by which operators, and what is never", () => {
  const brief = (operationId: string, parameter: string): string => {
    const language = languageOf(operationId, parameter);
    return language === undefined ? "" : languageInBrief(language);
  };
  expect([
    brief("listGroups", "search"),
    brief("listUsers", "filter"),
    brief("listApplications", "filter"),
    brief("listLogEvents", "filter"),
    brief("listGroups", "q"),
  ]).toEqual([
    "eq sw gt ge lt le pr on id, type, created, lastUpdated, lastMembershipUpdated, source.id, profile.*; co on profile.name, profile.description alone; joined by and, or, ( ); never _embedded.stats.usersCount",
    "eq on id, status, profile.login, profile.email, profile.firstName, profile.lastName; eq gt ge lt le on lastUpdated; joined by and, or, ( ); never lastLogin, passwordChanged, credentials.provider.type, realmId",
    "eq on status, id, name, credentials.signing.kid, settings.slo.enabled, user.id, group.id; one comparison alone; never label, signOnMode, features, created, lastUpdated",
    "eq ne co sw ew gt ge lt le pr on every field of the response; joined by and, or, not, ( ); never published",
    "plain words, name starts with them",
  ]);
});
