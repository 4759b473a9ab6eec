import { findOperation } from "../../registry/catalogue.ts";
import { tableOfStep, tableRoot } from "../../terms/input-table.ts";
import type { Recording } from "../../terms/recording.ts";

/** What stands behind a step of a recording: the answer of an operation, or a file. */
export interface RecordedSource {
  /** The operation's id, or what stands in its place for a file. */
  readonly operationId: string;
  /** Where the items of a list stand in the body: as in the catalogue. A file is a list. */
  readonly items: string | undefined;
  readonly bodyHash: string | undefined;
}

/** The source of a step; undefined where the recording has none. */
export function findSource(recording: Pick<Recording, "find" | "tables">, step: number): RecordedSource | undefined {
  const index = tableOfStep(step);
  if (index !== undefined) {
    const table = recording.tables[index];
    return table && { operationId: tableRoot(table.name), items: "", bodyHash: table.bodyHash };
  }
  const read = recording.find(step);
  const operation = read === undefined ? undefined : findOperation(read.operationId);
  if (read === undefined || operation === undefined) return undefined;
  return { operationId: operation.operationId, items: operation.items, bodyHash: read.bodyHash };
}
