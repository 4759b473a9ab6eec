import type { Finding } from "../../../terms/finding.ts";
import { findOperation, listOperations } from "../../../registry/catalogue.ts";
import type { Operation } from "../../../registry/operation.ts";
import type ts from "typescript";
import { findingAt } from "../finding-at.ts";
import type { OktaCall } from "../gate/okta-calls.ts";
import { nearestNames } from "./nearest-names.ts";

/** The operations of a snippet, and findings for those that do not exist or that a snippet may not call. */
export interface OperationsChecked {
  readonly operations: readonly Operation[];
  readonly findings: readonly Finding[];
  /** Offsets of the names that have a finding: the compiler's own complaint about them says less. */
  readonly refusedAt: ReadonlySet<number>;
}

/** Looks up what a snippet calls. Only reads may be called; the catalogue says what is one. */
export function checkOperations(sourceFile: ts.SourceFile, calls: readonly OktaCall[]): OperationsChecked {
  const operations = new Map<string, Operation>();
  const findings: Finding[] = [];
  const refusedAt = new Set<number>();
  for (const { operationId, name } of calls) {
    const offset = name.getStart(sourceFile);
    const operation = findOperation(operationId);
    if (operation === undefined) findings.push(unknownOperation(sourceFile, offset, operationId));
    else if (operation.effect !== "read") findings.push(notAllowed(sourceFile, offset, operation));
    if (operation === undefined || operation.effect !== "read") refusedAt.add(offset);
    if (operation !== undefined) operations.set(operationId, operation);
  }
  const sorted = [...operations.values()].toSorted((a, b) => (a.operationId < b.operationId ? -1 : 1));
  return { operations: sorted, findings, refusedAt };
}

function unknownOperation(sourceFile: ts.SourceFile, offset: number, operationId: string): Finding {
  const near = nearestNames(operationId, readIds());
  return findingAt(sourceFile, offset, {
    code: "check/unknown-operation",
    message: `Okta's API has no operation ${operationId}.`,
    why: "A snippet can call only operations of Okta's catalogue, under Okta's own names.",
    help:
      near.length === 0
        ? "Look for one with: attest operations WORDS"
        : `Near in name: ${near.join(", ")}. Others: attest operations WORDS`,
  });
}

let ids: readonly string[] | undefined;

function readIds(): readonly string[] {
  ids ??= listOperations()
    .filter((one) => one.effect === "read")
    .map((one) => one.operationId);
  return ids;
}

function notAllowed(sourceFile: ts.SourceFile, offset: number, operation: Operation): Finding {
  const does = {
    read: "reads",
    secret: "returns a secret",
    write: "changes the org",
    destructive: "changes the org in a way that cannot be taken back",
  };
  const reason = operation.effectReason === undefined ? "" : ` (${operation.effectReason})`;
  return findingAt(sourceFile, offset, {
    code: "effect/not-allowed",
    message: `${operation.operationId} ${does[operation.effect]}${reason}.`,
    why: "Snippets only read, unless an operator allowed more by name.",
    help: "Use an operation that reads; leave the change to the operator.",
  });
}
