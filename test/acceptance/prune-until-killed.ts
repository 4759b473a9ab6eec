// Run as a process of its own by tests: prunes a journal day by day, and says of each day when it was acknowledged.
import { writeSync } from "node:fs";
import { openJournal } from "../../audit/journal.ts";
import { ring } from "../audit/key-ring.ts";
import { dayAt, days } from "./days.ts";

const [folder = ""] = process.argv.slice(2);
const journal = openJournal({ folder, ring, createIfMissing: false });
writeSync(1, "pruning\n");
for (let day = 1; day <= days; day += 1) {
  await journal.erasures.prune({ others: dayAt(day), reports: dayAt(0) }, "ines");
  writeSync(1, `${day}\n`);
}
await journal.close();
