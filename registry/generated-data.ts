import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OperationFacts } from "./operation-facts.ts";
import type { Shape } from "./shape.ts";

interface OperationsFile {
  readonly version: string;
  readonly operations: readonly OperationFacts[];
}

interface ShapesFile {
  readonly version: string;
  readonly shapes: Readonly<Record<string, Shape>>;
}

interface EventTypesFile {
  readonly version: string;
  readonly eventTypes: readonly string[];
}

let operationsFile: OperationsFile | undefined;
let shapesFile: ShapesFile | undefined;
let eventTypesFile: EventTypesFile | undefined;

const read = (name: string): string => readFileSync(join(import.meta.dirname, `${name}.generated.json`), "utf8");

/** What the sources state of each operation, read from disk at the first call. */
export function operationFacts(): OperationsFile {
  return (operationsFile ??= parseOperations(read("operations")));
}

/** The named shapes as the specification has them, read from disk at the first call. */
export function specificationShapes(): ShapesFile {
  return (shapesFile ??= parseShapes(read("shapes")));
}

/** Every event type of the System Log, read from disk at the first call. */
export function eventTypes(): EventTypesFile {
  return (eventTypesFile ??= parseEventTypes(read("event-types")));
}

// These three trust the text: the files are made by `npm run registry`, and a test makes them again and compares.
function parseOperations(text: string): OperationsFile {
  const file: OperationsFile = JSON.parse(text);
  return file;
}

function parseShapes(text: string): ShapesFile {
  const file: ShapesFile = JSON.parse(text);
  return file;
}

function parseEventTypes(text: string): EventTypesFile {
  const file: EventTypesFile = JSON.parse(text);
  return file;
}
