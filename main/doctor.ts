import { statSync } from "node:fs";
import { join } from "node:path";
import type { OktaClient } from "../okta/client.ts";
import { isFailure, type FailureCode } from "../terms/failure.ts";
import type { House } from "./house.ts";
import { clientFor } from "./org/connected-org.ts";
import { nameOf, type OrgCredential } from "./org/org-credential.ts";
import { readAppOwner, readCredentialOwner } from "./org/read-credential-owner.ts";
import type { OrgSchema } from "../registry/org-schema.ts";
import { knownSchema, refreshSchema } from "./org/org-schema.ts";

/** One thing that was looked at. `broken`: it does not work; `poor`: it works, but mind it. */
export interface DoctorLine {
  readonly subject: string;
  readonly state: "good" | "poor" | "broken";
  readonly found: string;
  readonly help?: string;
  /** What failed, where something did. */
  readonly code?: FailureCode;
}

/** Roles that can do more than read, which Attest never needs. */
const readingRoles = /read.only|report/i;

/** Failures after which nobody can say that it was Okta who answered. */
const unanswered: readonly FailureCode[] = [
  "okta/unreachable",
  "okta/timed-out",
  "okta/unreadable",
  "okta/unavailable",
];

async function look(subject: string, examine: () => Promise<Omit<DoctorLine, "subject">>): Promise<DoctorLine> {
  try {
    return { subject, ...(await examine()) };
  } catch (error) {
    if (isFailure(error))
      return { subject, state: "broken", found: error.text.found, help: error.text.help, code: error.code };
    throw error;
  }
}

async function examineCredential(
  credential: OrgCredential,
  client: OktaClient,
  signal: AbortSignal,
): Promise<Omit<DoctorLine, "subject">> {
  const owner =
    credential.kind === "service-app"
      ? await readAppOwner(client, credential.app.clientId, signal)
      : await readCredentialOwner(client, signal);
  const found = nameOf(credential, owner.login);
  if (owner.roles === undefined) {
    return {
      state: "poor",
      found: `${found}; its roles cannot be read.`,
      help: "A role that is limited to some users or groups shortens answers without a word. Let it read roles (okta.roles.read).",
    };
  }
  const roles = owner.roles.length === 0 ? "no admin role" : owner.roles.join(", ");
  const more = owner.roles.filter((role) => !readingRoles.test(role));
  return more.length === 0
    ? { state: "good", found: `${found}, with ${roles}.` }
    : {
        state: "poor",
        found: `${found}, with ${roles}: it can do more than read.`,
        help: "Attest only reads. A read-only administrator's role limits what a leak could do.",
      };
}

/** What became of an org's profile attributes, as `2 new (a, b), 1 gone (c)`; empty where nothing did. */
function changesOf(before: OrgSchema, after: OrgSchema): string {
  if (before.readAt === undefined) return "";
  const names = ({ user, group }: OrgSchema): ReadonlySet<string> =>
    new Set([...user.map((one) => one.name), ...group.map((one) => `group ${one.name}`)]);
  const [old, current] = [names(before), names(after)];
  const fresh = [...current].filter((name) => !old.has(name));
  const gone = [...old].filter((name) => !current.has(name));
  return [
    ...(fresh.length === 0 ? [] : [`${fresh.length} new (${fresh.join(", ")})`]),
    ...(gone.length === 0 ? [] : [`${gone.length} gone (${gone.join(", ")})`]),
  ].join(", ");
}

/** Reads the org's attributes anew, so that the next check knows them. */
async function examineSchema(
  house: House,
  origin: string,
  client: OktaClient,
  signal: AbortSignal,
): Promise<Omit<DoctorLine, "subject">> {
  const before = knownSchema(house.folder, origin);
  const after = await refreshSchema(house.folder, origin, client, signal);
  if (after.readAt === undefined || after.readAt === before.readAt) {
    return {
      state: "poor",
      found: `The org's profile attributes cannot be read; snippets are checked against ${after.readAt === undefined ? "Okta's base attributes" : `those read ${after.readAt}`}.`,
      help: "Use a token whose owner may read schemas (okta.schemas.read): then the org's own attributes can be asked for.",
    };
  }
  const changes = changesOf(before, after);
  return { state: "good", found: `${after.user.length} user attributes${changes === "" ? "" : `; ${changes}`}.` };
}

async function examineOrg(house: House, signal: AbortSignal): Promise<readonly DoctorLine[]> {
  const org = await house.findOrg();
  if (org === undefined) {
    return [
      {
        subject: "org",
        state: "poor",
        found: "No org is configured.",
        help: "Set OKTA_DOMAIN and OKTA_API_TOKEN, or run attest org add. The demo needs none.",
      },
    ];
  }
  const client = clientFor(org, house.settings);
  try {
    const owner = await look("credential", () => examineCredential(org.credential, client, signal));
    const attributes = await look("schema", () => examineSchema(house, org.address.origin, client, signal));
    const reached: DoctorLine =
      owner.code !== undefined && unanswered.includes(owner.code)
        ? { subject: "org", state: "broken", found: `${org.address.origin} did not answer as Okta does.` }
        : { subject: "org", state: "good", found: `${org.address.origin} answers.` };
    return [reached, owner, attributes];
  } finally {
    client.close();
  }
}

async function examineSandbox(house: House): Promise<Omit<DoctorLine, "subject">> {
  const started = performance.now();
  await house.sandbox().warm();
  return {
    state: "good",
    found: `Starts in ${Math.round(performance.now() - started)} ms (isolated-vm, Node ${process.version}).`,
  };
}

function examineFolder(house: House): Omit<DoctorLine, "subject"> {
  const report = house.journal().verify();
  const size = statSync(join(house.folder, "journal.db")).size;
  if (report.broken.length > 0) {
    return {
      state: "broken",
      found: `The journal in ${house.folder} does not hold.`,
      help: "Run attest journal verify.",
    };
  }
  return { state: "good", found: `${house.folder}, ${report.entries} journal entries, ${Math.ceil(size / 1024)} kB.` };
}

function examineModel(house: House): DoctorLine {
  const { model } = house.settings;
  return model === undefined
    ? { subject: "model", state: "good", found: "None is configured; the phrasebook plans." }
    : {
        subject: "model",
        state: "good",
        found: `${model.model} at ${model.baseUrl ?? "the default address"}. It is asked for the first time by a question.`,
      };
}

/** Looks at everything that a question needs. Throws `config/…` where the settings themselves are wrong. */
export async function doctor(house: House, signal: AbortSignal): Promise<readonly DoctorLine[]> {
  return [
    ...(await examineOrg(house, signal)),
    await look("sandbox", () => examineSandbox(house)),
    examineModel(house),
    await look("data folder", async () => examineFolder(house)),
  ];
}
