import { eraseTypes } from "../../executor/bundle.ts";
import type { House } from "../house.ts";
import { defaultLimits } from "../run/run-limits.ts";
import type { Examined } from "./doctor-line.ts";

/** Reads nothing and gives no rows: what remains is the sandbox itself. */
const emptySnippet = `export const title = "Nothing";
export const params = {};
export default async function () {
  return [];
}
`;

/** Starts a sandbox child and runs a snippet in it that reads nothing. Throws `platform/unsupported`. */
export async function examineSandbox(house: House, signal: AbortSignal): Promise<Examined> {
  const started = performance.now();
  const program = {
    ...(await eraseTypes(emptySnippet)),
    operationIds: [],
    parameters: {},
    clock: new Date().toISOString(),
    timeZone: house.settings.timeZone,
    mode: "plain",
  } as const;
  const end = await house.sandbox().run(program, {
    limits: defaultLimits({ calls: 0, minutes: 0, because: [] }),
    answer: () => Promise.reject(new TypeError("A snippet that reads nothing has read something.")),
    signal,
  });
  if (end.kind === "finished") {
    const took = Math.round(performance.now() - started);
    return { state: "good", found: `Started and ran a snippet in ${took} ms (isolated-vm, Node ${process.version}).` };
  }
  const failure = end.kind === "declined" ? undefined : end.failure;
  return {
    state: "broken",
    found: failure?.found ?? "A snippet that does nothing did not run to its end.",
    help: failure?.help ?? "This is a defect of Attest; nothing can be run until it is mended.",
    ...(failure === undefined ? {} : { code: failure.code }),
  };
}
