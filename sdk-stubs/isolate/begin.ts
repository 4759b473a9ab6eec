import { countAsked, countDelivered } from "./ask.ts";
import { post, settings } from "./host.ts";
import { givenParameters } from "./parameters.ts";
import { bareObject, keysOf, stringifyJson, textOf } from "./primordials.ts";
import { BadRows, type ListedColumns, rowsOf, type SentCell } from "./rows.ts";
import { tracingHooks } from "./tracing-hooks.ts";

// Small enough that neither side holds the whole result as one text.
const ROWS_A_MESSAGE = 250;
const EVIDENCE_A_MESSAGE = 1_000_000;
const MAX_ERROR_TEXT = 4_000;

function end(fields: object): void {
  post("end", stringifyJson({ ...fields, steps: countDelivered() }) ?? "");
}

function sendRows(result: unknown, listed: ListedColumns): boolean {
  let batch: Record<string, SentCell>[] = [];
  let spent = 0;
  const flush = (): boolean => {
    const text = stringifyJson(batch) ?? "[]";
    batch = [];
    spent += text.length;
    if (spent > settings.resultBytes) {
      end({ kind: "limit", limit: "resultBytes" });
      return false;
    }
    post("rows", text);
    return true;
  };
  for (const row of rowsOf(result, listed)) {
    batch.push(row);
    if (batch.length >= ROWS_A_MESSAGE && !flush()) return false;
  }
  return flush();
}

function sendEvidence(result: unknown, listed: ListedColumns): void {
  const hooks = tracingHooks();
  if (hooks === undefined || !Array.isArray(result)) return;
  const text = hooks.collectCells(result, keysOf(listed));
  for (let at = 0; at < text.length; at += EVIDENCE_A_MESSAGE)
    post("evidence", text.slice(at, at + EVIDENCE_A_MESSAGE));
}

function textAt(error: unknown, key: "name" | "message" | "stack"): string {
  const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === "string" ? value.slice(0, MAX_ERROR_TEXT) : "";
}

// Reading an error may run code of the snippet, and that may throw again.
function describeError(error: unknown): object {
  try {
    if (error instanceof BadRows) return { kind: "bad-result", reason: error.message };
    const thrown = typeof error === "object" ? textAt(error, "message") : textOf(error).slice(0, MAX_ERROR_TEXT);
    return { kind: "threw", name: textAt(error, "name"), message: thrown, stack: textAt(error, "stack") };
  } catch {
    return { kind: "threw", name: "", message: "The snippet threw a value that cannot be read.", stack: "" };
  }
}

// Rows that are returned before a read is answered lack what it would have brought, and its failure would go unseen.
function assertAllRead(): void {
  const open = countAsked() - countDelivered();
  if (open > 0)
    throw new BadRows(
      `It returned while ${open} of its reads had no answer yet. Await every read before the rows are returned.`,
    );
}

async function run(program: unknown): Promise<void> {
  try {
    if (typeof program !== "function") throw new TypeError("The snippet has no function as its default export.");
    const result: unknown = await program(givenParameters());
    assertAllRead();
    const listed = bareObject<true>();
    if (!sendRows(result, listed)) return;
    sendEvidence(result, listed);
    end({ kind: "finished" });
  } catch (error) {
    end(describeError(error));
  }
}

/** The host's way in: starts the snippet. Never throws; how the run ends is a message. */
export function begin(program: unknown): void {
  void run(program);
}
