import type { AnchoredJournal } from "../../main/anchor-journal.ts";
import { safeText } from "./safe-text.ts";

function placeOf(keptIn: NonNullable<AnchoredJournal["keptIn"]>): string {
  return keptIn.kind === "file" ? safeText(keptIn.path) : `the webhook at ${safeText(keptIn.host)}`;
}

/** An anchor, and where it is; where it is nowhere yet the line alone, to be kept anywhere. */
export function renderAnchor({ anchor, keptIn }: AnchoredJournal): string {
  if (keptIn === null) return JSON.stringify(anchor);
  return [
    `The journal's end, entry ${anchor.number} at ${anchor.at}, is signed and in ${placeOf(keptIn)}.`,
    "To hold the journal against it: attest journal verify --anchors FILE",
  ].join("\n");
}
