import { openJournal, type Journal } from "../audit/journal.ts";
import { createChecker, type Checker } from "../executor/check/checker.ts";
import type { RunOptions } from "../executor/program.ts";
import { createSandbox, type Sandbox } from "../executor/sandbox/sandbox.ts";
import { systemClock } from "../okta/pacing/clock.ts";
import type { FailureText } from "../terms/failure.ts";
import { createAlertDesk, type AlertDesk } from "./alerts/alert-desk.ts";
import { openDataFolder } from "./config/data-folder.ts";
import { JournalKeyHolder } from "./config/journal-key-holder.ts";
import { modelSecrets } from "./config/model-settings.ts";
import { takeSettings, type Settings } from "./config/settings.ts";
import { useNetwork } from "./config/use-network.ts";
import { secretsOf } from "./org/org-credential.ts";
import type { ModelExchange } from "../terms/model-exchange.ts";
import { findConfiguredOrg, getConfiguredOrg, type ConfiguredOrg } from "./org/connected-org.ts";

/** What whoever opens the house may watch. */
export interface HouseOptions {
  /** Sees each answer of a run at the moment when it is written to the sandbox. */
  readonly onDelivered?: RunOptions["onDelivered"];
  /** Sees each exchange with a model, before it is kept. */
  readonly onExchange?: (exchange: ModelExchange) => void;
  /** Is told of each alert once, and of what keeps alerts from being told. */
  readonly onAlert?: (text: FailureText) => void;
}

/**
 * Everything that the verbs share, opened when it is first needed: `journal list` starts no sandbox, `check` reads no
 * credential. Close it at the end, or workers and children go on.
 */
export interface House extends HouseOptions {
  readonly settings: Settings;
  readonly folder: string;
  /** The journal's key: to be unlocked before the journal is first asked for, or a key in the keychain is not found. */
  readonly key: JournalKeyHolder;
  journal(): Journal;
  checker(): Checker;
  sandbox(): Sandbox;
  alerts(): AlertDesk;
  /** Takes work that goes on beside what was asked, never rejects and takes some seconds at the most: `close` waits for it. */
  later(work: Promise<void>): void;
  /** The org in use; undefined where none is configured. */
  findOrg(): Promise<ConfiguredOrg | undefined>;
  /** The org in use. Throws `config/missing`. */
  org(): Promise<ConfiguredOrg>;
  close(): Promise<void>;
}

/** Something that is opened once, when it is first asked for. */
function once<T>(open: () => T): { readonly get: () => T; readonly opened: () => T | undefined } {
  let value: T | undefined;
  return { get: () => (value ??= open()), opened: () => value };
}

function openProtectedJournal(settings: Settings, folder: string, { ring }: JournalKeyHolder): Journal {
  const journal = openJournal({ folder, ring, mostBytes: settings.journalBytes });
  if (settings.oktaToken !== undefined) journal.protect(settings.oktaToken);
  if (settings.model !== undefined) for (const secret of modelSecrets(settings.model)) journal.protect(secret);
  return journal;
}

function openAlerts(settings: Settings, folder: string, { onAlert = () => undefined }: HouseOptions): AlertDesk {
  return createAlertDesk({ folder, webhook: settings.alertWebhook, onAlert, clock: systemClock });
}

/** Opens the house over settings that are already read. */
export function openHouseWith(settings: Settings, options: HouseOptions = {}): House {
  if (settings.network !== undefined) useNetwork(settings.network);
  const folder = openDataFolder(settings.home);
  const key = new JournalKeyHolder(settings, folder);
  const journal = once(() => openProtectedJournal(settings, folder, key));
  const checker = once(createChecker);
  const sandbox = once(createSandbox);
  const alerts = once(() => openAlerts(settings, folder, options));
  const works = new Set<Promise<void>>();
  const protect = <T extends ConfiguredOrg | undefined>(org: T): T => {
    if (org !== undefined) for (const secret of secretsOf(org.credential)) journal.get().protect(secret);
    return org;
  };
  return {
    ...options,
    settings,
    folder,
    key,
    journal: journal.get,
    checker: checker.get,
    sandbox: sandbox.get,
    alerts: alerts.get,
    later: (work) => {
      works.add(work);
      void work.then(() => works.delete(work));
    },
    findOrg: async () => protect(await findConfiguredOrg(settings, folder)),
    org: async () => protect(await getConfiguredOrg(settings, folder)),
    close: async () => {
      await Promise.all([sandbox.opened()?.close(), checker.opened()?.close(), alerts.opened()?.close(), ...works]);
      await journal.opened()?.close();
      await key.settle();
    },
  };
}

/** Reads the settings, takes the secrets out of `environment`, and opens the house. */
export function openHouse(environment: NodeJS.ProcessEnv, folder: string, options: HouseOptions = {}): House {
  return openHouseWith(takeSettings(environment, folder), options);
}
