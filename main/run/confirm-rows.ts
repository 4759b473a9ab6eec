import type { KeptRun } from "../../audit/runs/runs.ts";
import type { RunEvidence } from "../../executor/evidence/collect-evidence.ts";
import type { OktaClient } from "../../okta/client.ts";
import { getOperation } from "../../registry/catalogue.ts";
import type { Place } from "../../terms/evidence.ts";
import { tableOfStep } from "../../terms/input-table.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import { alertingClient } from "../alerts/alerting-client.ts";
import { keptRows } from "../evidence/kept-rows.ts";
import { collectFor } from "../evidence/trace-rows.ts";
import type { House } from "../house.ts";
import type { ConfirmedRows } from "../run-report.ts";
import { compareAgain } from "./same-object.ts";

interface DirectCell {
  readonly row: number;
  readonly column: string;
  readonly place: Place;
}

/** The cells that are values of responses: what stands in a file of the operator's cannot be read again from Okta. */
function directCells(evidence: Extract<RunEvidence, { kind: "collected" }>): readonly DirectCell[] {
  return evidence.rows.flatMap((cells, row) =>
    cells.flatMap((cell, at) =>
      cell.kind === "value" && tableOfStep(cell.place.step) === undefined
        ? [{ row, column: evidence.columns[at] ?? "", place: cell.place }]
        : [],
    ),
  );
}

/** The reads of a run by step, and the cursor of each page after the first: that of the page before it. */
function readsOf(
  house: House,
  { run }: KeptRun,
): ReadonlyMap<number, RecordedRead & { readonly at: string | undefined }> {
  const reads = [...house.journal().runs.listReads(run)];
  const cursors = new Map(reads.map((read) => [`${read.listing} ${read.page}`, read.cursor]));
  return new Map(
    reads.map((read) => [read.step, { ...read, at: cursors.get(`${read.listing} ${(read.page ?? 0) - 1}`) }]),
  );
}

/** Sends the exact request of a read again; what was sent is kept with the run. Undefined where it is not answered. */
async function readAgain(
  house: House,
  client: OktaClient,
  run: string,
  read: RecordedRead & { readonly at: string | undefined },
  signal: AbortSignal,
): Promise<unknown> {
  const { operationId, parameters, at: cursor } = read;
  const again = await client.read(
    { operationId, parameters, run, ...(cursor === undefined ? {} : { cursor }) },
    signal,
  );
  await house.journal().runs.attach(run, "read-again", { step: read.step, kind: again.kind, exchange: again.exchange });
  return again.kind === "response" ? JSON.parse(again.text) : undefined;
}

/**
 * Reads the responses behind a run's rows again, by the very requests of the run, and says which cells are no longer what they
 * were. Only operations that the run's approval covers are asked.
 */
export async function confirmRows(house: House, run: string, signal: AbortSignal): Promise<ConfirmedRows> {
  const kept = house.journal().runs.get(run);
  const rows = keptRows(house, kept);
  const from = new Date().toISOString();
  const evidence = await collectFor(house, kept, rows, { from: 0, to: rows.length });
  if (evidence.kind === "none")
    return { from, to: from, confirmed: 0, changed: [], gone: [], unread: rows.map((_, row) => row) };
  const cells = directCells(evidence);
  const reads = readsOf(house, kept);
  const org = await house.org();
  const client = alertingClient(house, org, "run", {
    run: kept.run,
    scopes: [...new Set(kept.beginning.review.operations.flatMap((one) => one.scopes))],
  });
  try {
    const steps = [...new Set(cells.map(({ place }) => place.step))];
    const bodies = new Map(
      await Promise.all(
        steps.map(async (step) => {
          const read = reads.get(step);
          return [step, read === undefined ? undefined : await readAgain(house, client, run, read, signal)] as const;
        }),
      ),
    );
    const compared = compareCells(house, cells, reads, bodies);
    const result = { from, to: new Date().toISOString(), ...settle(rows.length, compared) };
    await house.journal().runs.attach(run, "confirmed", result);
    return result;
  } finally {
    client.close();
  }
}

type Compared = DirectCell & { readonly again: ReturnType<typeof compareAgain> | { readonly kind: "unread" } };

function compareCells(
  house: House,
  cells: readonly DirectCell[],
  reads: ReadonlyMap<number, RecordedRead>,
  bodies: ReadonlyMap<number, unknown>,
): readonly Compared[] {
  const before = new Map(
    [...bodies.keys()].map((step) => {
      const hash = reads.get(step)?.bodyHash;
      const body: unknown = hash === undefined ? undefined : JSON.parse(house.journal().loadBody(hash));
      return [step, body] as const;
    }),
  );
  return cells.map((cell) => {
    const { step, pointer } = cell.place;
    const [read, after] = [reads.get(step), bodies.get(step)];
    if (read === undefined || after === undefined) return { ...cell, again: { kind: "unread" } };
    return { ...cell, again: compareAgain(getOperation(read.operationId), pointer, before.get(step), after) };
  });
}

function settle(count: number, compared: readonly Compared[]): Omit<ConfirmedRows, "from" | "to"> {
  const rowsOf = (kind: Compared["again"]["kind"]): readonly number[] => [
    ...new Set(compared.filter(({ again }) => again.kind === kind).map(({ row }) => row)),
  ];
  const seen = new Set(compared.map(({ row }) => row));
  const changed = compared.flatMap(({ row, column, again }) =>
    again.kind === "changed" ? [{ row, column, was: again.was ?? null, is: again.is ?? null }] : [],
  );
  const gone = rowsOf("gone");
  const untraced = Array.from({ length: count }, (_, row) => row).filter((row) => !seen.has(row));
  const unread = [...new Set([...rowsOf("unread"), ...untraced])].toSorted((a, b) => a - b);
  const not = new Set([...gone, ...unread, ...changed.map(({ row }) => row)]);
  return { confirmed: count - not.size, changed, gone, unread };
}
