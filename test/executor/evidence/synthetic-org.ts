import type { Answer, AnswerAsk } from "../../../terms/ask.ts";

// Many values are equal on purpose: a place that is wrong must not pass by luck.
const departments = ["Sales", "Engineering", null, "Sales"];
const statuses = ["ACTIVE", "ACTIVE", "SUSPENDED", "ACTIVE", "STAGED"];
const factorTypes = ["push", "sms", "question", "push"];

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new Error("No values to pick from.");
  return value;
}

function day(index: number): string {
  return new Date(Date.UTC(2026, 8, 1 + (index % 60), 8)).toISOString();
}

function user(index: number): object {
  return {
    id: `u${index}`,
    status: pick(statuses, index),
    created: day(index),
    activated: day(index),
    lastLogin: index % 6 === 5 ? null : day(index * 7),
    lastUpdated: day(index + 1),
    statusChanged: day(index % 4),
    passwordChanged: null,
    type: { id: `t${index % 2}` },
    profile: {
      login: `user${index}@example.com`,
      email: index % 3 === 0 ? "shared@example.com" : `user${index}@example.com`,
      firstName: pick(["Ada", "Bo", "Ada"], index),
      lastName: pick(["Lee", "Kim"], index),
      department: pick(departments, index),
      managerId: `u${index % 4}`,
      userType: index % 5 === 0 ? "Contractor" : "Employee",
      title: index % 2 === 0 ? "Lead" : undefined,
    },
  };
}

const users = Array.from({ length: 23 }, (_, index) => user(index));

function group(index: number): object {
  return {
    id: `g${index}`,
    type: index === 0 ? "BUILT_IN" : "OKTA_GROUP",
    created: day(index),
    lastUpdated: day(index),
    lastMembershipUpdated: day(index),
    objectClass: ["okta:user_group"],
    profile: {
      name: pick(["Everyone", "Sales", "Contractors", "Empty", "Admins"], index),
      description: index % 2 === 0 ? "Shared" : null,
    },
  };
}

const groups = Array.from({ length: 5 }, (_, index) => group(index));

function members(groupId: string): readonly object[] {
  if (groupId === "g0") return users;
  if (groupId === "g3") return [];
  const step = Number(groupId.slice(1)) + 1;
  return users.filter((_, index) => index % step === 0);
}

function app(index: number): object {
  return {
    id: `a${index}`,
    label: pick(["GitHub", "GitHub Enterprise", "Slack", "Zoom"], index),
    name: pick(["github", "github", "slack", "zoom"], index),
    status: index === 3 ? "INACTIVE" : "ACTIVE",
    signOnMode: pick(["SAML_2_0", "BOOKMARK"], index),
    created: day(index),
    lastUpdated: day(index),
    features: index % 2 === 0 ? ["SSO", "IMPORT_SYNC"] : [],
    visibility: { hide: { iOS: index % 2 === 0, web: false } },
  };
}

const apps = Array.from({ length: 4 }, (_, index) => app(index));

function appUser(index: number, expand: unknown): object {
  return {
    id: `u${index}`,
    status: "ACTIVE",
    scope: index % 2 === 0 ? "USER" : "GROUP",
    created: day(index),
    credentials: { userName: `user${index}` },
    profile: {},
    ...(expand === "user" ? { _embedded: { user: users[index] } } : {}),
  };
}

function factors(userId: string): readonly object[] {
  const index = Number(userId.slice(1));
  return Array.from({ length: index % 4 }, (_, position) => ({
    id: `f${index}-${position}`,
    factorType: pick(factorTypes, index + position),
    provider: "OKTA",
    status: position === 1 ? "PENDING_ACTIVATION" : "ACTIVE",
    created: day(position),
    lastUpdated: day(position),
    profile: { phoneNumber: "+1 555" },
  }));
}

function roles(userId: string): readonly object[] {
  const index = Number(userId.slice(1));
  return Array.from({ length: index % 3 }, (_, position) => ({
    id: `r${index}-${position}`,
    label: pick(["Super Administrator", "Help Desk Administrator"], position),
    type: pick(["SUPER_ADMIN", "HELP_DESK_ADMIN"], position),
    status: "ACTIVE",
    assignmentType: position === 0 ? "USER" : "GROUP",
    created: day(index),
    lastUpdated: day(index),
  }));
}

function log(index: number): object {
  return {
    uuid: `e${index}`,
    published: day(index),
    eventType: pick(["user.session.start", "user.account.lock"], index),
    displayMessage: "Something",
    severity: "INFO",
    actor: { id: `u${index % 6}`, alternateId: `user${index % 6}@example.com`, displayName: "Ada", type: "User" },
    outcome: { result: pick(["SUCCESS", "FAILURE", "SUCCESS"], index), reason: null },
    client: { ipAddress: pick(["10.0.0.1", "10.0.0.2"], index) },
    target: index % 2 === 0 ? [{ id: "a0", displayName: "GitHub", type: "AppInstance" }] : null,
  };
}

function groupsOf(userId: string): readonly object[] {
  return groups.filter((_, index) => members(`g${index}`).some((one) => Reflect.get(one, "id") === userId));
}

type Lists = Readonly<Record<string, (parameters: Readonly<Record<string, unknown>>) => readonly object[]>>;

const lists: Lists = {
  listUsers: () => users,
  listGroups: () => groups,
  listApplications: () => apps,
  listGroupUsers: ({ groupId }) => members(String(groupId)),
  listApplicationUsers: ({ appId, expand }) =>
    users.flatMap((_, index) => (index % (Number(String(appId).slice(1)) + 2) === 0 ? [appUser(index, expand)] : [])),
  listApplicationGroupAssignments: () => [{ id: "g1", priority: 0, lastUpdated: day(1) }],
  listFactors: ({ userId }) => factors(String(userId)),
  listUserGroups: ({ id }) => groupsOf(String(id)),
  listAssignedRolesForUser: ({ userId }) => roles(String(userId)),
  listLogEvents: () => Array.from({ length: 17 }, (_, index) => log(index)),
};

const PAGE = 8;

function respond(body: unknown, hasMore: boolean): Answer {
  const text = JSON.stringify(body);
  return { kind: "response", load: () => text, bytes: Buffer.byteLength(text), hasMore };
}

/** One page or one object of data that is always the same. */
function readSynthetic(
  operationId: string,
  parameters: Readonly<Record<string, unknown>>,
  page: number,
): { readonly body: unknown; readonly hasMore: boolean } {
  if (operationId === "getUser")
    return { body: users.find((one) => Reflect.get(one, "id") === parameters["id"]), hasMore: false };
  if (operationId === "listUsersWithRoleAssignments") {
    const value = users.filter((_, index) => index % 3 > 0).map((one) => ({ id: Reflect.get(one, "id"), orn: "orn" }));
    return { body: { value }, hasMore: false };
  }
  const all = lists[operationId]?.(parameters);
  if (all === undefined) throw new Error(`No answers for ${operationId}.`);
  const from = page * PAGE;
  return { body: all.slice(from, from + PAGE), hasMore: from + PAGE < all.length };
}

/** Answers reads from data that is always the same. */
export const answerSynthetic: AnswerAsk = async ({ operationId, parameters, page = 0 }) => {
  const { body, hasMore } = readSynthetic(operationId, parameters, page);
  return respond(body, hasMore);
};
