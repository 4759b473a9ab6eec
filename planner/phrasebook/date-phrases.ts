import { type ConditionPhrase } from "./phrase.ts";
import type { Condition, UserDate } from "./reading.ts";
import { beforePhrases, momentOf, rangePhrases, sincePhrases, type WhenPhrase } from "./when-phrases.ts";

const is = "were|was|are|is|have|has|had? been?";
const signed = "signed|logged in|on|into";
const signIn = "sign|log in|on|into";
const toOkta = "to|into? okta?";
const login = "login|logins|sign-in|sign-ins|signin|sign in? date|time?";
const word = "their|the|a? password|passwords";

function conditionsOf(date: UserDate, when: WhenPhrase, orNever: boolean, status?: string): ConditionPhrase["make"] {
  return (slots) => {
    const { since, before } = when.make(slots);
    const conditions: Condition[] = status === undefined ? [] : [{ kind: "status", values: [status], not: false }];
    if (since !== undefined) conditions.push({ kind: "date", date, side: "since", moment: since, orNever: false });
    if (before !== undefined) conditions.push({ kind: "date", date, side: "before", moment: before, orNever });
    return conditions;
  };
}

/** Every way of saying when, after a verb that says what happened. */
function happened(
  date: UserDate,
  verbs: readonly string[],
  whens: readonly WhenPhrase[],
  status?: string,
): readonly ConditionPhrase[] {
  return whens.map((when) => ({
    patterns: verbs.map((verb) => `${verb} ${when.pattern}`),
    make: conditionsOf(date, when, false, status),
  }));
}

const anyTime = [...sincePhrases, ...beforePhrases, ...rangePhrases];

/** Not since then: the same spans, and a user without that date counts. */
function notHappened(date: UserDate, verbs: readonly string[]): readonly ConditionPhrase[] {
  const patterns = [
    "for|in|within|during|over at? least? the last|past {duration}",
    "for|in|within|during|over at? least? last|past|previous? {counted}",
    "at least {counted}",
    "for? {counted} or more|longer",
    "for|in|within? more|longer than the? last|past? {counted}",
    "in|for over {counted}",
    "since {date}",
    "since {monthname}",
    "{period}",
    "since the? start|beginning of? {period}",
  ];
  return [
    {
      patterns: verbs.flatMap((verb) => patterns.map((pattern) => `${verb} ${pattern}`)),
      make: (slots) => [{ kind: "date", date, side: "before", moment: momentOf(slots[0]), orNever: true }],
    },
  ];
}

const created = [
  `${is} created|added|registered`,
  `${is} account created`,
  "whose account was created",
  "with an? account created",
];

/** How the dates of a user are said. */
export const datePhrases: readonly ConditionPhrase[] = [
  ...notHappened("lastLogin", [
    `have|has|had|did|do|does not ${signed} ${toOkta}`,
    `have|has|did|do|does not ${signIn} ${toOkta}`,
    `not ${signed} ${toOkta}`,
    `have|has? gone without a? ${login}`,
    `with|have|had? no ${login}`,
    `without a|any? ${login}`,
    `did|do|have|has not have|had a|any? ${login}`,
  ]),
  ...happened("lastLogin", [`have|has|had? ${signed} ${toOkta}`, `have|had|with a ${login}`], sincePhrases),
  ...happened(
    "lastLogin",
    [
      `last ${signed} ${toOkta}`,
      "whose last login|sign-in|signin date|time? is|was",
      `with a? last login|sign-in date?`,
    ],
    [
      ...sincePhrases,
      ...beforePhrases,
      { pattern: "older than {duration}", make: (slots) => ({ before: momentOf(slots[0]) }) },
      { pattern: "over {duration} old", make: (slots) => ({ before: momentOf(slots[0]) }) },
    ],
  ),
  {
    patterns: [
      `have|has|had? never ${signed} ${toOkta}`,
      "with? no last login|sign-in date?",
      `never ${signed} ${toOkta}`,
      `have|has yet to ${signIn} ${toOkta}`,
      "have|has|with|without never|no|any a|any? login|logins|sign-in|sign-ins at all",
      "are|is|was|were|have|has? never been? used",
      `have|has not ever|yet ${signed} ${toOkta}`,
      `have|has not ${signed} ${toOkta} ever|yet`,
      "whose last login is empty|null|blank",
    ],
    make: () => [{ kind: "never-signed-in", not: false }],
  },
  ...happened("created", created, anyTime),
  ...happened("activated", [`${is} activated`], anyTime),
  ...happened(
    "lastUpdated",
    [`${is} last? updated|modified`, "whose profile|account was last? updated|modified"],
    anyTime,
  ),
  ...notHappened("lastUpdated", [`${is} not been? updated|modified`, "have|has not been updated|modified"]),
  ...happened(
    "passwordChanged",
    [
      `have|has|had? changed|updated ${word}`,
      "whose password was|has last? been? changed|updated",
      "with a password last? changed",
    ],
    anyTime,
  ),
  ...notHappened("passwordChanged", [
    `have|has|did|do not changed|change|updated|update ${word}`,
    "whose password was|has not been? changed|updated",
  ]),
  {
    patterns: [
      "whose password is older than {duration}",
      "whose password is more|over than? {duration} old",
      "with a? passwords|password older than {duration}",
    ],
    make: (slots) => [
      { kind: "date", date: "passwordChanged", side: "before", moment: momentOf(slots[0]), orNever: false },
    ],
  },
  ...happened("statusChanged", [`${is} suspended`], anyTime, "SUSPENDED"),
  ...happened("statusChanged", [`${is} deactivated|deprovisioned`], anyTime, "DEPROVISIONED"),
  {
    patterns: [`${is} suspended for more|longer|over than? {duration}`, `${is} suspended for at least {duration}`],
    make: (slots) => [
      { kind: "status", values: ["SUSPENDED"], not: false },
      { kind: "date", date: "statusChanged", side: "before", moment: momentOf(slots[0]), orNever: false },
    ],
  },
];
