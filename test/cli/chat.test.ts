import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { openWorkplace } from "../attest-process.ts";

test("a conversation read from standard input answers line by line, and a refused line does not end it", async () => {
  const workplace = await openWorkplace({ users: 60, seed: 1 });
  const child = spawn(process.execPath, [resolve("cli/attest.mjs"), "chat", "--yes"], {
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: workplace.home,
      ATTEST_HOME: workplace.home,
      OKTA_DOMAIN: workplace.emulator.origin,
      OKTA_API_TOKEN: workplace.emulator.token,
    },
  });
  child.stdin.end(
    "Which active users are there?\nwith their department\nwith their shoe size\n/new\nwith their city\n",
  );
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const code = await new Promise((done) => child.on("close", done));
  await workplace.close();
  const headings = text.split("\n").filter((line) => /: (?:answered|declined), /.test(line));
  expect({ code, outcomes: headings.map((line) => /: (\w+), /.exec(line)?.[1]) }).toEqual({
    code: 3,
    outcomes: ["answered", "answered", "declined", "declined"],
  });
});
