import { hashText } from "../../terms/snippet.ts";
import { chainStart, hashEntry } from "../entries/chain.ts";
import type { RunFileEntry, SaltedText } from "./run-file.ts";

function saltedHash(salted: SaltedText | undefined): string | null {
  return salted === undefined ? null : hashText(`${salted.salt}\n${salted.text}`);
}

/** One chain, followed entry by entry from its start: texts against their hashes, hashes against the entry before. */
export class FollowedChain {
  readonly chain: string;
  #number = -1;
  #hash = chainStart;

  constructor(chain: string) {
    this.chain = chain;
  }

  /** The hash of the last entry that was accepted. */
  get hash(): string {
    return this.#hash;
  }

  /** The number of entries that were accepted. */
  get length(): number {
    return this.#number + 1;
  }

  /** Undefined when the entry is the next one and whole, else what is wrong with it. */
  accept(entry: RunFileEntry): string | undefined {
    const { chain, number, at, kind, subject, facts, detailHash, bodyHash, detail, body } = entry;
    if (chain !== this.chain) return "it belongs to another chain";
    if (number !== this.#number + 1) return `entry ${this.#number + 1} is missing`;
    if (saltedHash(detail) !== detailHash) return "its text was changed";
    if (saltedHash(body) !== bodyHash) return "its body was changed";
    const hash = hashEntry(this.#hash, { chain, number, at, kind, subject, facts, detailHash, bodyHash });
    if (hash !== entry.hash) return "it does not follow from the entry before it";
    this.#number = number;
    this.#hash = hash;
    return undefined;
  }
}
