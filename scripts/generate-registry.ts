import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { operationFacts } from "../registry/generated-data.ts";
import { describeChanges } from "./registry/describe-changes.ts";
import { generatedFiles, registryFolder } from "./registry/generated-files.ts";
import { unreviewedReads } from "./registry/unreviewed-reads.ts";

const source = process.argv[2];
if (source === undefined) {
  process.stderr.write(
    "No specification was named. The catalogue is made from Okta's OpenAPI document and the two files beside it. " +
      "Run: npm run registry -- path/to/management.yaml\n",
  );
  process.exit(2);
}

const files = generatedFiles(dirname(source), readFileSync(source, "utf8"));
for (const [name, text] of Object.entries(files)) {
  const path = join(registryFolder, name);
  const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  for (const line of describeChanges(name, before, text)) process.stdout.write(`${line}\n`);
  if (before !== text) writeFileSync(path, text);
}

for (const line of unreviewedReads(operationFacts().operations)) process.stdout.write(`${line}\n`);
