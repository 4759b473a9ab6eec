import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findKeychain } from "../../main/config/keychain.ts";
import { openSecretStore } from "../../main/config/secret-store.ts";
import { Secret } from "../../terms/secret.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "attest-secrets-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("without a keychain, secrets are in a file that only its owner can read, in the folder that was named", async () => {
  const place = join(folder, "elsewhere");
  const store = await openSecretStore(place, "off");
  await Promise.all(["one", "two", "three"].map((name) => store.set(name, new Secret(`value of ${name}`))));
  await store.delete("two");
  const again = await openSecretStore(place, "off");
  expect({
    kind: again.kind,
    place: again.place,
    one: (await again.get("one"))?.reveal(),
    two: await again.get("two"),
    mode: statSync(join(place, "secrets.json")).mode & 0o777,
    text: JSON.parse(readFileSync(join(place, "secrets.json"), "utf8")),
  }).toEqual({
    kind: "file",
    place: join(place, "secrets.json"),
    one: "value of one",
    two: undefined,
    mode: 0o600,
    text: { one: "value of one", three: "value of three" },
  });
});

test("a file that was cut off is named and left as it is", async () => {
  const store = await openSecretStore(folder, "off");
  await store.set("one", new Secret("value"));
  const path = join(folder, "secrets.json");
  writeFileSync(path, '{ "one": "val');
  await expect(store.get("one")).rejects.toMatchObject({ code: "config/invalid", details: { setting: path } });
  await expect(store.set("two", new Secret("other"))).rejects.toMatchObject({ code: "config/invalid" });
  expect(readFileSync(path, "utf8")).toBe('{ "one": "val');
});

test("a machine without a session bus has no keychain and is asked nothing", async () => {
  const started = performance.now();
  const found = process.platform === "linux" ? await findKeychain("auto", {}) : undefined;
  expect({ found, quick: performance.now() - started < 1_000 }).toEqual({ found: undefined, quick: true });
});
