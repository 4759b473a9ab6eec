import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { Failure } from "../../terms/failure.ts";

const assignment = /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*=\s*(.*)$/;
const nothing = /^\s*(#.*)?$/;
const end = /^\s*(#.*)?$/;

/** A value in quotes may go on over several lines. Gives the line after it, or undefined where its quote is never closed. */
function lineAfterQuoted(lines: readonly string[], at: number, value: string): number | undefined {
  const quote = value.charAt(0);
  let rest = value.slice(1);
  for (let line = at; line < lines.length; line += 1) {
    if (line > at) rest = lines[line] ?? "";
    const closing = rest.indexOf(quote);
    if (closing >= 0) return end.test(rest.slice(closing + 1)) ? line + 1 : undefined;
  }
  return undefined;
}

/** Number of the first line, from 0, that is neither empty nor a comment nor `NAME=value`; undefined where all are well. */
function findBadLine(lines: readonly string[]): number | undefined {
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? "";
    const value = assignment.exec(line)?.[1];
    if (value === undefined && !nothing.test(line)) return at;
    const isQuoted = value !== undefined && /^["'`]/.test(value);
    const next = isQuoted ? lineAfterQuoted(lines, at, value) : at + 1;
    if (next === undefined) return at;
    at = next;
  }
  return undefined;
}

function badFile(path: string, found: string, help: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: path, expected: "lines of the form NAME=value" },
    {
      found,
      why: "A setting that is passed over may be the org, its credential or a limit, so nothing was started.",
      help,
    },
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw badFile(path, `${path} cannot be read (${reason}).`, "Make yourself its owner, or move it away.");
  }
}

/**
 * The variables of an `.env` file in the folder, if there is one; never put into the process environment. Throws `config/invalid` for
 * a line that Node's parser would pass over without a word; what stands in it is not repeated, it may be a secret.
 */
export function readEnvFile(folder: string): Readonly<Record<string, string | undefined>> {
  const path = `${folder}/.env`;
  if (!existsSync(path)) return {};
  const text = readText(path);
  const bad = findBadLine(text.split(/\r?\n/));
  if (bad === undefined) return parseEnv(text);
  throw badFile(
    path,
    `Line ${bad + 1} of ${path} is no setting.`,
    `Write it as NAME=value, with a quote at both ends of the value or at none, or put a # before it.`,
  );
}
