import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Mail, sendMail } from "../../deliveries/mail.ts";
import { postWebhook } from "../../deliveries/webhook.ts";
import { writeWholeFile } from "../../deliveries/write-whole-file.ts";
import { Secret } from "../../terms/secret.ts";
import { startMailbox } from "./mailbox.ts";
import { startReceivingServer } from "./receiving-server.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { signal } = new AbortController();
const mail: Mail = {
  to: ["boss@acme.test"],
  subject: "Users: 1 row\r\nBcc: evil@evil.test",
  text: "One row.\n",
  attachments: [{ name: "users.csv", content: "login\nümlaut@acme.test\n" }],
};

test("a webhook that is busy may be tried again, when it says so; one that refuses may not; no redirect is followed", async () => {
  const other = await startReceivingServer();
  const server = await startReceivingServer([503, 429, 404, 302], { "retry-after": "7", location: other.origin });
  const url = new Secret(`${server.origin}/very-secret`);
  const seen = [];
  for (let at = 0; at < 5; at += 1) seen.push(await postWebhook(url, "{}", signal));
  server.close();
  other.close();
  seen.push(await postWebhook(new Secret(other.origin), "{}", signal));
  const failed = (status: number, again: boolean): object => ({
    kind: "failed",
    status,
    reason: `answered ${status}`,
    again,
    afterMs: 7000,
  });
  expect(seen).toEqual([
    failed(503, true),
    failed(429, true),
    failed(404, false),
    failed(302, false),
    { kind: "sent", status: 200 },
    { kind: "failed", reason: "ECONNREFUSED", again: true },
  ]);
  expect(other.received).toEqual([]);
});

test("a mail goes to its server with what is attached to it, and a subject cannot name another recipient", async () => {
  const mailbox = await startMailbox();
  const sent = await sendMail({ url: new Secret(mailbox.url), from: "attest@acme.test" }, mail);
  await mailbox.close();
  expect(sent).toEqual({ kind: "sent" });
  expect(mailbox.received).toEqual([
    {
      from: "attest@acme.test",
      to: ["boss@acme.test"],
      subject: "Users: 1 row Bcc: evil@evil.test",
      text: "One row.",
      attachments: { "users.csv": "login\nümlaut@acme.test" },
    },
  ]);
});

test("a mail that is refused for now may be tried again, one that is refused for good or by its password may not", async () => {
  const mailbox = await startMailbox({ recipients: [451, 550] });
  const server = { url: new Secret(mailbox.url), from: "attest@acme.test" };
  const seen = [await sendMail(server, mail), await sendMail(server, mail)];
  seen.push(await sendMail({ ...server, url: new Secret(mailbox.url.replace("let%20me%20in", "guessed")) }, mail));
  await mailbox.close();
  seen.push(await sendMail(server, mail));
  expect(seen).toEqual([
    { kind: "failed", status: 451, reason: "EENVELOPE 451", again: true },
    { kind: "failed", status: 550, reason: "EENVELOPE 550", again: false },
    { kind: "failed", status: 535, reason: "EAUTH 535", again: false },
    { kind: "failed", status: undefined, reason: "ESOCKET", again: true },
  ]);
});

test("a file is its owner's alone, made with its folder and replaced whole; where it cannot be, nothing is left of it", async () => {
  const path = join(folder, "2026", "users.csv");
  expect(await writeWholeFile(path, "a\n")).toEqual({ kind: "sent" });
  expect(await writeWholeFile(path, "b\n")).toEqual({ kind: "sent" });
  expect([readFileSync(path, "utf8"), statSync(path).mode & 0o777, readdirSync(join(folder, "2026"))]).toEqual([
    "b\n",
    0o600,
    ["users.csv"],
  ]);
  expect(await writeWholeFile(join(path, "below-a-file.csv"), "c\n")).toEqual({
    kind: "failed",
    reason: "EEXIST",
    again: false,
  });
});
