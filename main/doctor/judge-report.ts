import { getOperation } from "../../registry/catalogue.ts";
import type { Operation } from "../../registry/operation.ts";
import type { RolesRead } from "../org/held-role.ts";
import { isForSuperAdmins, rolesAllow, type Allowance } from "../org/role-allows.ts";
import { kindsOf, roleWarnings } from "../org/role-warnings.ts";
import type { ReportNeeds } from "../report/report-needs.ts";
import type { DoctorLine } from "./doctor-line.ts";
import type { Engine } from "./examine-reach.ts";

/** What a credential may do in its org, as far as that is known. */
export interface CredentialPower {
  readonly engine: Engine;
  readonly roles: RolesRead;
  /** OAuth scopes that were not granted; none for an API token. */
  readonly missingScopes: readonly string[];
}

/** What stands in the way of a report, or dims its answer. */
interface Obstacle {
  readonly found: string;
  readonly help: string;
}

const engineNames = { oie: "Identity Engine", classic: "Classic Engine" } as const;

function idsOf(operations: readonly Operation[]): string {
  return operations.map((operation) => operation.operationId).join(", ");
}

function engineObstacle(operations: readonly Operation[], engine: Engine): readonly Obstacle[] {
  const elsewhere = operations.filter(
    (one) => engine !== undefined && one.engine !== undefined && one.engine !== engine,
  );
  const [first] = elsewhere;
  if (first?.engine === undefined || engine === undefined) return [];
  const found = `${idsOf(elsewhere)} exists on ${engineNames[first.engine]} alone, and this org runs on ${engineNames[engine]}`;
  return [{ found, help: "It has no answer here." }];
}

function scopeObstacle(operations: readonly Operation[], missing: readonly string[]): readonly Obstacle[] {
  const lacking = operations.filter((operation) => operation.scopes.some((scope) => missing.includes(scope)));
  const scopes = [...new Set(lacking.flatMap((operation) => operation.scopes))].filter((one) => missing.includes(one));
  if (scopes.length === 0) return [];
  return [
    {
      found: `${scopes.join(" and ")} is not granted, which ${idsOf(lacking)} needs`,
      help: `A super administrator grants ${scopes.join(" and ")} under Applications > (the app) > Okta API Scopes.`,
    },
  ];
}

function roleObstacle(operations: readonly Operation[], roles: RolesRead, allowance: Allowance): readonly Obstacle[] {
  if (roles.kind === "unread" || roles.roles.length === 0) return [];
  const such = operations.filter((operation) => rolesAllow(roles.roles, operation) === allowance);
  if (such.length === 0) return [];
  const names = roles.roles.map((role) => role.name).join(" nor ");
  const permissions = [...new Set(such.flatMap((operation) => operation.permissions?.[0] ?? []))];
  const wanted = permissions.length === 0 ? "" : `, or a custom role with ${permissions.join(" and ")}`;
  const found =
    allowance === "no"
      ? `${names} may not read ${idsOf(such)}`
      : `whether ${names} may read ${idsOf(such)} is not known`;
  const role = such.some(isForSuperAdmins) ? "a super administrator's" : "the read-only administrator's";
  return [{ found, help: `It takes ${role} role${wanted}.` }];
}

function dimmed(operations: readonly Operation[], roles: RolesRead): readonly Obstacle[] {
  const kinds = kindsOf(operations.map((operation) => operation.operationId));
  return roleWarnings(roles, kinds).map((warning) => ({
    found: warning.replace(/[.]$/, ""),
    help: "A role without limits and conditions shows all.",
  }));
}

function lineOf(name: string, state: "poor" | "broken", lead: string, obstacles: readonly Obstacle[]): DoctorLine {
  const found = `${lead}${obstacles.map((one) => one.found).join("; ")}.`;
  const help = [...new Set(obstacles.map((one) => one.help))].join(" ");
  return { subject: name, state, found, help };
}

/** Says whether a report can run with a credential, and why not. Sends nothing. */
export function judgeReport({ name, operations: reviewed }: ReportNeeds, power: CredentialPower): DoctorLine {
  if (reviewed === undefined) {
    const found = "Cannot run: it does not pass the check.";
    return { subject: name, state: "broken", found, help: `attest report verify says what is against it.` };
  }
  const operations = reviewed.map(({ operationId }) => getOperation(operationId));
  const { engine, roles, missingScopes } = power;
  const against = [
    ...engineObstacle(operations, engine),
    ...scopeObstacle(operations, missingScopes),
    ...roleObstacle(operations, roles, "no"),
  ];
  if (against.length > 0) return lineOf(name, "broken", "Cannot run: ", against);
  const dim = [...roleObstacle(operations, roles, "unknown"), ...dimmed(operations, roles)];
  if (dim.length > 0) return lineOf(name, "poor", "Can run, but ", dim);
  return { subject: name, state: "good", found: `Can run: it reads ${idsOf(operations)}.` };
}
