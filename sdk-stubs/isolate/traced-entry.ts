import { collectCells } from "./tracing/collect-cells.ts";
import { derive } from "./tracing/marks.ts";
import { tagResponse } from "./tracing/tag-response.ts";
import { setTracingHooks } from "./tracing-hooks.ts";

export { dollar as $ } from "./tracing/dollar.ts";
// After all of tracing: it locks the globals as the last thing that it does.
export * from "./entry.ts";

setTracingHooks({ tagResponse, collectCells, deriveList: derive });
