import type { RequestAnswer, ResendReport } from "../../main/resend.ts";
import { domainOf } from "../../terms/say-org.ts";
import { renderFailure } from "./render-failure.ts";
import { safeText } from "./safe-text.ts";

type Leaf = NonNullable<ResendReport["differences"]>["leaves"][number];

/** Differences that are printed; the rest is counted. */
const shownLeaves = 20;
/** Characters of a value that are printed. */
const shownCharacters = 120;

function shown(value: unknown): string {
  const text = safeText(JSON.stringify(value) ?? "nothing");
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

function leafLine(leaf: Leaf): string {
  const pointer = safeText(leaf.pointer === "" ? "(the whole)" : leaf.pointer);
  switch (leaf.kind) {
    case "changed":
      return `  changed  ${pointer}: ${shown(leaf.was)} -> ${shown(leaf.is)}`;
    case "added":
      return `  added    ${pointer}: ${shown(leaf.is)}`;
    case "removed":
      return `  removed  ${pointer}: ${shown(leaf.was)}`;
  }
}

function answerLine(name: string, { status, at, bytes, oktaRequestId }: RequestAnswer): string {
  if (status === null) return `${name}  no answer came`;
  return `${name}  status ${status}, ${bytes} bytes, answered ${at ?? "at an unknown time"}, Okta request id ${safeText(oktaRequestId ?? "none sent")}`;
}

function countsLine(leaves: readonly Leaf[], moved: number): string {
  const count = (kind: Leaf["kind"]): number => leaves.filter((leaf) => leaf.kind === kind).length;
  const values = `${count("changed")} values changed, ${count("added")} added, ${count("removed")} removed`;
  return moved === 0 ? `${values}.` : `${values}; ${moved} items stand in another place.`;
}

function differenceLines({ differences, recorded, now }: ResendReport): readonly string[] {
  const status =
    recorded.status === now.status
      ? []
      : [`The status was ${recorded.status ?? "none"} and is ${now.status ?? "none"} now.`];
  if (differences === null) {
    const same = recorded.status === now.status && recorded.kind === now.kind;
    return [...status, same ? "Nothing differs; neither answer has a body." : "There are no two bodies to compare."];
  }
  const { leaves, moved } = differences;
  if (leaves.length === 0 && moved === 0) return [...status, "Nothing differs: every value is what it was."];
  const hidden = leaves.length - shownLeaves;
  return [
    ...status,
    countsLine(leaves, moved),
    ...leaves.slice(0, shownLeaves).map(leafLine),
    ...(hidden > 0 ? [`  … and ${hidden} more (--json gives all)`] : []),
  ];
}

/** A request that was sent again: what came back then and now, and what differs, value by value. */
export function renderResend(report: ResendReport): string {
  const { run, step, org, request, recorded, now } = report;
  return [
    `Request ${step} of run ${run}, sent to ${safeText(domainOf(org))} again: ${safeText(request)}`,
    answerLine("Then:", recorded),
    answerLine("Now: ", now),
    ...(now.failure === null ? [] : [renderFailure(now.failure)]),
    ...differenceLines(report),
  ].join("\n");
}
