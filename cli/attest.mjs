#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still say what is wrong: it could not even read the rest.
import { mkdirSync } from "node:fs";
import * as nodeModule from "node:module";
import { join, resolve } from "node:path";

const needed = 26;
const found = Number(process.versions.node.split(".")[0]);

/**
 * Keeps what Node makes of our files, which halves the start. In the data folder, readable by its owner alone: in a folder that
 * others can write to, it would be a way to put code into this process.
 */
async function keepCompiledCode() {
  const { default: envPaths } = await import("env-paths");
  const folder = join(resolve(process.env.ATTEST_HOME || envPaths("attest", { suffix: "" }).data), "compiled");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    nodeModule.enableCompileCache(folder);
  } catch {
    // A data folder that cannot be written is said by the verb that needs it.
  }
}

if (found < needed) {
  process.stderr.write(
    `Attest was started with Node ${process.versions.node}. ` +
      `Its sandbox needs the permission model of Node ${needed} or newer, so nothing was run. ` +
      `In a checkout use "npm run -s attest -- …", which brings its own Node; elsewhere install Node ${needed}.\n`,
  );
  process.exitCode = 2;
} else {
  await keepCompiledCode();
  const { start } = await import("./index.ts");
  await start(process.argv);
}
