// Run as a process of its own by tests: runs an approved snippet as every verb does, and writes step and size of each answer
// to a file at the moment when it is delivered to the sandbox. Says on its output when the first one was.
import { openSync, readFileSync, writeSync } from "node:fs";
import { takeSettings } from "../../main/config/settings.ts";
import { openHouseWith } from "../../main/house.ts";
import { type ApprovedRun, execute } from "../../main/run/execute.ts";
import { silentFront } from "./silent-front.ts";
import { sayLine } from "../say-line.ts";

const [folder = "", approvedPath = "", tapPath = ""] = process.argv.slice(2);
const approved = JSON.parse(readFileSync(approvedPath, "utf8")) as ApprovedRun;
const tap = openSync(tapPath, "a");
let isFirst = true;

const house = openHouseWith(takeSettings(process.env, folder), {
  onDelivered: ({ step }, answer) => {
    writeSync(tap, `${step} ${answer.kind === "response" ? answer.bytes : 0}\n`);
    if (isFirst) sayLine("delivering");
    isFirst = false;
  },
});
const report = await execute(house, approved, silentFront);
sayLine(`ended ${report.failure?.found ?? report.outcome}`);
await house.close();
