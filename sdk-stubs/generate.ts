import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findOperation } from "../registry/catalogue.ts";
import type { OrgSchema } from "../registry/org-schema.ts";
import { TypeDeclarations } from "./declare-types.ts";
import { renderOperation } from "./render-operation.ts";

/** What a stub is made for. */
export interface StubRequest {
  /** Operations to offer. One that the catalogue lacks is left out, so that its use does not compile. */
  readonly operationIds: readonly string[];
  readonly orgSchema: OrgSchema;
}

/** The declaration of module `'okta'` for the compiler. */
export interface Stub {
  /** Text of a declaration file that is the module itself. */
  readonly text: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string;
}

let prelude: string | undefined;

/** Stubs made before, oldest first: a repaired snippet mostly names the operations of the one before it. */
const made = new Map<string, Stub>();
const keptStubs = 8;

/**
 * The stub for exactly these operations with the org's own profile attributes: the prelude, the types that the operations
 * reach at full depth, and `okta`. The same request always gives the same text.
 */
export function generateStub({ operationIds, orgSchema }: StubRequest): Stub {
  const named = [...new Set(operationIds)].toSorted();
  const key = JSON.stringify([orgSchema.version, named]);
  const known = made.get(key);
  if (known !== undefined) return known;
  prelude ??= readFileSync(join(import.meta.dirname, "prelude.d.ts"), "utf8");
  const types = new TypeDeclarations(orgSchema);
  const operations = named.flatMap((operationId) => {
    const operation = findOperation(operationId);
    return operation === undefined ? [] : [`  ${renderOperation(operation, types.nameType)};`];
  });
  const okta = ["export interface Okta {", ...operations, "}", "export declare const okta: Okta;"].join("\n");
  const text = `${prelude}\n${types.render()}\n${okta}\n`;
  const stub = { text, hash: createHash("sha256").update(text).digest("hex") };
  made.set(key, stub);
  for (const oldest of [...made.keys()].slice(0, -keptStubs)) made.delete(oldest);
  return stub;
}
