import { listStarterReports } from "../reports/starter-reports.ts";
import { getOperation } from "../registry/catalogue.ts";
import type { Operation } from "../registry/operation.ts";
import { Failure } from "../terms/failure.ts";
import type { House } from "./house.ts";
import { getNamedReport, starterReport, type NamedReport } from "./report/named-report.ts";
import { needsOf } from "./report/report-needs.ts";
import { makeKey, type PublicKey } from "./setup/make-key.ts";
import { planSetup, type SetupPlan } from "./setup/plan-setup.ts";

/** What a setup is for: everything that the starter reports read where nothing is named. */
export interface SetupChoice {
  readonly operationIds: readonly string[];
  readonly reports: readonly string[];
  /** A file for a new private key. */
  readonly keyFile?: string | undefined;
}

/** What to set up in the org, and for what. */
export interface Setup extends SetupPlan {
  /** In words. */
  readonly purpose: string;
  /** The public half of the key that was made. */
  readonly publicKey: PublicKey | undefined;
}

/** What Attest reads beside every run: the org's attributes, and what may shorten its answers. */
const ownReads = [
  "getUserSchema",
  "getGroupSchema",
  "listRolesForClient",
  "listGroupTargetRoleForClient",
  "listAppTargetRoleToClient",
  "listRolePermissions",
  "listResourceSetResources",
];

function readOnly(operationId: string): Operation {
  const operation = getOperation(operationId);
  if (operation.effect === "read" || operation.effect === "secret") return operation;
  throw new Failure(
    "config/invalid",
    { setting: "--operation", expected: "an operation that reads" },
    {
      found: `${operationId} changes something in the org.`,
      why: "Attest only reads, so a setup never grants more.",
      help: "Look for a read with: attest operations WORDS",
    },
  );
}

async function chosenReports(house: House, { operationIds, reports }: SetupChoice): Promise<readonly NamedReport[]> {
  if (reports.length > 0) return Promise.all(reports.map((name) => getNamedReport(house, name)));
  return operationIds.length > 0 ? [] : (await listStarterReports()).map(starterReport);
}

function purposeOf({ operationIds, reports }: SetupChoice): string {
  const parts = [...reports.map((name) => `the report ${name}`), ...operationIds];
  return parts.length === 0 ? "all starter reports" : parts.join(", ");
}

/**
 * Plans the service app, scopes and admin role for what is chosen, and makes a key where a file for it is named. Sends nothing.
 * Throws `registry/unknown-operation`, `library/not-found`, and `config/invalid` for a write or a key file that is there already.
 */
export async function setup(house: House, choice: SetupChoice): Promise<Setup> {
  const named = choice.operationIds.map(readOnly);
  const needs = await needsOf(house, await chosenReports(house, choice));
  const ofReports = needs.flatMap(({ operations = [] }) => operations.map(({ operationId }) => operationId));
  const operations = [...new Set([...named.map(({ operationId }) => operationId), ...ofReports])].map(getOperation);
  const plan = planSetup(operations, ownReads.map(getOperation));
  const publicKey =
    choice.keyFile === undefined
      ? undefined
      : makeKey(choice.keyFile, `attest-${new Date().toISOString().slice(0, 10)}`);
  return { ...plan, purpose: purposeOf(choice), publicKey };
}
