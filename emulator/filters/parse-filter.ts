import { parse, type Compare, type Filter } from "scim2-parse-filter";

/** A filter as the evaluator walks it. */
export type { Compare, Filter };

/** The parsed filter, or undefined where the text is none. */
export function parseFilter(text: string): Filter | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
