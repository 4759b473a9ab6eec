import { expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../emulator/start-emulator.ts";
import { bodyOf, postForm, tokenOf } from "./oauth-client.ts";
import { read, send, textOf, type Answered, type Item } from "./read-org.ts";

const grant = "urn:ietf:params:oauth:grant-type:device_code";

interface Device {
  readonly org: Emulator;
  readonly clientId: string;
  readonly forward: (ms: number) => void;
  readonly ask: (scope: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly poll: (code: unknown) => Promise<Answered>;
  readonly approve: (body: object) => Promise<number>;
}

async function startDevice(): Promise<Device> {
  let nowMs = Date.now();
  const org = await startEmulator({ users: 60, clock: () => nowMs, oauthApps: [{ kind: "native" }] });
  const clientId = org.oauthApps[0]?.clientId ?? "";
  return {
    org,
    clientId,
    forward: (ms) => {
      nowMs += ms;
    },
    ask: async (scope) => bodyOf(await postForm(org, "/oauth2/v1/device/authorize", { client_id: clientId, scope })),
    poll: (code) =>
      postForm(org, "/oauth2/v1/token", { grant_type: grant, device_code: textOf(code), client_id: clientId }),
    approve: async (body) => {
      const headers = { "content-type": "application/json" };
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      return (await send(org, "/emulator/devices/approve", init)).status;
    },
  };
}

const profileOf = (user: Item | undefined): Item => (user?.["profile"] ?? {}) as Item;
const errorOf = (answered: Answered): string => `${answered.status} ${textOf(bodyOf(answered)["error"])}`;

test("a device waits, is told to slow down, and gets tokens that refresh once a person approves", async () => {
  const { org, clientId, forward, ask, poll, approve } = await startDevice();
  const started = await ask("okta.users.read offline_access");
  const seen = [errorOf(await poll(started["device_code"])), errorOf(await poll(started["device_code"]))];
  const login = textOf(profileOf(org.dump().users[0])["login"]);
  const approved = await approve({ userCode: started["user_code"], login });
  forward(20_000);
  const given = await poll(started["device_code"]);
  const me = await send(org, "/api/v1/users/me", { headers: { authorization: `Bearer ${tokenOf(given)}` } });
  org.expireAccessTokens();
  const refreshed = await postForm(org, "/oauth2/v1/token", {
    grant_type: "refresh_token",
    client_id: clientId,
    refresh_token: textOf(bodyOf(given)["refresh_token"]),
  });
  const again = await poll(started["device_code"]);
  await org.close();
  const { device_code: code, user_code: user, ...rest } = started;
  expect({
    code: textOf(code).length,
    user: /^[A-Z0-9]{8}$/.test(textOf(user)),
    rest,
    seen,
    approved,
    scope: bodyOf(given)["scope"],
    me: (JSON.parse(me.text) as { profile: Item }).profile["login"],
    refreshed: bodyOf(refreshed)["scope"],
    same: bodyOf(refreshed)["refresh_token"] === bodyOf(given)["refresh_token"],
    again: errorOf(again),
  }).toEqual({
    code: 36,
    user: true,
    rest: {
      verification_uri: `${org.origin}/activate`,
      verification_uri_complete: `${org.origin}/activate?user_code=${textOf(user)}`,
      expires_in: 600,
      interval: 5,
    },
    seen: ["400 authorization_pending", "400 slow_down"],
    approved: 200,
    scope: "okta.users.read offline_access",
    me: login,
    refreshed: "okta.users.read offline_access",
    same: true,
    again: "400 invalid_grant",
  });
});

test("a code that ran out, a person who says no, a client and a scope that are not known are told apart", async () => {
  const { org, forward, ask, poll, approve } = await startDevice();
  const late = await ask("okta.users.read");
  forward(601_000);
  const seen = [errorOf(await poll(late["device_code"]))];
  const denied = await ask("okta.users.read");
  await approve({ userCode: denied["user_code"], deny: true });
  seen.push(errorOf(await poll(denied["device_code"])));
  const unknown = await postForm(org, "/oauth2/v1/device/authorize", { client_id: "0oaNobody", scope: "openid" });
  seen.push(errorOf(unknown), textOf((await ask("okta.brands.manage"))["error"]));
  const nobody = [await approve({ userCode: "NOTACODE" }), await approve({})];
  await org.close();
  expect([seen, nobody]).toEqual([
    ["400 expired_token", "403 access_denied", "401 invalid_client", "invalid_scope"],
    [404, 400],
  ]);
});

test("a device's token reaches what the role of its person reaches", async () => {
  const { org, ask, poll, approve } = await startDevice();
  const nobody = org
    .dump()
    .users.find(
      (user) => user["status"] === "ACTIVE" && !org.dump().userRoles.some((role) => role["userId"] === user["id"]),
    );
  const started = await ask("okta.users.read");
  await approve({ userCode: started["user_code"], login: profileOf(nobody)["login"] });
  const token = tokenOf(await poll(started["device_code"]));
  const listed = await send(org, "/api/v1/users", { headers: { authorization: `Bearer ${token}` } });
  const whole = await read(org, "/api/v1/users");
  await org.close();
  expect([listed.status, (JSON.parse(listed.text) as Item)["errorCode"], whole.length > 0]).toEqual([
    403,
    "E0000006",
    true,
  ]);
});
