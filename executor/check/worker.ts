import { parentPort } from "node:worker_threads";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { pairTransform } from "../evidence/pair-transform.ts";
import { checkSnippet, traceSnippet } from "./check-snippet.ts";
import { createCompiler } from "./compiler.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

// A thread of the checker. It holds no credential and no environment, and it is ended by whoever started it when a
// snippet takes too long: nothing that a snippet can make the compiler do outlives its check.

const warmUp = `import { okta } from 'okta'
export const title = 'Warm up'
export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return users.map((one) => ({ login: one.profile.login }))
}
`;

const compiler = createCompiler();

function answer(request: WorkerRequest): WorkerAnswer {
  try {
    return request.kind === "check"
      ? { kind: "result", result: checkSnippet(request.source, request.surroundings, compiler) }
      : {
          kind: "traced",
          traced: traceSnippet(request.source, request.surroundings.orgSchema, compiler, pairTransform),
        };
  } catch (error) {
    // The compiler recurses as deep as the text nests.
    if (error instanceof RangeError) return { kind: "too-costly" };
    return { kind: "defect", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

checkSnippet(warmUp, { orgSchema: baseSchema() }, compiler);
parentPort?.on("message", (request: WorkerRequest) => parentPort?.postMessage(answer(request)));
parentPort?.postMessage({ kind: "ready" } satisfies WorkerAnswer);
