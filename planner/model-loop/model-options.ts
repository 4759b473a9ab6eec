import type { ModelExchange } from "../../terms/model-exchange.ts";
import type { ModelSettings } from "../models/model-settings.ts";
import type { DescribeOperations } from "../tools/tool.ts";
import type { LoopBounds } from "./stop-conditions.ts";

/** How a model is reached and bounded, and who hears of it. */
export interface ModelOptions extends ModelSettings {
  readonly describe: DescribeOperations;
  /** Default: `defaultBounds`. */
  readonly bounds?: Partial<LoopBounds> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What the model is doing, in a line. */
  readonly onProgress?: ((text: string) => void) | undefined;
  /** Every exchange, exactly; awaited before its answer is used. */
  readonly onExchange?: ((exchange: ModelExchange) => Promise<void>) | undefined;
}
