import { createInterface } from "node:readline/promises";
import { input } from "@inquirer/prompts";
import type { Output } from "./output.ts";

/** Questions, one a line: asked for on a terminal, else read from standard input to its end. */
export async function* questionLines(output: Output): AsyncGenerator<string> {
  if (output.interactive) {
    for (;;) yield (await input({ message: "Question" }, { output: process.stderr })).trim();
  }
  for await (const line of createInterface({ input: process.stdin, terminal: false })) yield line.trim();
}
