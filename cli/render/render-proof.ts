import type { ProofReport } from "../../main/prove.ts";
import { safeText } from "./safe-text.ts";

type Proof = ProofReport["proofs"][number]["proof"];

function shown(value: unknown): string {
  return safeText(JSON.stringify(value) ?? "nothing");
}

/** What stands at the place now: a value, or what became of a list or an item in words. */
function shownChange({ changedTo }: { readonly changedTo: unknown }): string {
  return isTakenAway(changedTo) ? changedTo : shown(changedTo);
}

function isTakenAway(changedTo: unknown): changedTo is string {
  return typeof changedTo === "string" && /^no (items in place of \d+|such item)$/.test(changedTo);
}

function verdict(proof: Proof): string {
  switch (proof.kind) {
    case "cell-changed":
      return `proved: with ${shownChange(proof)} there, the cell became ${shown(proof.after)}`;
    case "rows-changed":
      return `the value matters, but as a condition or join too: with ${shownChange(proof)} there, ${safeText(proof.how)}`;
    case "no-effect":
      return `not shown: with ${shownChange(proof)} there, nothing changed; ${isTakenAway(proof.changedTo) ? "what was taken away did not count here" : "an equal neighbour can take its place"}`;
    case "no-such-place":
      return "not shown: nothing stands at this place that could be changed; its list may be empty";
  }
}

/** What changing the value at each place of a cell did. */
export function renderProof(report: ProofReport): string {
  const head = `${safeText(report.column)} = ${shown(report.value)}, run ${report.run}, row ${report.row}`;
  if (report.proofs.length === 0) return `${head}\n  not shown: no place of a response is recorded for this cell`;
  return [
    head,
    ...report.proofs.flatMap(({ place, proof }) => [
      `  read ${place.step}, ${place.pointer === "" ? "its items" : `${place.pointer}: ${shown(place.value)}`}`,
      `    ${verdict(proof)}`,
    ]),
  ].join("\n");
}
