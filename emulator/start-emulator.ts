import { listEndpoints } from "./endpoints/endpoints.ts";
import { settingsOf, type EmulatorOptions, type EmulatorSettings } from "./emulator-options.ts";
import { createApp } from "./http/create-app.ts";
import { createFaults } from "./http/faults.ts";
import { startOrgServer } from "./http/org-server.ts";
import { createOrg } from "./org/create-org.ts";
import { makeOAuthApps, type MadeApp, type OAuthAppSecrets } from "./oauth/oauth-apps.ts";
import { createOAuthOffice } from "./oauth/oauth-office.ts";
import type { AdminRole } from "./org/admin-role.ts";
import { withHostileNames } from "./org/hostile-names.ts";
import type { OrgState } from "./org/org.ts";
import { changeTokenRole } from "./writes/change-token-role.ts";
import { Failure } from "../terms/failure.ts";
import { dumpOrg, writeDump, type OrgDump } from "./org-dump.ts";

/** A running org on loopback. */
export interface Emulator {
  /** `http://127.0.0.1:PORT`; `https://localhost:PORT` with TLS. */
  readonly origin: string;
  /** The API token of the org's super administrator, in Okta's form. */
  readonly token: string;
  /** Further tokens, in the order of the option `tokenRoles`. */
  readonly tokens: readonly string[];
  /** What their owners know of the OAuth clients, in the order of the option `oauthApps`. */
  readonly oauthApps: readonly OAuthAppSecrets[];
  /** Gives the owner of the token another role from now on, or none at all. */
  readonly changeTokenRole: (role: AdminRole | "none") => void;
  /** Makes every OAuth access token expire now; refresh tokens live on. */
  readonly expireAccessTokens: () => void;
  /** Requests that a fault met since the rules were put in place. */
  readonly faultsMet: () => number;
  /** The whole state as a value. */
  readonly dump: () => OrgDump;
  /** The whole state as a file, written piece by piece. */
  readonly writeDump: (path: string) => Promise<void>;
  /** Stops serving and ends every connection. */
  readonly close: () => Promise<void>;
}

function checkRange(option: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new Failure(
    "emulator/bad-option",
    { option, value },
    {
      found: `The emulated org cannot have ${option} ${value}.`,
      why: `${option} is a whole number from ${least} to ${most}.`,
      help: "Name a number in that range.",
    },
  );
}

function orgAt(origin: string, settings: EmulatorSettings, made: readonly MadeApp[]): OrgState {
  const org = createOrg({
    seed: settings.seed,
    users: settings.users,
    now: settings.now,
    origin,
    adminOrigin: settings.adminOrigin ?? origin,
    tokenRole: settings.tokenRole,
    tokenAgeDays: settings.tokenAgeDays,
    tokenRoles: settings.tokenRoles,
    addedApps: made.map(({ app }) => app),
  });
  return settings.hostileNames ? withHostileNames(org) : org;
}

function secretsOf(org: OrgState, made: readonly MadeApp[]): readonly OAuthAppSecrets[] {
  return made.map(({ secrets }) => ({
    ...secrets,
    clientId: org.apps.find((app) => app.label === secrets.label)?.id ?? "",
  }));
}

/**
 * Starts an emulated Okta org on loopback. Contract: rejects with a Failure when the port is taken or an option is out of range, and
 * when the dump cannot be written; then nothing is left listening.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = settingsOf(options);
  checkRange("users", settings.users, 1, 200_000);
  checkRange("port", settings.port, 0, 65_535);
  const { origin, answerWith, close } = await startOrgServer(settings);
  try {
    const made = makeOAuthApps(settings.oauthApps);
    const org = orgAt(origin, settings, made);
    const oauth = createOAuthOffice(org, settings);
    const faults = createFaults(settings.faultSeed, settings.faults);
    if (settings.dumpFile !== undefined) await writeDump(org, settings.dumpFile);
    const app = createApp(org, { settings, faults, oauth, endpoints: listEndpoints() });
    await answerWith((request, env) => app.fetch(request, env));
    const [token = "", ...tokens] = org.tokens.map((one) => one.text);
    return {
      origin,
      token,
      tokens,
      oauthApps: secretsOf(org, made),
      changeTokenRole: (role) => changeTokenRole(org, role),
      expireAccessTokens: oauth.tokens.expireAll,
      faultsMet: faults.met,
      dump: () => dumpOrg(org),
      writeDump: (path) => writeDump(org, path),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
