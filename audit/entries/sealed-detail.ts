import { bindingOf, type ChainedEntry } from "./chain.ts";
import { bytesIn, numberIn, optionalTextIn, type StoredRow, textIn } from "./column-values.ts";
import type { JournalKeys } from "./journal-keys.ts";
import { openText, type OpenedText } from "./sealed-text.ts";

/** The columns that an entry's detail is opened with; its hash covers all but the last two. */
export const detailColumns: string = ["chain", "number", "at", "kind", "subject", "facts", "detail_hash", "body_hash"]
  .concat(["hash", "detail"])
  .map((name) => `entries.${name}`)
  .join(", ");

/** What the hash of the entry in a row covers. */
export function chainedEntryIn(row: StoredRow): ChainedEntry {
  return {
    chain: textIn(row, "chain"),
    number: numberIn(row, "number"),
    at: textIn(row, "at"),
    kind: textIn(row, "kind"),
    subject: textIn(row, "subject"),
    facts: textIn(row, "facts"),
    detailHash: optionalTextIn(row, "detail_hash"),
    bodyHash: optionalTextIn(row, "body_hash"),
  };
}

/**
 * The detail of the entry in a row; null where it was erased. `changed` where it is not the one that was written for just this
 * entry: so an entry cannot be changed, moved or made without the key.
 */
export function openDetail(
  keys: JournalKeys,
  row: StoredRow,
  entry: ChainedEntry = chainedEntryIn(row),
  text?: string,
): OpenedText | "changed" | null {
  const content = bytesIn(row, "detail");
  if (content === null) return null;
  return openText(keys, entry.detailHash ?? "", content, bindingOf(textIn(row, "hash"), entry, text));
}
