import type { Front } from "../main/front.ts";
import { openHouse, type House } from "../main/house.ts";
import { renderAlert } from "./render/render-alerts.ts";
import type { Output } from "./output.ts";
import { createTerminalFront } from "./terminal-front.ts";

/**
 * Opens the house, runs one verb in it, and closes it, whatever happens. A first Ctrl-C cancels the run, which keeps what it
 * has; a second one ends the process.
 */
export async function withHouse<T>(
  output: Output,
  options: {
    readonly yes?: boolean | undefined;
    readonly limits?: string | undefined;
    /** Whether the signal of a service manager cancels as Ctrl-C does. */
    readonly orTerminated?: boolean;
  },
  verb: (house: House, front: Front) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  process.once("SIGINT", cancel);
  if (options.orTerminated === true) process.once("SIGTERM", cancel);
  // An option is its variable, for this command.
  if (options.limits !== undefined) process.env["ATTEST_LIMITS"] = options.limits;
  const house = openHouse(process.env, process.cwd(), { onAlert: (alert) => output.say(renderAlert(alert)) });
  const front = createTerminalFront(output, { yes: options.yes === true, signal: controller.signal });
  try {
    await house.key.unlock();
    return await verb(house, front);
  } finally {
    output.settle();
    process.off("SIGINT", cancel);
    process.off("SIGTERM", cancel);
    await house.close();
  }
}
