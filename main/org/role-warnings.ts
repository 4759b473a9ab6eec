import { getOperation } from "../../registry/catalogue.ts";
import { roleKinds, type HeldRole, type RoleKind, type RolesRead } from "./held-role.ts";

/** Path segments whose objects a role may leave out, and the kind that they are of. */
const kindsBySegment: ReadonlyMap<string, readonly RoleKind[]> = new Map([
  ["users", ["users"]],
  ["groups", ["groups"]],
  ["apps", ["apps"]],
  ["appLinks", ["apps"]],
  ["members", ["users", "groups"]],
]);

/** The kinds of things that these operations read, or read something of. */
export function kindsOf(operationIds: readonly string[]): readonly RoleKind[] {
  const segments = operationIds.flatMap((operationId) => getOperation(operationId).path.split("/"));
  const touched = new Set(segments.flatMap((segment) => kindsBySegment.get(segment) ?? []));
  return roleKinds.filter((kind) => touched.has(kind));
}

function listed(kinds: readonly string[]): string {
  return kinds.length < 3 ? kinds.join(" and ") : `${kinds.slice(0, -1).join(", ")} and ${kinds.at(-1)}`;
}

/** What one role leaves out of the kinds that no other role shows whole. */
function shortenedBy(role: HeldRole, kinds: readonly RoleKind[]): readonly string[] {
  const by = (reach: string): readonly RoleKind[] => kinds.filter((kind) => role.reach[kind] === reach);
  const [some, none, unknown] = [by("some"), by("none"), by("unknown")];
  const outside =
    role.limit === undefined
      ? `${listed(some)} that are kept from this role, such as the group Everyone, are not in this answer`
      : `${listed(some)} outside of ${role.limit.startsWith("1 ") || role.limit.startsWith("a ") ? "it" : "them"} are not in this answer`;
  const said = [
    ...(some.length > 0 ? [outside] : []),
    ...(none.length > 0 ? [`it shows no ${listed(none)} of its own, so those may be missing`] : []),
    ...(unknown.length > 0
      ? [`what it shows of ${listed(unknown)} is not known, so some may be missing from this answer`]
      : []),
  ];
  if (said.length === 0) return [];
  return [`${role.name}${role.limit === undefined ? "" : `, limited to ${role.limit}`}: ${said.join("; ")}.`];
}

function hiddenWarnings(roles: readonly HeldRole[], kinds: readonly RoleKind[]): readonly string[] {
  const showsAll = (role: HeldRole): boolean => role.reach.users === "all" && role.hidden === undefined;
  if (!kinds.includes("users") || roles.some(showsAll)) return [];
  return roles.flatMap(({ name, hidden }) =>
    hidden === undefined
      ? []
      : [
          `${name} hides fields of users: ${hidden}. They look empty in this answer, and a condition on them finds nobody.`,
        ],
  );
}

/**
 * What an answer must say of the roles of the credential: rows that they may have left out, fields that they may have hidden.
 * Nothing where every kind is shown whole by some role.
 */
export function roleWarnings(read: RolesRead, kinds: readonly RoleKind[]): readonly string[] {
  if (kinds.length === 0) return [];
  if (read.kind === "unread") {
    return [
      `The roles of this credential could not be read: ${read.why} A role that is limited leaves ${listed(kinds)} out without a word, so some may be missing from this answer.`,
    ];
  }
  if (read.roles.length === 0) {
    return [`This credential has no admin role: ${listed(kinds)} that it may not see are not in this answer.`];
  }
  const partly = kinds.filter((kind) => !read.roles.some((role) => role.reach[kind] === "all"));
  return [...read.roles.flatMap((role) => shortenedBy(role, partly)), ...hiddenWarnings(read.roles, kinds)];
}

/** What two readings are compared by: only what may change an answer about these kinds. */
export function limitsOf(read: RolesRead, kinds: readonly RoleKind[]): string {
  const warnings = roleWarnings(read, kinds);
  if (read.kind === "unread" || warnings.length === 0) return JSON.stringify(warnings);
  return JSON.stringify([warnings, read.roles.map((role) => JSON.stringify([role.name, role.limitedTo])).toSorted()]);
}
