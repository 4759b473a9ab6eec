import { z } from "zod";
import type { EntryReader } from "./entries.ts";

const imported = z.object({ chains: z.array(z.string()).default([]) });

/** Tells chains of this data folder from those that came out of files: what they hold took place elsewhere. */
export function createIsOurs(entries: EntryReader): (chain: string) => boolean {
  const elsewhere = new Set(
    entries
      .listPublic("imported", "")
      .flatMap(({ subject, facts }) => [subject, ...imported.parse(JSON.parse(facts)).chains]),
  );
  return (chain) => !elsewhere.has(chain);
}
