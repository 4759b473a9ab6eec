import { open, type FileHandle } from "node:fs/promises";
import { z } from "zod";
import { findOperation, listOperations } from "../registry/catalogue.ts";
import { createDriftTally, type CountedMismatch, type OperationDrift } from "../registry/drift/drift-tally.ts";
import { defaultTolerance, isBeyond, mismatchInWords } from "../registry/drift/drift-warnings.ts";
import { Failure } from "../terms/failure.ts";
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

/** What was found in kept or recorded responses. */
export interface DriftReport {
  /** Share of an operation's responses that may deviate. */
  readonly tolerance: number;
  readonly operations: readonly DriftedOperation[];
  /** Responses that could not be compared, by what they were said to be of: operations that the catalogue lacks. */
  readonly unknownOperations: Readonly<Record<string, number>>;
}

/** Where kept responses are taken from. */
export interface KeptResponses {
  /** Newest runs that are looked at; a run's name to look at that one alone. */
  readonly runs: number | string;
  readonly tolerance?: number | undefined;
}

function reportOf(
  operations: readonly OperationDrift[],
  tolerance: number,
  unknownOperations: ReadonlyMap<string, number> = new Map(),
): DriftReport {
  return {
    tolerance,
    operations: operations.map((one) => ({
      ...one,
      mismatches: one.mismatches.map((mismatch) => ({ ...mismatch, words: mismatchInWords(mismatch) })),
      beyond: isBeyond(one, tolerance),
    })),
    unknownOperations: Object.fromEntries(unknownOperations),
  };
}

/** Compares the kept responses of runs with the catalogue. Sends nothing. Throws `journal/not-found` for no such run. */
export function driftOfRuns(house: House, { runs, tolerance = defaultTolerance }: KeptResponses): DriftReport {
  const journal = house.journal();
  const names =
    typeof runs === "string" ? [runNamed(house, runs).run] : journal.listRuns({ limit: runs }).map((one) => one.run);
  const tally = createDriftTally();
  for (const name of names) {
    for (const read of journal.listReads(name)) {
      if (read.kind !== "response" || read.bodyHash === undefined) continue;
      tally.add(read.operationId, JSON.parse(journal.loadBody(read.bodyHash)));
    }
  }
  return reportOf(tally.list(), tolerance);
}

const recordedLine = z.object({
  operationId: z.string().optional(),
  method: z.string().default("GET"),
  template: z.string().optional(),
  status: z.number().default(200),
  body: z.unknown(),
});

type RecordedLine = z.infer<typeof recordedLine>;

/** The operation of a recording: by its operationId, else by method and path template. */
function operationIdOf({ operationId, method, template }: RecordedLine): string | undefined {
  if (operationId !== undefined && findOperation(operationId) !== undefined) return operationId;
  return listOperations().find((one) => one.path === template && one.method === method.toUpperCase())?.operationId;
}

function parseLine(text: string, path: string, line: number): RecordedLine {
  try {
    return recordedLine.parse(JSON.parse(text));
  } catch (error) {
    throw new Failure(
      "config/invalid",
      { setting: path, expected: "one JSON object a line, with operationId, status and body" },
      {
        found: `Line ${line} of ${path} is no recorded response.`,
        why: "A response that is left out could be the one that deviates.",
        help: 'Write one JSON object a line: {"operationId":"listUsers","status":200,"body":[…]}.',
      },
      error,
    );
  }
}

async function openRecordings(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw new Failure(
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
}

/**
 * Compares recorded responses with the catalogue: one JSON object a line. Throws `config/invalid` for a file that cannot be
 * read, or a line that is no response.
 */
export async function driftOfRecordings(path: string, tolerance: number = defaultTolerance): Promise<DriftReport> {
  const tally = createDriftTally();
  const unknown = new Map<string, number>();
  let line = 0;
  for await (const text of (await openRecordings(path)).readLines()) {
    line += 1;
    if (text.trim() === "") continue;
    const recorded = parseLine(text, path, line);
    if (recorded.status < 200 || recorded.status > 299 || recorded.body === undefined) continue;
    const operationId = operationIdOf(recorded);
    if (operationId !== undefined) {
      tally.add(operationId, recorded.body);
      continue;
    }
    const name = recorded.operationId ?? recorded.template ?? "a response without an operation";
    unknown.set(name, (unknown.get(name) ?? 0) + 1);
  }
  return reportOf(tally.list(), tolerance, unknown);
}
