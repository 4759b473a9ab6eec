import { parseRunFileLine, type RunFileEntry } from "../../audit/transfer/run-file.ts";
import type { Anchor } from "../../audit/proof/anchors.ts";
import type { CoveringAnchor } from "../../audit/proof/covering-anchor.ts";
import { canonicalRows, parseRows } from "../../audit/entries/canonical-rows.ts";
import type { KeptRun } from "../../audit/runs/runs.ts";
import { csvText } from "../../deliveries/csv-text.ts";
import { xlsxFile } from "../../deliveries/xlsx-file.ts";
import type { PackedFile } from "../../deliveries/zip-stream.ts";
import type { Row } from "../../terms/cell.ts";
import type { Place } from "../../terms/evidence.ts";
import { type KeptTable, stepOfTable, tableRoot } from "../../terms/input-table.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import { traceRows } from "../evidence/trace-rows.ts";
import type { House } from "../house.ts";
import { rolesBefore } from "../run/roles-before.ts";
import { readExtents } from "./completeness.ts";
import { coverOf } from "./cover.ts";

const cellColumns = ["row", "column", "value", "evidence", "step", "pointer"];

async function cellRows(house: House, kept: KeptRun, rows: readonly Row[]): Promise<readonly Row[] | string> {
  if (rows.length === 0) return "there are no rows.";
  const traced = await traceRows(house, kept, rows, { from: 0, to: rows.length });
  if (traced.kind === "none") return traced.why;
  return traced.rows.flatMap((cells, row) =>
    cells.flatMap(({ column, evidence, places }): readonly Row[] => {
      const cell = { row, column, value: rows[row]?.[column] ?? null, evidence };
      const known: readonly (Place | undefined)[] = places.length === 0 ? [undefined] : places;
      return known.map((place) => ({ ...cell, step: place?.step ?? null, pointer: place?.pointer ?? null }));
    }),
  );
}

const requestColumns = ["step", "operation", "outcome", "request", "status", "at", "oktaRequestId", "response"];

function requestRow({ step, operationId, kind, exchange }: RecordedRead, file: string | null): Row {
  return {
    step,
    operation: operationId,
    outcome: kind,
    request: exchange === undefined ? null : `${exchange.method} ${exchange.origin}${exchange.target}`,
    status: exchange?.status ?? null,
    at: exchange?.attempts.at(-1)?.endedAt ?? null,
    oktaRequestId: exchange?.oktaRequestId ?? null,
    response: file,
  };
}

/** A file that the run was given stands among the requests under the step that its cells name. */
function fileRow({ name, file }: KeptTable, index: number, response: string | null): Row {
  const sent = { request: file, status: null, at: null, oktaRequestId: null };
  return { step: stepOfTable(index), operation: tableRoot(name), outcome: "file", ...sent, response };
}

function* entryFiles(folder: string, entry: RunFileEntry): IterableIterator<PackedFile> {
  const { number, detail, body } = entry;
  const texts = [
    { part: "detail", salted: detail },
    { part: "body", salted: body },
  ];
  for (const { part, salted } of texts) {
    if (salted === undefined) continue;
    yield { name: `${folder}/texts/${number}-${part}`, content: `${salted.salt}\n${salted.text}` };
  }
}

/** What an evidence pack holds of one run. Throws `journal/not-found` for a run of which something was erased. */
export async function* runFiles(house: House, kept: KeptRun): AsyncGenerator<PackedFile> {
  const journal = house.journal();
  const folder = kept.run;
  const chain: string[] = [];
  const responses = new Map<string, string>();
  for (const line of journal.exportRun(kept.run)) {
    const entry = parseRunFileLine(line);
    if (entry === undefined || !("chain" in entry) || entry.chain !== kept.run) continue;
    const { detail: _, body: __, ...place } = entry;
    chain.push(`${JSON.stringify(place)}\n`);
    if (entry.bodyHash !== null) responses.set(entry.bodyHash, `texts/${entry.number}-body`);
    yield* entryFiles(folder, entry);
  }
  yield { name: `${folder}/chain.jsonl`, content: chain.join("") };
  yield { name: `${folder}/snippet.ts`, content: kept.beginning.source };
  const requests = [...journal.runs.listReads(kept.run)].map((read) =>
    requestRow(read, responses.get(read.bodyHash ?? "") ?? null),
  );
  const files = journal
    .recordingOf(kept.run)
    .tables.map((table, index) => fileRow(table, index, responses.get(table.bodyHash ?? "") ?? null));
  yield { name: `${folder}/requests.csv`, content: csvText(requestColumns, [...files, ...requests]) };
  const covering = journal.anchors.findCovering(kept.run);
  yield* anchorFiles(folder, covering);
  yield* answerFiles(house, kept, covering?.anchor);
}

/** What shows that the run was in the journal when that was signed; whoever kept the anchor elsewhere can compare it. */
function* anchorFiles(folder: string, covering: CoveringAnchor | undefined): IterableIterator<PackedFile> {
  if (covering === undefined) return;
  const { anchor, previous, entries } = covering;
  const lines = entries.map((entry, index) => JSON.stringify(index === 0 ? { ...entry, previous } : entry));
  yield { name: `${folder}/anchor.json`, content: `${JSON.stringify(anchor)}\n` };
  yield { name: `${folder}/journal-chain.jsonl`, content: `${lines.join("\n")}\n` };
}

async function* answerFiles(house: House, kept: KeptRun, anchor: Anchor | undefined): AsyncGenerator<PackedFile> {
  const journal = house.journal();
  const hash = kept.ending?.rowsHash;
  const rows = hash === undefined ? [] : parseRows(journal.loadBody(hash));
  const columns = kept.beginning.review.columns.map((column) => column.name);
  const folder = kept.run;
  if (hash !== undefined) {
    yield { name: `${folder}/rows.json`, content: canonicalRows(rows) };
    yield { name: `${folder}/rows.csv`, content: csvText(columns, rows) };
    yield { name: `${folder}/rows.xlsx`, content: await xlsxFile(columns, rows) };
  }
  const cells = await cellRows(house, kept, rows);
  if (typeof cells !== "string") yield { name: `${folder}/cells.csv`, content: csvText(cellColumns, cells) };
  const content = coverOf({
    account: journal.runs.show(kept.run),
    rows,
    extents: readExtents(journal.runs.listReads(kept.run), (bodyHash) => journal.loadBody(bodyHash)),
    roles: rolesBefore(journal.runs.findAttachment(kept.run, "roles")),
    cells: typeof cells === "string" ? { why: cells } : "traced",
    anchor,
  });
  yield { name: `${folder}/cover.md`, content };
}
