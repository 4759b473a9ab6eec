import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeSettings } from "../../main/config/settings.ts";
import { isFailure } from "../../terms/failure.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "attest-env-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function settingsFrom(text: string): ReturnType<typeof takeSettings> {
  writeFileSync(join(folder, ".env"), text);
  return takeSettings({}, folder);
}

test("settings are read from .env: comments, exports, quotes, values over several lines", () => {
  const key = "-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----";
  const lines = [
    "\uFEFF# the org",
    "OKTA_DOMAIN=acme.okta.com # prod",
    "  export OKTA_CLIENT_ID = 0oa1",
    "",
    `OKTA_PRIVATE_KEY="${key}"  # of the app`,
    "OKTA_KEY_ID='one # two'",
    "ATTEST_TIME_ZONE=",
  ];
  const { oktaDomain, oktaApp } = settingsFrom(lines.join("\r\n").replaceAll("\n\r", "\n"));
  expect({ oktaDomain, ...oktaApp, privateKey: oktaApp?.privateKey?.reveal().replaceAll("\r", "") }).toEqual({
    oktaDomain: "acme.okta.com",
    clientId: "0oa1",
    privateKey: key,
    keyId: "one # two",
    dpop: false,
  });
});

test.each([
  ["a token without its name", "OKTA_DOMAIN=acme.okta.com\n00secret-token\n", 2],
  ["a colon in place of the sign", "\nOKTA_API_TOKEN: 00secret-token", 2],
  ["a name with a blank", "OKTA API_TOKEN=00secret-token", 1],
  ["a quote that is not closed", 'OKTA_DOMAIN=a\nOKTA_API_TOKEN="00secret-token\nATTEST_LIMITS=calls=1', 2],
  ["text after the closing quote", 'OKTA_API_TOKEN="00secret"-token', 1],
])("a line that is no setting is named by its number, and not repeated: %s", (_, text, line) => {
  let said: unknown;
  try {
    settingsFrom(text);
  } catch (error) {
    said = isFailure(error) ? error.describe() : error;
  }
  const path = `${folder}/.env`;
  expect(said).toEqual({
    code: "config/invalid",
    details: { setting: path, expected: "lines of the form NAME=value" },
    found: `Line ${line} of ${path} is no setting.`,
    why: "A setting that is passed over may be the org, its credential or a limit, so nothing was started.",
    help: "Write it as NAME=value, with a quote at both ends of the value or at none, or put a # before it.",
  });
});

test("an .env that cannot be read is said, not passed over", () => {
  mkdirSync(join(folder, ".env"));
  expect(() => takeSettings({}, folder)).toThrow(`${folder}/.env cannot be read (EISDIR).`);
});
