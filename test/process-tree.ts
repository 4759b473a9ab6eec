import { readdirSync, readFileSync } from "node:fs";

function parentOf(pid: string): number | undefined {
  try {
    // The command name may hold blanks and parentheses; the fields that count stand after the last one.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1)?.trim().split(" ");
    return Number(fields?.[1]);
  } catch {
    return undefined;
  }
}

/** Process ids of everything that `pid` started, directly or not, at this moment. Linux. */
export function descendantsOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(entry);
    if (parent !== undefined) parents.set(Number(entry), parent);
  }
  const found: number[] = [];
  const pending = [pid];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const [child, parent] of parents) {
      if (parent !== next) continue;
      found.push(child);
      pending.push(child);
    }
  }
  return found;
}

function readOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}

/**
 * Environment and arguments of a process that `parent` started, as one text; empty once it is gone. Between its fork and its
 * exec a process still is a copy of its parent, arguments and all: that moment says nothing of what it is given, and is empty.
 */
export function environmentOf(pid: number, parent: number): string {
  // Arguments first: once they are its own, so is the environment that is read after them.
  const given = readOf(pid, "cmdline");
  return given === readOf(parent, "cmdline") ? "" : given + readOf(pid, "environ");
}
