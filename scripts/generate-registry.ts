import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { operationFacts } from "../registry/generated-data.ts";
import { effects } from "../registry/overlay/effects.ts";
import { isReviewedRead } from "../registry/overlay/reviewed-reads.ts";
import { describeChanges } from "./registry/describe-changes.ts";
import { generatedFiles, registryFolder } from "./registry/generated-files.ts";

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

for (const operation of operationFacts().operations) {
  if (operation.method !== "GET" || effects[operation.operationId] !== undefined || isReviewedRead(operation)) continue;
  const line = [operation.operationId, operation.path, ...operation.scopes].join(" ");
  process.stdout.write(`Not reviewed, so not allowed as a read: ${line}\n`);
}
