import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OperationFacts } from "./operation-facts.ts";
import type { Shape } from "./shape.ts";

interface OperationsFile {
  readonly version: string;
  readonly operations: readonly OperationFacts[];
}

/** The named shapes of the specification. The file has one a line, and a line is parsed when its shape is asked for. */
interface SpecificationShapes {
  readonly names: readonly string[];
  /** The shape of that name, parsed anew at each call; undefined where there is none. */
  readonly find: (name: string) => Shape | undefined;
  /** Names of the shapes that are unions. */
  readonly unions: readonly string[];
}

interface EventTypesFile {
  readonly version: string;
  readonly eventTypes: readonly string[];
}

let operationsFile: OperationsFile | undefined;
let shapes: SpecificationShapes | undefined;
let eventTypesFile: EventTypesFile | undefined;

const read = (name: string): string => readFileSync(join(import.meta.dirname, `${name}.generated.json`), "utf8");

/** What the sources state of each operation, read from disk at the first call. */
export function operationFacts(): OperationsFile {
  return (operationsFile ??= parseOperations(read("operations")));
}

/** The named shapes as the specification has them, read from disk at the first call. */
export function specificationShapes(): SpecificationShapes {
  return (shapes ??= indexShapes(read("shapes")));
}

/** Every event type of the System Log, read from disk at the first call. */
export function eventTypes(): EventTypesFile {
  return (eventTypesFile ??= parseEventTypes(read("event-types")));
}

/** A hash over everything that decides what the catalogue says: its data, and the overlay that corrects it. */
export function catalogueHash(): string {
  const hash = createHash("sha256");
  for (const name of ["operations", "shapes", "event-types"]) hash.update(read(name));
  const overlay = join(import.meta.dirname, "overlay");
  for (const name of readdirSync(overlay).toSorted()) hash.update(readFileSync(join(overlay, name)));
  return hash.digest("hex");
}

// These three trust the text: the files are made by `npm run registry`, and a test makes them again and compares.
function parseOperations(text: string): OperationsFile {
  const file: OperationsFile = JSON.parse(text);
  return file;
}

function indexShapes(text: string): SpecificationShapes {
  const lines = new Map<string, string>();
  const unions: string[] = [];
  for (const line of text.split("\n").slice(1)) {
    const end = line.indexOf('":');
    if (end < 0) continue;
    const name = line.slice(1, end);
    const shape = line.slice(end + 2).replace(/,$/, "");
    lines.set(name, shape);
    if (shape.startsWith('{"kind":"union"')) unions.push(name);
  }
  return { names: [...lines.keys()], find: (name) => parseShape(lines.get(name)), unions };
}

function parseShape(line: string | undefined): Shape | undefined {
  if (line === undefined) return undefined;
  const shape: Shape = JSON.parse(line);
  return shape;
}

function parseEventTypes(text: string): EventTypesFile {
  const file: EventTypesFile = JSON.parse(text);
  return file;
}
