// Run as a process of its own by tests: keeps reads, eight at a time, and prints each step once it is acknowledged.
import { openJournal } from "../../audit/journal.ts";
import { ring } from "./key-ring.ts";
import { beginning, bodyAt, readAt } from "./sample-run.ts";
import { sayLine } from "../say-line.ts";

const [folder = "", count = "0"] = process.argv.slice(2);
const journal = openJournal({ folder, ring });
const run = await journal.beginRun(beginning);
sayLine(`run ${run.run}`);

let next = 0;
async function keepOneByOne(): Promise<void> {
  while (next < Number(count)) {
    const step = next;
    next += 1;
    await run.keep(readAt(step), bodyAt(step));
    sayLine(`kept ${step}`);
  }
}

try {
  await Promise.all([...Array(8)].map(keepOneByOne));
  sayLine("done");
} catch (error) {
  sayLine(`failed ${error instanceof Error && "code" in error ? String(error.code) : String(error)}`);
}
