// Each kind of credential from the settings to the answer: the emulated org checks signatures, proofs, nonces and scopes.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AdmittedRequest } from "../../emulator/emulator-options.ts";
import type { OAuthAppSecrets } from "../../emulator/oauth/oauth-apps.ts";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { connectDevice } from "../../main/connect-device.ts";
import { openHouse, type House } from "../../main/house.ts";
import { run } from "../../main/run.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { reportOf } from "../asking-house.ts";
import { send } from "../emulator/read-org.ts";

const snippet = `import { okta } from 'okta'
export const title = 'Users alone'
export default async function () {
  const users = await okta.listUsers({}).first(5)
  return users.map((user) => ({ login: user.profile.login }))
}
`;

let org: Emulator;
let folder: string;
let admitted: AdmittedRequest[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-kinds-"));
  org = await startEmulator({
    users: 30,
    dpopNonceAtResource: true,
    deviceIntervalSeconds: 0.02,
    onAdmitted: (request) => admitted.push(request),
    oauthApps: [
      { algorithm: "RS256", label: "RS256" },
      { algorithm: "ES384", label: "ES384" },
      { algorithm: "ES256", label: "Bound", dpop: true },
      { kind: "native", label: "Device" },
      { kind: "native", label: "Bound device", dpop: true },
    ],
  });
});
afterAll(async () => {
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  admitted = [];
});

function appOf(label: string): OAuthAppSecrets {
  const found = org.oauthApps.find((one) => one.label === label);
  if (found === undefined) throw new Error(`There is no app ${label}.`);
  return found;
}

type Environment = Readonly<Record<string, string>>;

function open(environment: Environment): House {
  const own = { ATTEST_HOME: join(folder, "data"), ATTEST_KEYS: join(folder, "keys"), ATTEST_KEYCHAIN: "off" };
  return openHouse({ ...own, LOOKUPS: "off", ...environment }, folder);
}

async function rowsWith(environment: Environment): Promise<number | string> {
  const house = open(environment);
  try {
    const { outcome, count, failure } = reportOf(await run(house, { source: snippet, parameters: {} }, silentFront));
    return outcome === "answered" ? count : `${outcome}: ${failure?.found}`;
  } finally {
    await house.close();
  }
}

/** How the list of users was asked for. */
function askedUsersWith(): unknown {
  return admitted
    .filter((one) => one.target.startsWith("/api/v1/users?"))
    .map(({ scheme, scopes }) => [scheme, scopes === undefined ? undefined : [...scopes]]);
}

function jwk({ clientId, privateKey }: OAuthAppSecrets): Environment {
  return { OKTA_CLIENT_ID: clientId, OKTA_PRIVATE_KEY: JSON.stringify(privateKey) };
}

function pem({ clientId, privateKeyPem, privateKey }: OAuthAppSecrets): Environment {
  writeFileSync(join(folder, `${clientId}.pem`), privateKeyPem ?? "", { mode: 0o600 });
  return { OKTA_CLIENT_ID: clientId, OKTA_PRIVATE_KEY_FILE: `${clientId}.pem`, OKTA_KEY_ID: privateKey?.kid ?? "" };
}

const usersAlone = ["okta.users.read"];

test.each<[string, () => Environment, string, readonly string[] | undefined]>([
  ["an API token", () => ({ OKTA_API_TOKEN: org.token }), "SSWS", undefined],
  ["an RSA key as JWK", () => jwk(appOf("RS256")), "Bearer", usersAlone],
  ["an RSA key as PEM", () => pem(appOf("RS256")), "Bearer", usersAlone],
  ["an EC key as JWK", () => jwk(appOf("ES384")), "Bearer", usersAlone],
  ["an EC key as PEM", () => pem(appOf("ES384")), "Bearer", usersAlone],
  ["a key with proofs of possession and nonces", () => jwk(appOf("Bound")), "DPoP", usersAlone],
])(
  "a snippet that reads users is answered with %s, and its token has that scope alone",
  async (_, credential, ...how) => {
    const rows = await rowsWith({ OKTA_DOMAIN: org.origin, ...credential() });
    expect({ rows, asked: askedUsersWith() }).toEqual({ rows: 5, asked: [how] });
  },
);

async function agree(userCode: string): Promise<void> {
  const profile: { readonly login: string } = JSON.parse(JSON.stringify(org.dump().users[0]?.["profile"]));
  const body = JSON.stringify({ userCode, login: profile.login });
  const headers = { "content-type": "application/json" };
  await send(org, "/emulator/devices/approve", { method: "POST", headers, body });
}

test.each([
  ["Device", "Bearer"],
  ["Bound device", "DPoP"],
])("a sign-in on a device lasts: access tokens are refreshed from command to command (%s)", async (label, scheme) => {
  const house = open({});
  await connectDevice(
    house,
    { address: org.origin, name: "prod", app: { clientId: appOf(label).clientId, dpop: false } },
    ({ userCode }) => void agree(userCode),
    new AbortController().signal,
  );
  await house.close();
  admitted = [];
  const first = await rowsWith({ ATTEST_ORG: "prod" });
  org.expireAccessTokens();
  const second = await rowsWith({ ATTEST_ORG: "prod" });
  const scopes = ["openid", "offline_access", ...usersAlone];
  expect({ rows: [first, second], asked: askedUsersWith() }).toEqual({
    rows: [5, 5],
    asked: [
      [scheme, scopes],
      [scheme, scopes],
    ],
  });
});
