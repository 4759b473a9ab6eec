import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { findOperation, getOperation } from "../../registry/catalogue.ts";
import type { OperationParameter } from "../../registry/operation.ts";
import { resolveShape } from "../../registry/shape-path.ts";
import { createTestClient } from "./create-test-client.ts";
import { startServer, type TestServer } from "./start-server.ts";

const path = join(process.env["ATTEST_SHARED"] ?? "../shared", "recordings/errors.ndjson");

const recordedError = z.object({
  operationId: z.string().nullable(),
  errorCode: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
});

let server: TestServer | undefined;
afterEach(() => server?.close());

/** What each recorded status and code has to be reported as. */
const expected: Readonly<Record<string, string>> = {
  "400 E0000001": "okta/refused",
  "400 E0000019": "okta/refused",
  "400 E0000031": "okta/refused",
  "401 E0000011": "okta/unauthorized",
  "401 E0000015": "okta/refused",
  "404 E0000007": "okta/not-found",
  "404 json:message,status": "okta/refused",
  "405 E0000022": "okta/refused",
  "429 E0000047": "okta/rate-limited",
};

test.skipIf(!existsSync(path))(
  "every error that real orgs were seen to send is one failure with three parts",
  async () => {
    const errors = readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => recordedError.parse(JSON.parse(line)));
    let index = 0;
    server = await startServer((_, answer) => {
      const { status, headers, body } = errors[index] ?? { status: 500, headers: {}, body: {} };
      answer.writeHead(status, headers).end(JSON.stringify(body));
    });
    const wrong: unknown[] = [];
    for (; index < errors.length; index += 1) {
      const recorded = errors[index];
      if (recorded === undefined) break;
      const { status, errorCode } = recorded;
      // What was asked does not matter for the shape of an error, where the catalogue has no such operation.
      const operation = findOperation(recorded.operationId ?? "") ?? getOperation("getUser");
      const { operationId } = operation;
      const names = operation.parameters.filter((one) => one.required && one.in !== "header");
      const parameters = Object.fromEntries(names.map((one) => [one.name, sampleOf(one)]));
      const read = await createTestClient(server.origin).read(
        { operationId, parameters },
        new AbortController().signal,
      );
      const code = read.kind === "failed" ? read.failure.code : read.kind;
      const isWhole =
        read.kind === "failed" && [read.failure.found, read.failure.why, read.failure.help].every(Boolean);
      const isAbsent = operation.absentIsAnswer === true && code === "absent";
      if (!isAbsent && (code !== expected[`${status} ${errorCode}`] || !isWhole))
        wrong.push([operationId, status, errorCode, read]);
    }
    expect(wrong).toEqual([]);
  },
);

/** A value that the parameter takes. */
function sampleOf({ shape }: OperationParameter): unknown {
  const resolved = resolveShape(shape);
  if (resolved.kind === "string") return resolved.values?.[0] ?? "x1";
  return resolved.kind === "number" ? 1 : "x1";
}
