import { z } from "zod";
import { isWebhookUrl } from "../../deliveries/is-webhook-url.ts";
import { Failure } from "../../terms/failure.ts";
import type { RunLimits } from "../../terms/run-limits.ts";
import { parseLimits } from "../run/run-limits.ts";
import { Secret } from "../../terms/secret.ts";
import type { MailServer } from "../../deliveries/mail-server.ts";
import { findWebhook, isMailAddress, type WebhookDestination } from "../../deliveries/destination.ts";
import type { KeychainSetting } from "./keychain.ts";
import { appSettings, type AppSettings } from "./app-settings.ts";
import { readEnvFile } from "./env-file.ts";
import { isMailServerUrl, mailServerForm, mailSettings } from "./mail-settings.ts";
import { parseModelPrice } from "./model-price.ts";
import { networkSettings, takeProxySecrets, type NetworkSettings } from "./network-settings.ts";
import { efforts, modelSettings, providers, type ModelSettings } from "./model-settings.ts";

/** When built-in look-ups of names and counts may be sent: of themselves, after a yes, or never. */
export type LookUpSetting = "auto" | "ask" | "off";

/** Everything that the environment and an optional `.env` say, validated once. */
export interface Settings {
  /** As given: a domain, a URL, an admin address; parsed where it is used. */
  readonly oktaDomain: string | undefined;
  readonly oktaToken: Secret | undefined;
  /** The OAuth app to sign in as, in place of a token. */
  readonly oktaApp: AppSettings | undefined;
  /** Name of the org to ask, of those that were added; in place of what else the settings say of an org. */
  readonly orgName: string | undefined;
  readonly model: ModelSettings | undefined;
  /** Where journal, library and stored credentials live; undefined for the platform's default. */
  readonly home: string | undefined;
  /** The folder with the keys of journals; undefined for the platform's default. */
  readonly keys: string | undefined;
  /** The file that anchors of the journal are appended to; undefined for one beside its key. */
  readonly anchors: string | undefined;
  /** Days after which an API token is said to be old. */
  readonly tokenDays: number;
  /** Days that responses are kept, and those of reports. */
  readonly keepDays: number;
  readonly keepReportDays: number;
  /** Bytes that the journal may have at the most. */
  readonly journalBytes: number;
  /** Where the journal's newest anchor is posted to once a day; undefined for nowhere. */
  readonly anchorWebhook: Secret | undefined;
  /** Where alerts are posted to; undefined for nowhere. */
  readonly alertWebhook: WebhookDestination | undefined;
  readonly lookUps: LookUpSetting;
  /** Where mail with answers is handed over; undefined where it is the one that was stored, or none. */
  readonly mail: MailServer | undefined;
  readonly keychain: KeychainSetting;
  /** The way to the network; undefined for this process's own. */
  readonly network?: NetworkSettings | undefined;
  /** IANA name. */
  readonly timeZone: string;
  /** Limits of runs that the operator has set; they stand over those worked out from the price. */
  readonly limits: Partial<RunLimits>;
  /** Share of each rate limit left for others, 0 to 0.9. */
  readonly reserve: number;
  /** Requests under way at once, at the most. */
  readonly concurrency: number;
}

/** Names of environment variables that hold secrets. They leave the process environment before anything else starts. */
const secretNames = [
  "OKTA_API_TOKEN",
  "OKTA_PRIVATE_KEY",
  "ALERT_WEBHOOK",
  "ANCHOR_WEBHOOK",
  "LLM_API_KEY",
  "SMTP_URL",
  "ANTHROPIC_API_KEY",
  "ANTHROPIC_AUTH_TOKEN",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_BEARER_TOKEN_BEDROCK",
] as const;

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text === "" ? undefined : text));

const shape = z.object({
  OKTA_DOMAIN: optionalText,
  OKTA_API_TOKEN: optionalText,
  OKTA_CLIENT_ID: optionalText,
  OKTA_PRIVATE_KEY: optionalText,
  OKTA_PRIVATE_KEY_FILE: optionalText,
  OKTA_KEY_ID: optionalText,
  OKTA_DPOP: optionalText.pipe(z.stringbool().optional()),
  LLM_PROVIDER: optionalText.pipe(z.enum(providers).optional()),
  LLM_REGION: optionalText,
  LLM_PROJECT: optionalText,
  AWS_ACCESS_KEY_ID: optionalText,
  AWS_SECRET_ACCESS_KEY: optionalText,
  AWS_SESSION_TOKEN: optionalText,
  AWS_BEARER_TOKEN_BEDROCK: optionalText,
  AWS_REGION: optionalText,
  LLM_API_KEY: optionalText,
  LLM_BASE_URL: optionalText.pipe(z.url().optional()),
  LLM_MODEL: optionalText,
  LLM_EFFORT: optionalText.pipe(z.enum(efforts).optional()),
  LLM_SECONDS: z.preprocess(blankIsAbsent, z.coerce.number().int().min(10).max(86_400).optional()),
  LLM_PRICE: optionalText.refine((price) => price === undefined || parseModelPrice(price) !== undefined),
  ANTHROPIC_API_KEY: optionalText,
  ANTHROPIC_BASE_URL: optionalText.pipe(z.url().optional()),
  ANTHROPIC_MODEL: optionalText,
  ATTEST_HOME: optionalText,
  ATTEST_KEYS: optionalText,
  ATTEST_ORG: optionalText,
  ATTEST_ANCHORS: optionalText,
  ATTEST_TOKEN_DAYS: z.preprocess(blankIsAbsent, z.coerce.number().int().min(1).default(30)),
  ATTEST_KEEP_DAYS: z.preprocess(blankIsAbsent, z.coerce.number().int().min(1).default(90)),
  ATTEST_KEEP_REPORT_DAYS: z.preprocess(blankIsAbsent, z.coerce.number().int().min(1).default(400)),
  ATTEST_JOURNAL_MB: z.preprocess(blankIsAbsent, z.coerce.number().min(1).default(10_000)),
  ATTEST_TIME_ZONE: optionalText.refine((zone) => zone === undefined || isTimeZone(zone)),
  ATTEST_LIMITS: optionalText,
  ATTEST_RESERVE: z.preprocess(blankIsAbsent, z.coerce.number().min(0).max(0.9).optional()),
  ATTEST_CONCURRENCY: z.preprocess(blankIsAbsent, z.coerce.number().int().min(1).max(200).optional()),
  ATTEST_KEYCHAIN: optionalText.pipe(z.enum(["auto", "off"]).optional()),
  SMTP_URL: optionalText.refine((url) => url === undefined || isMailServerUrl(url)),
  SMTP_FROM: optionalText.refine((from) => from === undefined || isMailAddress(from)),
  ALERT_WEBHOOK: optionalText.refine((url) => url === undefined || findWebhook(url) !== undefined),
  ANCHOR_WEBHOOK: optionalText.refine((url) => url === undefined || isWebhookUrl(url)),
  LOOKUPS: optionalText.pipe(z.enum(["auto", "ask", "off"]).optional()),
});

const expectations: Readonly<Record<keyof z.infer<typeof shape>, string>> = {
  OKTA_DOMAIN: "an Okta domain such as acme.okta.com",
  OKTA_API_TOKEN: "an API token of the org",
  OKTA_CLIENT_ID: "the client id of an OAuth app of the org",
  OKTA_PRIVATE_KEY: "a private key, as PEM or JWK",
  OKTA_PRIVATE_KEY_FILE: "a file with a private key",
  OKTA_KEY_ID: "the key's id in the org",
  OKTA_DPOP: "true or false",
  LLM_PROVIDER: `one of ${providers.join(", ")}`,
  LLM_REGION: "a region of the cloud that serves the model",
  LLM_PROJECT: "a Google Cloud project",
  AWS_ACCESS_KEY_ID: "the id of an AWS access key",
  AWS_SECRET_ACCESS_KEY: "an AWS secret access key",
  AWS_SESSION_TOKEN: "an AWS session token",
  AWS_BEARER_TOKEN_BEDROCK: "a Bedrock API key",
  AWS_REGION: "an AWS region",
  LLM_API_KEY: "the key of a Messages API endpoint",
  LLM_BASE_URL: "a URL such as https://gateway.example.com",
  LLM_MODEL: "the name of a model",
  LLM_EFFORT: `one of ${efforts.join(", ")}`,
  LLM_SECONDS: "a whole number of seconds from 10 to 86400",
  LLM_PRICE: "dollars for a million tokens in and out, such as 3/15",
  ANTHROPIC_API_KEY: "the key of a Messages API endpoint",
  ANTHROPIC_BASE_URL: "a URL such as https://gateway.example.com",
  ANTHROPIC_MODEL: "the name of a model",
  ATTEST_HOME: "a folder",
  ATTEST_KEYS: "a folder outside the data folder",
  ATTEST_ORG: "the name of an org that was added",
  ATTEST_ANCHORS: "a file outside the data folder",
  ATTEST_TOKEN_DAYS: "a whole number of days",
  ATTEST_KEEP_DAYS: "a whole number of days",
  ATTEST_KEEP_REPORT_DAYS: "a whole number of days",
  ATTEST_JOURNAL_MB: "a number of megabytes",
  ATTEST_TIME_ZONE: "an IANA time zone such as Europe/Berlin",
  ATTEST_LIMITS: "limits such as calls=10000,minutes=60",
  ATTEST_RESERVE: "a share from 0 to 0.9",
  ATTEST_CONCURRENCY: "a whole number from 1 to 200",
  ATTEST_KEYCHAIN: "auto or off",
  SMTP_URL: mailServerForm,
  SMTP_FROM: "the address that mail is from, such as attest@acme.com",
  ALERT_WEBHOOK: "a URL that begins with https://, or slack:URL or teams:URL",
  ANCHOR_WEBHOOK: "a URL that begins with https://",
  LOOKUPS: "auto, ask or off",
};

function blankIsAbsent(value: unknown): unknown {
  return typeof value === "string" && value.trim() === "" ? undefined : value;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * Reads the settings and takes every secret out of `environment`, so that no child, worker or helper process inherits it.
 * Throws `config/invalid` naming the variable and what is right; the wrong value itself is never repeated.
 */
export function takeSettings(environment: NodeJS.ProcessEnv, folder: string): Settings {
  const merged = { ...readEnvFile(folder), ...environment };
  for (const name of secretNames) delete environment[name];
  takeProxySecrets(environment);
  const parsed = shape.safeParse(merged);
  if (!parsed.success) throw invalidSetting(String(parsed.error.issues[0]?.path[0] ?? "OKTA_DOMAIN"));
  const values = parsed.data;
  return {
    oktaDomain: values.OKTA_DOMAIN,
    oktaToken: secretOf(values.OKTA_API_TOKEN),
    oktaApp: appSettings(values, folder),
    orgName: values.ATTEST_ORG,
    model: modelSettings(values),
    home: values.ATTEST_HOME,
    keys: values.ATTEST_KEYS,
    anchors: values.ATTEST_ANCHORS,
    tokenDays: values.ATTEST_TOKEN_DAYS,
    keepDays: values.ATTEST_KEEP_DAYS,
    keepReportDays: values.ATTEST_KEEP_REPORT_DAYS,
    journalBytes: 1e6 * values.ATTEST_JOURNAL_MB,
    mail: mailSettings(values),
    alertWebhook: findWebhook(values.ALERT_WEBHOOK ?? ""),
    anchorWebhook: secretOf(values.ANCHOR_WEBHOOK),
    lookUps: values.LOOKUPS ?? "auto",
    keychain: values.ATTEST_KEYCHAIN ?? "auto",
    network: networkSettings(merged, folder),
    timeZone: values.ATTEST_TIME_ZONE ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    limits: parseLimits(values.ATTEST_LIMITS ?? "", "ATTEST_LIMITS"),
    reserve: values.ATTEST_RESERVE ?? 0.1,
    concurrency: values.ATTEST_CONCURRENCY ?? 32,
  };
}

function secretOf(text: string | undefined): Secret | undefined {
  return text === undefined ? undefined : new Secret(text);
}

function invalidSetting(setting: string): Failure<"config/invalid"> {
  const expected = Object.entries(expectations).find(([name]) => name === setting)?.[1] ?? "another value";
  return new Failure(
    "config/invalid",
    { setting, expected },
    {
      found: `${setting} has a value that cannot be used.`,
      why: "Attest does not guess what was meant, so nothing was started.",
      help: `Set ${setting} to ${expected}, in the environment or in .env.`,
    },
  );
}
