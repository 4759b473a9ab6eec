// Every fault against a single read, a list walk and a join, on the real path: check, approval, sandbox, journal, okta/, HTTP.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FaultRule } from "../../emulator/http/faults.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import type { OrgDump } from "../../emulator/org-dump.ts";
import { findConfiguredOrg, getConfiguredOrg } from "../../main/org/connected-org.ts";
import type { Settings } from "../../main/config/settings.ts";
import { openHouse, type House } from "../../main/house.ts";
import { run } from "../../main/run.ts";
import { Secret } from "../../terms/secret.ts";

/** The three kinds of reads. */
export type ReadKind = "single" | "walk" | "join";

interface Reading {
  readonly source: string;
  readonly parameters: (dump: OrgDump) => Readonly<Record<string, string>>;
  readonly expected: (dump: OrgDump) => readonly object[];
  /** Operations whose reads may be named by a failure. */
  readonly operationIds: readonly string[];
}

const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const profileOf = (user: object, name: string): unknown => Reflect.get(Reflect.get(user, "profile") as object, name);
const loginOf = (user: object): unknown => profileOf(user, "login");

const readings: Readonly<Record<ReadKind, Reading>> = {
  single: {
    source: `import { okta } from 'okta'
export const title = 'One user'
export const params = { id: '' }
export default async function ({ id }: typeof params) {
  const user = await okta.getUser({ id })
  return [{ id: user.id, login: user.profile.login, status: user.status }]
}
`,
    parameters: (dump) => ({ id: text(dump.users[7]?.["id"]) }),
    expected: (dump) =>
      dump.users.slice(7, 8).map((user) => ({ id: user["id"], login: loginOf(user), status: user["status"] })),
    operationIds: ["getUser"],
  },
  walk: {
    source: `import { okta } from 'okta'
export const title = 'All users'
export default async function () {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, login: user.profile.login, status: user.status }))
}
`,
    parameters: () => ({}),
    expected: (dump) =>
      dump.users
        .filter((user) => user["status"] !== "DEPROVISIONED")
        .map((user) => ({ id: user["id"], login: loginOf(user), status: user["status"] })),
    operationIds: ["listUsers"],
  },
  join: {
    source: `import { each, okta } from 'okta'
export const title = 'Active factors of contractors'
export default async function () {
  const users = await okta.listUsers({}).all()
  const chosen = users.filter((user) => user.profile.userType === 'Contractor')
  return each(chosen, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    const active = factors.filter((factor) => factor.status === 'ACTIVE')
    return { id: user.id, activeFactors: active.length }
  })
}
`,
    parameters: () => ({}),
    expected: (dump) =>
      dump.users
        .filter((user) => user["status"] !== "DEPROVISIONED" && profileOf(user, "userType") === "Contractor")
        .map((user) => ({
          id: user["id"],
          activeFactors: dump.factors.filter(
            (factor) => factor["userId"] === user["id"] && factor["status"] === "ACTIVE",
          ).length,
        })),
    operationIds: ["listUsers", "listFactors"],
  },
};

/** Where a fault strikes in each kind of read: the user, the pages of the walk, pages and factors of the join. */
export const paths: Readonly<Record<ReadKind, string>> = {
  single: "^/api/v1/users/00u\\w+$",
  walk: "^/api/v1/users\\?",
  join: "^/api/v1/users(\\?|/\\w+/factors)",
};

/** A way in which an org or the network misbehaves. */
export interface Misbehaviour {
  readonly name: string;
  /** The rules for one kind of read; some strike later in a list than others. */
  readonly rules: (kind: ReadKind, seed: number) => readonly FaultRule[];
  /** Another address than the org's: nothing of it is met by the emulator. */
  readonly domain?: (origin: string) => string;
  /** An API token without it. */
  readonly credential?: "service-app" | "service-app-dpop";
}

/** What became of one run under one fault. */
export interface Cell {
  readonly fault: string;
  readonly kind: ReadKind;
  readonly seed: number;
  /** `rows`: those of the dump. A failure: its code, and the read that it names. All else is a defect, told in words. */
  readonly result: string;
  readonly isRight: boolean;
  /** Requests that the fault met. */
  readonly met: number;
  readonly ms: number;
}

/** Runs reads against orgs that misbehave; checker, sandbox and journal are shared. */
export interface FaultBench {
  readonly cell: (fault: Misbehaviour, kind: ReadKind, seed: number) => Promise<Cell>;
  readonly close: () => Promise<void>;
}

/** Two pages, and no more, so that a matrix takes seconds. */
const users = 250;

function byId(rows: readonly object[]): string {
  return JSON.stringify(rows.toSorted((a, b) => text(Reflect.get(a, "id")).localeCompare(text(Reflect.get(b, "id")))));
}

/** The house as it is, with another org in use. */
function houseAt(house: House, org: Emulator, { domain }: Misbehaviour): House {
  const app = org.oauthApps[0];
  const settings: Settings = {
    ...house.settings,
    oktaDomain: domain?.(org.origin) ?? org.origin,
    lookUps: "off",
    ...(app === undefined
      ? { oktaToken: new Secret(org.token) }
      : {
          oktaApp: {
            clientId: app.clientId,
            privateKey: new Secret(JSON.stringify(app.privateKey)),
            keyId: undefined,
            dpop: false,
          },
        }),
  };
  return {
    ...house,
    settings,
    org: () => getConfiguredOrg(settings, house.folder),
    findOrg: () => findConfiguredOrg(settings, house.folder),
  };
}

async function judge(
  house: House,
  org: Emulator,
  fault: Misbehaviour,
  kind: ReadKind,
): Promise<Pick<Cell, "result" | "isRight">> {
  const reading = readings[kind];
  const dump = org.dump();
  const ended = await run(
    houseAt(house, org, fault),
    { source: reading.source, parameters: reading.parameters(dump) },
    {
      decide: undefined,
      allowLookUp: undefined,
      onProgress: () => undefined,
      yes: true,
      signal: AbortSignal.timeout(120_000),
    },
  );
  if (ended.kind !== "report") return { result: `not run: ${JSON.stringify(ended)}`, isRight: false };
  const { outcome, rows, failure } = ended.report;
  if (outcome === "answered") {
    const isWhole = byId(rows) === byId(reading.expected(dump));
    return { result: isWhole ? "rows" : `answered with ${rows.length} wrong rows`, isRight: isWhole };
  }
  const said = failure === undefined ? "" : `${failure.found} ${failure.why} ${JSON.stringify(failure.details)}`;
  const named = reading.operationIds.find((operationId) => said.includes(operationId));
  const isRight = outcome === "failed" && rows.length === 0 && named !== undefined;
  return { result: isRight ? `${failure?.code} ${named}` : `${outcome}: ${failure?.code} ${said}`, isRight };
}

/** Opens the bench. */
export function openFaultBench(): FaultBench {
  const home = mkdtempSync(join(tmpdir(), "attest-faults-"));
  const house = openHouse({ ATTEST_HOME: home }, home);
  return {
    cell: async (fault, kind, seed) => {
      const org = await startEmulator({
        users,
        seed,
        faults: fault.rules(kind, seed),
        ...(fault.credential === undefined
          ? {}
          : { oauthApps: [{ algorithm: "ES256", dpop: fault.credential === "service-app-dpop" }] }),
      });
      const began = performance.now();
      try {
        const judged = await judge(house, org, fault, kind);
        return {
          fault: fault.name,
          kind,
          seed,
          ...judged,
          met: fault.domain === undefined ? org.faultsMet() : 1,
          ms: Math.round(performance.now() - began),
        };
      } finally {
        await org.close();
      }
    },
    close: async () => {
      await house.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Runs all tasks, so many at once. */
export async function inParallel<T>(tasks: readonly (() => Promise<T>)[], atOnce: number): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < tasks.length; at = next++) {
      const task = tasks[at];
      if (task !== undefined) results[at] = await task();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

/** The results as a table: a line a fault, a column a kind of read. */
export function renderTable(cells: readonly Cell[]): string {
  const kinds = ["single", "walk", "join"] as const;
  const lines = [...Map.groupBy(cells, (cell) => cell.fault)].map(([fault, all]) => {
    const columns = kinds.map((kind) => {
      const found = all.filter((cell) => cell.kind === kind);
      const counts = [...Map.groupBy(found, (cell) => cell.result)].map(
        ([result, some]) => `${some.length}× ${result}`,
      );
      return counts.join(", ").padEnd(44);
    });
    return [fault.padEnd(30), ...columns].join(" ");
  });
  return [["fault".padEnd(30), ...kinds.map((kind) => kind.padEnd(44))].join(" "), ...lines].join("\n");
}
