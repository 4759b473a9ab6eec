import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Shape } from "../../registry/shape.ts";
import { convertOperations, type RankedOperation } from "./convert-operation.ts";
import { SchemaConverter } from "./convert-schema.ts";
import type { Specification } from "./specification.ts";

/** Where the generated data stands. */
export const registryFolder: string = join(import.meta.dirname, "..", "..", "registry");

const command = "npm run registry -- okta-spec/management.yaml";

interface EventTypes {
  readonly release: string;
  readonly versions: readonly { readonly eventTypes: readonly { readonly id: string }[] }[];
}

/**
 * The generated files as text by name, made from Okta's OpenAPI document and from `operations-ranked.json` and
 * `event-types.json` in the same folder. The same input always gives the same text.
 */
export function generatedFiles(folder: string, document: string): Readonly<Record<string, string>> {
  const specification: Specification = parse(document);
  const ranked: readonly RankedOperation[] = JSON.parse(readFileSync(join(folder, "operations-ranked.json"), "utf8"));
  const events: EventTypes = JSON.parse(readFileSync(join(folder, "event-types.json"), "utf8"));
  const converter = new SchemaConverter(specification);
  const shapes: Record<string, Shape> = {};
  for (const name of Object.keys(specification.components.schemas).toSorted()) shapes[name] = converter.named(name);
  const eventTypes = events.versions.flatMap((version) => version.eventTypes.map((one) => one.id));
  return {
    "operations.generated.json": render(
      { version: specification.info.version },
      "operations",
      convertOperations(specification, converter, ranked),
    ),
    "shapes.generated.json": render({ version: specification.info.version }, "shapes", shapes),
    "event-types.generated.json": render(
      { version: events.release },
      "eventTypes",
      [...new Set(eventTypes)].toSorted(),
    ),
  };
}

/** JSON with one entry a line, so that a change reads as a change. */
function render(head: Readonly<Record<string, string>>, key: string, entries: readonly unknown[] | object): string {
  const first = { generatedBy: command, ...head };
  const isList = Array.isArray(entries);
  const lines = isList
    ? entries.map((entry) => JSON.stringify(entry))
    : Object.entries(entries).map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return `${JSON.stringify(first).slice(0, -1)},"${key}":${open}\n${lines.join(",\n")}\n${close}}\n`;
}
