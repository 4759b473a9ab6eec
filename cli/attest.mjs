#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still say what is wrong: it could not even read the rest.
const needed = 26;
const found = Number(process.versions.node.split(".")[0]);
if (found < needed) {
  process.stderr.write(
    `Attest was started with Node ${process.versions.node}. ` +
      `Its sandbox needs the permission model of Node ${needed} or newer, so nothing was run. ` +
      `In a checkout use "npm run -s attest -- …", which brings its own Node; elsewhere install Node ${needed}.\n`,
  );
  process.exitCode = 2;
} else {
  const { start } = await import("./index.ts");
  await start(process.argv);
}
