import { writeSync } from "node:fs";

/**
 * Writes a line to standard output before it returns, so that a process that is killed afterwards has said it. A pipe that is full, since
 * who reads it has no turn, is waited for.
 */
export function sayLine(line: string): void {
  let left = Buffer.from(`${line}\n`);
  while (left.byteLength > 0) {
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
