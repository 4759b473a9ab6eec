import type { EvidenceReport, TracedCell, TracedPlace } from "../../main/evidence-report.ts";
import { isUnknownCell, type Cell } from "../../terms/cell.ts";
import type { Origin } from "../../terms/origin.ts";
import { sayOrg } from "../../terms/say-org.ts";
import { safeText } from "./safe-text.ts";

/** Places shown for one cell; a computed cell may have many. */
const shownPlaces = 8;

function shown(value: unknown): string {
  return safeText(JSON.stringify(value) ?? "nothing");
}

function cellText(cell: Cell): string {
  return typeof cell === "object" && cell !== null && isUnknownCell(cell)
    ? `not known: ${safeText(cell.unknown)}`
    : shown(cell);
}

function fieldWord(field: string): string {
  const words = field.replace(/^table:/, "your file for ");
  return words.endsWith(" ") ? `the items of ${words.trim()}` : words;
}

/** Fields in words; one without a path is the items of its list. */
function fieldWords(fields: readonly string[], joint: string): string {
  return fields.map(fieldWord).join(joint);
}

function originWords(origin: Origin): string {
  switch (origin.kind) {
    case "direct":
      return `${fieldWords(origin.fields, " or ")}${origin.orLiteral ? " or the snippet's own text" : ""}`;
    case "computed":
      return `computed from ${fieldWords(origin.fields, ", ")}`;
    case "count":
      return `counted from ${fieldWords(origin.fields, ", ")}`;
    case "chosen":
      return `the snippet's own text, chosen by ${origin.chosenBy.join(", ")}`;
    case "parameter":
      return `from your input ${origin.names.join(", ")}`;
    case "literal":
      return "the snippet's own text";
    case "unknown":
      return `not traceable: ${origin.why} (line ${origin.line})`;
  }
}

function evidenceWords(cell: TracedCell): string {
  switch (cell.evidence) {
    case "value":
      return `this value stands in ${cell.places.some((one) => one.table !== undefined) ? "your file" : "a response"}, and the code can have taken it from there`;
    case "computed":
      return "worked out from these values";
    case "items":
      return "counted from the items of these responses";
    case "literal":
      return "the snippet's own text in this row";
    case "parameter":
      return "your own input";
    case "lost":
      return `which item it came from is not recorded (${cell.why ?? "position lost"})`;
    case "refused":
      return `DEFECT: the place that was named does not hold this value (${cell.why ?? ""})`;
  }
}

// An item that was counted is an object of Okta: what tells it from others stands at its start.
const shownOfItem = 120;

function placedText(value: unknown): string {
  const text = shown(value);
  return typeof value !== "object" || text.length <= shownOfItem
    ? text
    : `${text.slice(0, shownOfItem)} … (--json gives all)`;
}

function placeLines(place: TracedPlace): readonly string[] {
  if (place.table !== undefined) {
    const what = place.items === null ? placedText(place.value) : `${place.items} rows`;
    return [`    your file: ${safeText(place.request)}, ${safeText(place.pointer.replace(/^\/\d+\//, ""))}: ${what}`];
  }
  const status = place.status === null ? "" : `, status ${place.status}`;
  return [
    `    read ${place.step}: ${safeText(place.request)}${status}`,
    place.items === null
      ? `      at ${safeText(place.pointer)}: ${placedText(place.value)}`
      : `      ${place.items === 1 ? "1 item" : `${place.items} items`}${place.pointer === "" ? "" : ` at ${safeText(place.pointer)}`}`,
    `      received ${place.at ?? "unknown"}, Okta request id ${safeText(place.oktaRequestId ?? "none sent")}`,
  ];
}

function cellLines(cell: TracedCell): readonly string[] {
  const hidden = cell.places.length - shownPlaces;
  return [
    `${safeText(cell.column)} = ${cellText(cell.value)}`,
    `  origin:   ${safeText(originWords(cell.origin))}`,
    `  evidence: ${safeText(evidenceWords(cell))}`,
    ...cell.places.slice(0, shownPlaces).flatMap(placeLines),
    ...(hidden > 0 ? [`    … and ${hidden} more (--json gives all)`] : []),
  ];
}

/** Where the cells of a row come from, cell by cell. */
export function renderEvidence(report: EvidenceReport): string {
  const { title, run, row, org, orgName } = report;
  return [
    `${safeText(title)}, run ${run}, row ${row}, from ${safeText(sayOrg(orgName, org))}`,
    ...report.cells.flatMap(cellLines),
  ].join("\n");
}
