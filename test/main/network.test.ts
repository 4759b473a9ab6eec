import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { setGlobalProxyFromEnv } from "node:http";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { takeSettings } from "../../main/config/settings.ts";
import { openHouse, type House } from "../../main/house.ts";
import { clientFor } from "../../main/org/connected-org.ts";
import { probeModel } from "../../planner/models/probe-model.ts";
import { Secret } from "../../terms/secret.ts";
import { useProxy } from "../../okta/wire.ts";
import { makeCertificateAuthority, type CertificateAuthority } from "../okta/certificate-authority.ts";
import { startTunnel, type Tunnel } from "../okta/tunnel.ts";

const usual = getCACertificates("default");
let authority: CertificateAuthority;
let org: Emulator;
let folder: string;
/** One for each read: a token that is held already would be asked for by none. */
const apps = ["one", "two", "three", "four", "five", "six", "seven"];
const tunnels: Tunnel[] = [];
const houses: House[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-network-"));
  authority = await makeCertificateAuthority();
  writeFileSync(join(folder, "authority.pem"), `An authority of ours\n${authority.certificate}\n`);
  org = await startEmulator({
    users: 5,
    tls: authority.server,
    oauthApps: apps.map((label) => ({ algorithm: "ES256", label })),
  });
});
afterEach(async () => {
  await Promise.all(houses.splice(0).map((house) => house.close()));
  setDefaultCACertificates(usual);
  useProxy({ proxy: "http://127.0.0.1:1", noProxy: "*" });
  setGlobalProxyFromEnv({});
});
afterAll(async () => {
  for (const tunnel of tunnels) tunnel.close();
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

async function tunnel(login?: string): Promise<Tunnel> {
  const started = await startTunnel(login);
  tunnels.push(started);
  return started;
}

/** What a read of the org comes to under these variables: what kind of answer, or why there is none. */
async function readWith(variables: Readonly<Record<string, string>>): Promise<unknown> {
  const label = apps.shift();
  const app = org.oauthApps.find((one) => one.label === label);
  const house = openHouse(
    {
      ATTEST_HOME: join(folder, "data"),
      ATTEST_KEYS: join(folder, "keys"),
      OKTA_DOMAIN: org.origin,
      OKTA_CLIENT_ID: app?.clientId ?? "",
      OKTA_PRIVATE_KEY: JSON.stringify(app?.privateKey),
      ...variables,
    },
    folder,
  );
  houses.push(house);
  const client = clientFor(await house.org(), house.settings);
  const read = await client.read({ operationId: "listApplications", parameters: {} }, new AbortController().signal);
  client.close();
  return read.kind === "failed" ? `${read.failure.found} ${read.failure.help}` : read.kind;
}

const extra = { NODE_EXTRA_CA_CERTS: "authority.pem" };

test("an org whose certificate nobody vouches for is not read, and with its authority's certificate it is", async () => {
  const { host } = new URL(org.origin);
  expect([await readWith({}), await readWith(extra)]).toEqual([
    `/oauth2/v1/token: ${host} could not be read: its certificate was not accepted (UNABLE_TO_VERIFY_LEAF_SIGNATURE). If a proxy here inspects traffic, give its certificate to Node with NODE_EXTRA_CA_CERTS. Else the address is wrong.`,
    "response",
  ]);
});

test("requests for tokens and reads go through the proxy, but to hosts that are to be reached without", async () => {
  const through = await tunnel();
  const around = await tunnel();
  const { host } = new URL(org.origin);
  const kinds = [
    await readWith({ ...extra, HTTPS_PROXY: through.address }),
    await readWith({ ...extra, HTTPS_PROXY: around.address, NO_PROXY: "acme.example, localhost" }),
  ];
  expect({ kinds, through: [...new Set(through.asked.map((one) => one.host))], around: around.asked }).toEqual({
    kinds: ["response", "response"],
    through: [host],
    around: [],
  });
});

test("a proxy is told the name and password in its address, and its refusal is said", async () => {
  const guarded = await tunnel("ann:p@ss");
  const { host } = new URL(org.origin);
  const [port] = guarded.address.split(":").slice(-1);
  const kind = await readWith({ ...extra, https_proxy: `http://ann:p%40ss@127.0.0.1:${port}` });
  const refused = await readWith({ ...extra, HTTPS_PROXY: guarded.address });
  expect({ kind, logins: [...new Set(guarded.asked.map((one) => one.login))], refused }).toEqual({
    kind: "response",
    logins: ["ann:p@ss", undefined],
    refused: `/oauth2/v1/token: ${host} could not be read: the proxy asks for a user name and password (407). Write them into HTTPS_PROXY, as http://user:password@proxy.example.com:3128.`,
  });
});

test("the model is reached through the same proxy, with the same certificates", async () => {
  const through = await tunnel();
  await readWith({ ...extra, HTTPS_PROXY: through.address });
  const before = through.asked.length;
  const model = { apiKey: new Secret("key"), baseUrl: org.origin, model: "m-1" };
  const found = await probeModel(model, new AbortController().signal);
  expect([found, through.asked.length > before]).toEqual(["endpoint", true]);
});

test("a proxy's password leaves the environment, its address alone does not", () => {
  const environment = { HTTPS_PROXY: "http://ann:secret@proxy.test:1", http_proxy: "http://proxy.test:1" };
  const { network } = takeSettings(environment, folder);
  expect([environment, network?.httpsProxy?.reveal(), JSON.stringify(network)]).toEqual([
    { http_proxy: "http://proxy.test:1" },
    "http://ann:secret@proxy.test:1",
    '{"httpsProxy":"[secret]","extraCertificates":[]}',
  ]);
});

test.each([
  [{ HTTPS_PROXY: "proxy.test:3128" }, "HTTPS_PROXY is no address of a proxy."],
  [{ HTTP_PROXY: "socks5://proxy.test:1080" }, "HTTP_PROXY is no address of a proxy."],
  [{ NODE_EXTRA_CA_CERTS: "gone.pem" }, "gone.pem cannot be read."],
  [{ NODE_EXTRA_CA_CERTS: "empty.pem" }, "There is no certificate (PEM) in"],
  [{ NODE_EXTRA_CA_CERTS: "broken.pem" }, "broken.pem holds a certificate that cannot be read."],
])("a network that cannot be used is refused before anything is sent (%o)", (environment, found) => {
  writeFileSync(join(folder, "empty.pem"), "");
  writeFileSync(join(folder, "broken.pem"), "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n");
  expect(() => takeSettings({ ...environment }, folder)).toThrow(found);
});
