import { type Cell, isUnknownCell, type Row } from "../terms/cell.ts";
import { type AcceptedException, exceptionKey } from "./exceptions.ts";

/** A row with the exception that is accepted for it, or was. */
export interface ExceptedRow {
  /** Its number among the answer's rows, from 0. */
  readonly row: number;
  readonly exception: AcceptedException;
}

/** What the accepted exceptions of a report say of an answer's rows. The rows themselves stay as they are. */
export interface MatchedExceptions {
  /** Rows whose exception holds on the day of the run. */
  readonly accepted: readonly ExceptedRow[];
  /** Rows whose exception has ended: they count as any other row. */
  readonly expired: readonly ExceptedRow[];
  /** Exceptions that no row has the key of. */
  readonly unmatched: readonly AcceptedException[];
}

/** A cell of a key as an exception names it; undefined where it is not known, or empty: such a row is nobody's exception. */
function keyText(cell: Cell | undefined): string | undefined {
  if (cell === null || cell === undefined || cell === "") return undefined;
  if (typeof cell !== "object") return String(cell);
  return isUnknownCell(cell) ? undefined : cell.join(", ");
}

function keyOf(row: Row, keyColumns: readonly string[]): string | undefined {
  const texts = keyColumns.map((column) => [column, keyText(row[column])] as const);
  const known = texts.flatMap(([column, text]) => (text === undefined ? [] : [[column, text] as const]));
  return known.length < texts.length ? undefined : exceptionKey(Object.fromEntries(known));
}

/**
 * Finds the exception of each row by the report's key columns. `today` is the day of the run in its time zone, `2026-12-31`: an
 * exception holds to the end of its last day.
 */
export function matchExceptions(
  rows: readonly Row[],
  exceptions: readonly AcceptedException[],
  { keyColumns, today }: { readonly keyColumns: readonly string[]; readonly today: string },
): MatchedExceptions {
  const byKey = new Map(exceptions.map((one) => [exceptionKey(one.key), one]));
  const matched = rows.flatMap((row, index): readonly ExceptedRow[] => {
    const key = keyColumns.length === 0 ? undefined : keyOf(row, keyColumns);
    const exception = key === undefined ? undefined : byKey.get(key);
    return exception === undefined ? [] : [{ row: index, exception }];
  });
  const used = new Set(matched.map(({ exception }) => exception));
  const holds = ({ exception }: ExceptedRow): boolean => exception.expires >= today;
  return {
    accepted: matched.filter(holds),
    expired: matched.filter((one) => !holds(one)),
    unmatched: exceptions.filter((one) => !used.has(one)),
  };
}
