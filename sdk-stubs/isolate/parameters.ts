import { freezeAnswer } from "./freeze-answer.ts";
import { settings } from "./host.ts";
import { parseJson } from "./primordials.ts";
import { tracingHooks } from "./tracing-hooks.ts";

/** What the snippet's function is called with: the plain values, and the rows of each input table, which stands at step -1, -2, … */
export function givenParameters(): Readonly<Record<string, unknown>> {
  const given = { ...settings.parameters };
  for (const [index, { name, text }] of settings.tables.entries()) {
    const rows: unknown = parseJson(text);
    tracingHooks()?.tagResponse(rows, -1 - index);
    given[name] = freezeAnswer(rows);
  }
  return given;
}
