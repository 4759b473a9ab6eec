// Run as a process of its own by tests: prunes a journal day by day, and says of each day when it was acknowledged.
import { openJournal } from "../../audit/journal.ts";
import { ring } from "../audit/key-ring.ts";
import { dayAt, days } from "./days.ts";
import { sayLine } from "../say-line.ts";

const [folder = ""] = process.argv.slice(2);
const journal = openJournal({ folder, ring, createIfMissing: false });
sayLine("pruning");
for (let day = 1; day <= days; day += 1) {
  await journal.erasures.prune({ others: dayAt(day), reports: dayAt(0) }, "ines");
  sayLine(`${day}`);
}
await journal.close();
