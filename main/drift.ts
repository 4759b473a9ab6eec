import { open, type FileHandle } from "node:fs/promises";
import { findOperation } from "../registry/catalogue.ts";
import { createDriftTally, type CountedMismatch, type OperationDrift } from "../registry/drift/drift-tally.ts";
import { defaultTolerance, isBeyond, mismatchInWords } from "../registry/drift/drift-warnings.ts";
import { countUnknownLeaves } from "../registry/fit.ts";
import { shapesOfResponse } from "../registry/secrets.ts";
import { Failure } from "../terms/failure.ts";
import { parseRecordedLine } from "./drift/recorded-line.ts";
import type { House } from "./house.ts";
import { runNamed } from "./run/run-named.ts";

/** A mismatch with its words. */
export interface DriftedField extends CountedMismatch {
  readonly words: string;
}

/** One operation's responses beside its type in the catalogue. */
export interface DriftedOperation extends Omit<OperationDrift, "mismatches"> {
  readonly mismatches: readonly DriftedField[];
  /** True where more responses deviate than the tolerance allows. */
  readonly beyond: boolean;
}

/** How much of the compared responses the catalogue has no type for. */
export interface UntypedValues {
  /** Scalar values in all compared responses, and those of them without a type. */
  readonly values: number;
  readonly unknown: number;
  /** Share that may have none. */
  readonly bound: number;
  /** Those without a type by operationId, most first. */
  readonly byOperation: Readonly<Record<string, number>>;
}

/** A line of a file that is no recorded response. */
export interface OddLine {
  readonly line: number;
  readonly why: string;
}

/** What was found in kept or recorded responses. */
export interface DriftReport {
  /** Share of an operation's responses that may deviate. */
  readonly tolerance: number;
  readonly operations: readonly DriftedOperation[];
  readonly untyped: UntypedValues;
  /** Responses that could not be compared, by what they were said to be of: operations that the catalogue lacks. */
  readonly unknownOperations: Readonly<Record<string, number>>;
  /** Recorded answers in which there is nothing to compare, by why. */
  readonly passedOver: Readonly<Record<string, number>>;
  /** Lines that are no recorded response, in order. */
  readonly oddLines: readonly OddLine[];
}

/** Where kept responses are taken from. */
export interface KeptResponses {
  /** Newest runs that are looked at; a run's name to look at that one alone. */
  readonly runs: number | string;
  readonly tolerance?: number | undefined;
}

/** Share of values without a type above which the catalogue knows too little of what it is compared with. */
const untypedBound = 0.03;

interface Comparison {
  add(operationId: string, body: unknown): void;
  report(tolerance: number): Pick<DriftReport, "tolerance" | "operations" | "untyped">;
}

function beginComparison(): Comparison {
  const tally = createDriftTally();
  const untyped = new Map<string, number>();
  let values = 0;
  return {
    add(operationId, body) {
      tally.add(operationId, body);
      const operation = findOperation(operationId);
      const [shape] = operation === undefined ? [] : shapesOfResponse(operation);
      if (shape === undefined || body === undefined) return;
      const { leaves, unknown } = countUnknownLeaves(shape, body);
      values += leaves;
      if (unknown > 0) untyped.set(operationId, (untyped.get(operationId) ?? 0) + unknown);
    },
    report: (tolerance) => ({
      tolerance,
      operations: tally.list().map((one) => ({
        ...one,
        mismatches: one.mismatches.map((mismatch) => ({ ...mismatch, words: mismatchInWords(mismatch) })),
        beyond: isBeyond(one, tolerance),
      })),
      untyped: {
        values,
        unknown: [...untyped.values()].reduce((sum, one) => sum + one, 0),
        bound: untypedBound,
        byOperation: Object.fromEntries([...untyped].toSorted(([, a], [, b]) => b - a)),
      },
    }),
  };
}

/** Compares the kept responses of runs with the catalogue. Sends nothing. Throws `journal/not-found` for no such run. */
export function driftOfRuns(house: House, { runs, tolerance = defaultTolerance }: KeptResponses): DriftReport {
  const journal = house.journal();
  const names =
    typeof runs === "string" ? [runNamed(house, runs).run] : journal.runs.list({ limit: runs }).map((one) => one.run);
  const comparison = beginComparison();
  for (const name of names) {
    for (const read of journal.runs.listReads(name)) {
      if (read.kind !== "response" || read.bodyHash === undefined) continue;
      comparison.add(read.operationId, JSON.parse(journal.loadBody(read.bodyHash)));
    }
  }
  return { ...comparison.report(tolerance), unknownOperations: {}, passedOver: {}, oddLines: [] };
}

function notReadable(path: string, error: unknown): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: path, expected: "a file that can be read" },
    {
      found: `${path} cannot be read.`,
      why: "There is nothing to compare.",
      help: "Name a file with one recorded response a line, or leave --recordings out to look at kept runs.",
    },
    error,
  );
}

function noRecordings(path: string, [first, ...others]: readonly OddLine[]): Failure<"config/invalid"> {
  const more = others.length === 0 ? "" : `, and ${others.length} more like it`;
  return new Failure(
    "config/invalid",
    { setting: path, expected: "one JSON object a line, with operationId, status and body" },
    {
      found: `No line of ${path} is a recorded response. Line ${first?.line}: ${first?.why}${more}.`,
      why: "There is nothing to compare.",
      help: 'Write one JSON object a line: {"operationId":"listUsers","status":200,"body":[…]}.',
    },
  );
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    for await (const text of file.readLines()) yield text.replace(/^\uFEFF/, "");
  } catch (error) {
    throw notReadable(path, error);
  } finally {
    await file?.close();
  }
}

/**
 * Compares recorded responses with the catalogue: one JSON object a line. Lines that are none are told in the report; it throws
 * `config/invalid` for a file that cannot be read, or whose every line is none.
 */
export async function driftOfRecordings(path: string, tolerance: number = defaultTolerance): Promise<DriftReport> {
  const comparison = beginComparison();
  const unknown = new Map<string, number>();
  const passedOver = new Map<string, number>();
  const oddLines: OddLine[] = [];
  const countIn = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  let line = 0;
  let recorded = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (text.trim() === "") continue;
    const parsed = parseRecordedLine(text);
    if (parsed.kind !== "odd") recorded += 1;
    if (parsed.kind === "odd") oddLines.push({ line, why: parsed.why });
    else if (parsed.kind === "unknown") countIn(unknown, parsed.name);
    else if (parsed.kind === "passed-over") countIn(passedOver, parsed.why);
    else comparison.add(parsed.operationId, parsed.body);
  }
  if (recorded === 0 && oddLines.length > 0) throw noRecordings(path, oddLines);
  return {
    ...comparison.report(tolerance),
    unknownOperations: Object.fromEntries(unknown),
    passedOver: Object.fromEntries(passedOver),
    oddLines,
  };
}
