// `npm run bench` runs every measurement, `npm run bench -- NAME…` those named. Each prints figures as ratios to a named peer.
import { readdirSync } from "node:fs";

const names = readdirSync(new URL(".", import.meta.url))
  .filter((name) => name.endsWith(".bench.ts"))
  .map((name) => name.replace(".bench.ts", ""))
  .toSorted();

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no measurement ${unknown.join(", ")}. There are: ${names.join(", ")}.\n`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length === 0 ? names : wanted) {
    process.stdout.write(`\n## ${name}\n`);
    await import(`./${name}.bench.ts`);
  }
}
