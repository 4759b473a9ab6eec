import type { AccessPath } from "./reading.ts";
import type { SnippetText } from "./snippet-text.ts";

/** Writes the reads that give the ids of all who have some app by that way; gives the name of the set. */
export function addAnyApp(path: AccessPath, snippet: SnippetText): string {
  return snippet.once(`any-app ${path}`, () => (path === "group" ? byGroups(snippet) : byApps(path, snippet)));
}

/** Who is in a group that has apps has them: cheaper than to ask each app. */
function byGroups(snippet: SnippetText): string {
  const granted = addGranted(snippet);
  const ids = snippet.name("grantedIds");
  snippet.add(`const ${ids} = new Set(${granted}.flatMap((group) => group.userIds))`);
  return ids;
}

function addGranted(snippet: SnippetText): string {
  const [granting, granted] = [snippet.name("granting"), snippet.name("granted")];
  snippet.use("each");
  snippet.add(
    `const ${granting} = (await okta.listGroups({ expand: 'stats' }).all()).filter((group) => group._embedded.stats.appsCount > 0)`,
    `const ${granted} = await each(${granting}, async (group) => {`,
    "  const users = await okta.listGroupUsers({ groupId: group.id }).all()",
    "  return { id: group.id, userIds: users.map((user) => user.id) }",
    "})",
  );
  return granted;
}

function byApps(path: AccessPath, snippet: SnippetText): string {
  const granted = path === "direct-only" ? addGranted(snippet) : undefined;
  const [apps, perApp, ids] = [snippet.name("apps"), snippet.name("perApp"), snippet.name("appUserIds")];
  snippet.use("each");
  snippet.add(
    `const ${apps} = await okta.listApplications({}).all()`,
    `const ${perApp} = await each(${apps}, async (app) => {`,
    "  const people = await okta.listApplicationUsers({ appId: app.id }).all()",
    ...(granted === undefined
      ? [`  return people${path === "direct" ? direct : ""}.map((one) => one.id)`]
      : directOnly(granted)),
    "})",
    `const ${ids} = new Set(${perApp}.flat())`,
  );
  return ids;
}

const direct = ".filter((one) => one.scope === 'USER')";

function directOnly(granted: string): readonly string[] {
  return [
    "  const appGroups = await okta.listApplicationGroupAssignments({ appId: app.id }).all()",
    "  const groupIds = new Set(appGroups.map((group) => group.id))",
    `  const given = new Set(${granted}.filter((group) => groupIds.has(group.id)).flatMap((group) => group.userIds))`,
    `  return people${direct}.map((one) => one.id).filter((id) => !given.has(id))`,
  ];
}
