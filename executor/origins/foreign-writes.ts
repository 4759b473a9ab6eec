import type ts from "typescript";
import type { Finding } from "../../terms/finding.ts";
import { familyOf } from "./family.ts";
import { findingPlace, type Machine } from "./machine.ts";
import type { Value } from "./value.ts";

/** What a value is that a snippet has no business writing to; undefined for an object of its own. */
function foreignName({ places, functions, unknown }: Value): string | undefined {
  const [place] = places;
  if (place !== undefined) return `an answer, ${place.trim()}`;
  if (functions.size > 0) return "a function or a part of the language";
  return unknown === undefined ? undefined : "what could not be followed here";
}

/** Writes down that a property of a value is written to that the snippet did not make. */
export function noteForeignWrite(machine: Machine, base: Value, holder: ts.Expression, name?: string): void {
  const family = familyOf(machine, holder);
  const isOwnPart = family === "object" || (family === "list" && (name === undefined || name === "length"));
  const what = foreignName(base) ?? (isOwnPart ? undefined : `what belongs to every ${family}`);
  if (what !== undefined) machine.noted.foreignWrites.set(holder, what);
}

/** Writes down that a name is given another value that the snippet did not declare. */
export function noteForeignName(machine: Machine, name: ts.Identifier): void {
  const [declaration] = machine.typeChecker.getSymbolAtLocation(name)?.declarations ?? [];
  if (declaration !== undefined && declaration.getSourceFile() !== machine.sourceFile)
    machine.noted.foreignWrites.set(name, "a part of the language");
}

/** One finding for each such write. */
export function findForeignWrites(machine: Machine): readonly Finding[] {
  return [...machine.noted.foreignWrites].map(([node, what]) => ({
    code: "origins/foreign-write",
    ...findingPlace(machine, node),
    message: `This writes to ${what}.`,
    why: "What is read there afterwards would be taken for what stood there before. When it runs, such a write fails.",
    help: "What was read stays as it is. Make another object or list: { ...user, level } or [...list].",
  }));
}
