import { FollowedChain } from "./follow-chain.ts";
import { isReadable } from "./readable-detail.ts";
import { parseRunFileLine, type RunFileEntry, runFileVersion } from "./run-file.ts";

/** A file that was read to its end and that holds: its run, and the hash and length of each of its chains. */
export interface CheckedRunFile {
  readonly run: string;
  readonly exportedAt: string;
  readonly chains: readonly { readonly chain: string; readonly length: number; readonly hash: string }[];
}

/** What is wrong with a file, and in which line, from 1; 0 for the file as a whole. */
export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

/** Reads a file's lines one by one; after the first that is wrong it takes no more. */
class FileCheck {
  #chains: FollowedChain[] = [];
  #head: { readonly run: string; readonly exportedAt: string } | undefined;
  #line = 0;
  #entries = 0;
  #ended = false;

  accept(text: string): string | undefined {
    this.#line += 1;
    if (this.#ended) return "something stands after its end";
    const line = parseRunFileLine(text);
    if (line === undefined) return this.#line === 1 ? "it is no exported run" : "it is cut off or changed";
    if ("format" in line) {
      if (this.#line > 1) return "a second run begins in it";
      if (line.version > runFileVersion) return "a newer version of Attest wrote it";
      this.#head = { run: line.run, exportedAt: line.exportedAt };
      this.#chains = [...(line.plan === null ? [] : [line.plan]), line.run].map((chain) => new FollowedChain(chain));
      return undefined;
    }
    if (this.#head === undefined) return "it is no exported run";
    if ("end" in line) {
      this.#ended = true;
      return line.entries === this.#entries ? undefined : "entries are missing";
    }
    this.#entries += 1;
    return this.#acceptEntry(line);
  }

  #acceptEntry(entry: RunFileEntry): string | undefined {
    const chain = this.#chains.find((one) => one.chain === entry.chain);
    if (chain === undefined) return "it belongs to another chain";
    const isRun = entry.chain === this.#head?.run;
    if (entry.number === 0 && entry.kind !== (isRun ? "run-begun" : "plan-begun")) return "its chain begins otherwise";
    return chain.accept(entry) ?? (isReadable(entry) ? undefined : "its text is none that Attest writes");
  }

  finish(): CheckedRunFile | BadLine {
    if (!this.#ended || this.#head === undefined) return { line: 0, reason: "it is cut off" };
    if (this.#chains.some((chain) => chain.length === 0)) return { line: 0, reason: "a chain is missing" };
    return {
      ...this.#head,
      chains: this.#chains.map(({ chain, length, hash }) => ({ chain, length, hash })),
    };
  }

  get line(): number {
    return this.#line;
  }
}

/** Reads an exported run to its end without keeping anything of it. */
export async function checkRunFile(lines: AsyncIterable<string>): Promise<CheckedRunFile | BadLine> {
  const check = new FileCheck();
  for await (const text of lines) {
    const reason = check.accept(text);
    if (reason !== undefined) return { line: check.line, reason };
  }
  return check.finish();
}
