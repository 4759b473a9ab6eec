import type { Anchor } from "../../audit/proof/anchors.ts";
import type { RunAccount } from "../../audit/runs/run-account.ts";
import type { Row } from "../../terms/cell.ts";
import { isUnknownCell } from "../../terms/cell.ts";
import { sayOrg } from "../../terms/say-org.ts";
import { roleWarnings, kindsOf } from "../org/role-warnings.ts";
import type { RolesAt } from "../run/role-watch.ts";
import { type ReadExtent, sayExtent } from "./completeness.ts";

const hows: Readonly<Record<string, string>> = {
  prompt: "read the review and said yes",
  hash: "by the hash of the review",
  unseen: "beforehand (--yes), without reading the review",
  demo: "the demo",
  release: "built in",
  standing: "within a standing approval, without reading the review",
};

/** What a cover is written from. */
export interface Covered {
  readonly account: RunAccount;
  readonly rows: readonly Row[];
  readonly extents: readonly ReadExtent[];
  readonly roles: RolesAt | undefined;
  /** Whether `cells.csv` is there, else why not. */
  readonly cells: "traced" | { readonly why: string };
  /** What vouches for the run; undefined where nothing does. */
  readonly anchor: Anchor | undefined;
}

function rolesText(roles: RolesAt | undefined, account: RunAccount): readonly string[] {
  if (roles === undefined) return ["The roles of the credential were not read in this run."];
  const operationIds = account.beginning.review.operations.map((operation) => operation.operationId);
  const warnings = roleWarnings(roles.read, kindsOf(operationIds));
  const held =
    roles.read.kind === "unread"
      ? `Its roles could not be read: ${roles.read.why}`
      : `At ${roles.at} the credential had: ${roles.read.roles.map((role) => role.name).join(", ") || "no admin role"}.`;
  return [held, ...(warnings.length === 0 ? ["Nothing of what was read is kept from it."] : warnings)];
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line.replaceAll(/\s+/g, " ")}`).join("\n");

function section(title: string, text: string): string {
  return `## ${title}\n\n${text}\n`;
}

function approvalText({ beginning, importedAt }: RunAccount): readonly string[] {
  const { approval, review } = beginning;
  return [
    `Who: ${approval.operator}, as the operating system of that machine says (claimed, not proven)`,
    `When: ${approval.at}`,
    `How: ${hows[approval.how] ?? approval.how}`,
    `What: the review ${review.reviewHash}, for ${approval.org} alone`,
    ...(importedAt === undefined ? [] : [`The run was imported ${importedAt}; it was asked and approved elsewhere`]),
  ];
}

function parameterLines({ beginning: { parameters, tables = [] } }: RunAccount): readonly string[] {
  return [
    ...Object.entries(parameters).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ...tables.map(({ name, file, count, fileHash }) => `${name}: the file ${file}, ${count} rows, SHA-256 ${fileHash}`),
  ];
}

function completenessText(rows: readonly Row[], extents: readonly ReadExtent[]): readonly string[] {
  const unknown = rows.flatMap((row) => Object.values(row)).filter(isUnknownCell).length;
  return [
    ...extents.map(sayExtent),
    "Okta gives no total for a list; that a list is whole rests on Okta naming no further page",
    unknown === 0 ? "No cell is unknown" : `${unknown} cells are unknown: their reads failed; each says why`,
  ];
}

function marksText({ marks }: RunAccount): readonly string[] {
  return marks.map(
    ({ verdict, operator, at, note }) => `${verdict}, by ${operator}, ${at}${note === undefined ? "" : `: ${note}`}`,
  );
}

function anchorText(anchor: Anchor | undefined): string {
  if (anchor === undefined) return "No anchor of the journal vouches for it.";
  return `The end of the journal was signed at ${anchor.at} (entry ${anchor.number}, anchor.json), with this run in it.`;
}

/** The first page of a run's folder: what was asked, by whom it was approved, and how complete the answer is. */
export function coverOf({ account, rows, extents, roles, cells, anchor }: Covered): string {
  const { beginning, ending, asOf } = account;
  const { review } = beginning;
  return [
    `# ${review.title.replaceAll(/\s+/g, " ")}\n`,
    section(
      "Answer",
      list([
        `Run ${account.run}, ${ending?.outcome ?? "not ended"}, ${rows.length} rows`,
        ...(beginning.sample === undefined ? [] : ["SAMPLE: the outermost list was cut; this answers nothing"]),
        `Org: ${sayOrg(beginning.orgName, beginning.org)}`,
        asOf === undefined
          ? "Nothing was read"
          : `Read from ${asOf.from} to ${asOf.to}; nothing is known of any other time`,
      ]),
    ),
    section("Question", beginning.question ?? "None: a snippet was run as it stands (snippet.ts)."),
    ...(beginning.reading === undefined ? [] : [section("Read as", beginning.reading)]),
    section("Parameters", list(parameterLines(account)) || "None."),
    section(
      "Definitions",
      list(review.definitions.map((one) => `${one.name} (version ${one.version}): ${one.meaning}`)) || "None was used.",
    ),
    section("Approved", list(approvalText(account))),
    section("Marked", list(marksText(account)) || "Nobody has said whether the answer is right."),
    section("What the credential may see", list(rolesText(roles, account))),
    section("How complete it is", list(completenessText(rows, extents))),
    section(
      "What may mislead",
      list(review.caveats.map((one) => `${one.operationId}: ${one.text}`)) || "Nothing known.",
    ),
    section(
      "Where each cell comes from",
      cells === "traced" ? "cells.csv, made by a replay whose rows were the same bytes." : `Not traced: ${cells.why}`,
    ),
    section("Since when it is as it is", anchorText(anchor)),
  ].join("\n");
}
