import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { parseTable } from "../../tables/parse-table.ts";
import { Failure } from "../../terms/failure.ts";
import type { DeclaredTables, InputTable, TableColumns } from "../../terms/input-table.ts";

/** Bytes that a file may have. */
const mostBytes = 32 * 1024 * 1024;

function unreadable(file: string, reason: string, help: string, cause?: unknown): Failure<"input/unreadable"> {
  return new Failure(
    "input/unreadable",
    { file, reason },
    { found: `${file} cannot be read: ${reason}.`, why: "Nothing was run and nothing was sent.", help },
    cause,
  );
}

function notGiven(name: string, columns: TableColumns): Failure<"config/missing"> {
  return new Failure(
    "config/missing",
    { setting: `--param ${name}` },
    {
      found: `The snippet takes a file for ${name}, and none was given.`,
      why: "Its rows are what is asked about, so nothing was run.",
      help: `Write --param ${name}=FILE, a CSV or JSON file with the columns ${Object.keys(columns).join(", ")}.`,
    },
  );
}

async function readBytes(path: string): Promise<Buffer> {
  const reasonOf = (error: unknown): string =>
    error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  const size = await stat(path).catch((error: unknown) => {
    throw unreadable(path, reasonOf(error), "Name a CSV or JSON file that you may read.", error);
  });
  if (!size.isFile()) throw unreadable(path, "it is no file", "Name a CSV or JSON file.");
  if (size.size > mostBytes) {
    throw unreadable(
      path,
      `it has ${size.size} bytes; ${mostBytes} are the most`,
      "Leave out the columns that no parameter names, or split it.",
    );
  }
  return readFile(path);
}

async function readOne(name: string, columns: TableColumns, path: string): Promise<InputTable> {
  const bytes = await readBytes(path);
  const file = basename(path);
  const rows = parseTable(file, bytes, columns);
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  return { name, file, fileHash, columns, count: rows.length, rows };
}

/**
 * Reads the file of each parameter that takes one, in the order in which they are declared. Throws `config/missing` where none was
 * given for one, `input/unreadable` and `input/bad-table`.
 */
export async function readInputTables(
  declared: DeclaredTables,
  given: Readonly<Record<string, string>>,
): Promise<readonly InputTable[]> {
  const tables: InputTable[] = [];
  for (const [name, columns] of Object.entries(declared)) {
    const path = Object.hasOwn(given, name) ? given[name] : undefined;
    if (path === undefined || path === "") throw notGiven(name, columns);
    tables.push(await readOne(name, columns, path));
  }
  return tables;
}
