import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";

interface Writer {
  readonly lines: readonly string[];
  readonly run: string;
  readonly kept: readonly number[];
}

/** Runs a writing process; ends it with SIGKILL after `killAfter` acknowledged reads, somewhere in the work that follows. */
async function write(
  folder: string,
  count: number,
  killAfter = Infinity,
  wrap: readonly string[] = [],
): Promise<Writer> {
  const [command, ...rest] = [
    ...wrap,
    process.execPath,
    fileURLToPath(new URL("./keep-reads.ts", import.meta.url)),
    folder,
    String(count),
  ];
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    if (text.split("\n").length > killAfter) child.kill("SIGKILL");
  });
  await once(child, "close");
  // A killed writer may leave half a line: that read was not acknowledged.
  const lines = text.split("\n").slice(0, -1);
  return {
    lines,
    run: lines.find((line) => line.startsWith("run "))?.slice(4) ?? "",
    kept: lines.filter((line) => line.startsWith("kept ")).map((line) => Number(line.slice(5))),
  };
}

test("a writer that is killed at any moment loses no acknowledged read, and its journal verifies", async () => {
  const folder = newFolder();
  const writers = await Promise.all([3, 40, 200, 700, 1500].map((killAfter) => write(folder, 100_000, killAfter)));
  const journal = openJournal({ folder, ring });
  const lost = writers.flatMap(({ run, kept }) => {
    const recording = journal.recordingOf(run);
    return kept.filter((step) => recording.loadBody(recording.find(step)?.bodyHash ?? "") === "");
  });
  const open = writers.map(({ run }) => journal.runs.get(run).ending);
  expect({
    lost,
    open,
    broken: journal.verify({ bodies: true }).broken,
    some: writers.every((one) => one.kept.length > 0),
  }).toEqual({
    lost: [],
    open: [undefined, undefined, undefined, undefined, undefined],
    broken: [],
    some: true,
  });
});

test("two processes write to one journal at once", async () => {
  const folder = newFolder();
  const writers = await Promise.all([write(folder, 400), write(folder, 400), write(folder, 400)]);
  const journal = openJournal({ folder, ring });
  expect({
    ends: writers.map((one) => one.lines.at(-1)),
    steps: writers.map((one) => journal.recordingOf(one.run).steps),
    broken: journal.verify({ bodies: true }).broken,
  }).toEqual({ ends: ["done", "done", "done"], steps: [400, 400, 400], broken: [] });
});

test("a full disk fails the read before it can be delivered, and what was kept stays", async () => {
  const folder = newFolder();
  const limited = await write(folder, 100_000, Infinity, ["bash", "-c", 'ulimit -f 3000; exec "$@"', "bash"]);
  const journal = openJournal({ folder, ring });
  const recording = journal.recordingOf(limited.run);
  expect({
    end: limited.lines.at(-1),
    lost: limited.kept.filter((step) => recording.find(step) === undefined),
    broken: journal.verify({ bodies: true }).broken,
  }).toEqual({ end: "failed journal/unwritable", lost: [], broken: [] });
});
