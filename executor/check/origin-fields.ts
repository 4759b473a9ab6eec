import type { Field } from "../../terms/field.ts";
import type { Origin } from "../../terms/origin.ts";

/** Every field that an origin names: those that a value comes from, and those that chose it. */
export function fieldsOf(origin: Origin): readonly Field[] {
  switch (origin.kind) {
    case "direct":
    case "computed":
    case "count":
      return [...origin.fields, ...origin.chosenBy];
    case "chosen":
      return origin.chosenBy;
    case "unknown":
      return origin.seen;
    case "parameter":
    case "literal":
      return [];
  }
}
