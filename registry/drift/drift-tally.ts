import { findOperation } from "../catalogue.ts";
import { fits, type Mismatch } from "../fit.ts";
import { shapesOfResponse } from "../secrets.ts";

/** A mismatch, and in how many responses it stood. */
export interface CountedMismatch extends Mismatch {
  readonly responses: number;
}

/** How the responses of one operation compare with its type in the catalogue. */
export interface OperationDrift {
  readonly operationId: string;
  /** Responses that were compared: pages of a list, or single bodies. */
  readonly sampled: number;
  /** Those of them that were not as the type says. */
  readonly deviating: number;
  /** Most frequent first; at most 50 different ones are told apart. */
  readonly mismatches: readonly CountedMismatch[];
}

/** Compares responses with the catalogue's types and counts what differs, by operation. */
export interface DriftTally {
  /** Compares one 2xx body. An operation that the catalogue lacks is not counted. */
  readonly add: (operationId: string, body: unknown) => void;
  /** What was counted, by operationId. */
  readonly list: () => readonly OperationDrift[];
}

interface Counted {
  sampled: number;
  deviating: number;
  readonly mismatches: Map<string, { readonly mismatch: Mismatch; responses: number }>;
}

/** Different mismatches that are told apart in one operation: an org with thousands of odd keys must not fill the memory. */
const mostMismatches = 50;

/** An empty tally. */
export function createDriftTally(): DriftTally {
  const counted = new Map<string, Counted>();
  return {
    add(operationId, body) {
      const operation = findOperation(operationId);
      const [shape] = operation === undefined ? [] : shapesOfResponse(operation);
      if (operation === undefined || shape === undefined) return;
      const own = counted.get(operationId) ?? { sampled: 0, deviating: 0, mismatches: new Map() };
      counted.set(operationId, own);
      count(own, fits(shape, body));
    },
    list: () =>
      [...counted]
        .map(([operationId, { sampled, deviating, mismatches }]) => ({
          operationId,
          sampled,
          deviating,
          mismatches: [...mismatches.values()]
            .map(({ mismatch, responses }) => ({ ...mismatch, responses }))
            .toSorted((a, b) => b.responses - a.responses || a.path.localeCompare(b.path)),
        }))
        .toSorted((a, b) => a.operationId.localeCompare(b.operationId)),
  };
}

function count(counted: Counted, found: readonly Mismatch[]): void {
  counted.sampled += 1;
  if (found.length === 0) return;
  counted.deviating += 1;
  const distinct = new Map(found.map((one) => [`${one.kind} ${one.path} ${one.found}`, one]));
  for (const [key, mismatch] of distinct) {
    const known = counted.mismatches.get(key);
    if (known !== undefined) known.responses += 1;
    else if (counted.mismatches.size < mostMismatches) counted.mismatches.set(key, { mismatch, responses: 1 });
  }
}

/** A body of that operation with at most so many of a list's items, evenly over it, the first and the last among them. */
export function thinBody(operationId: string, body: unknown, most: number): unknown {
  const items = findOperation(operationId)?.items;
  if (items === undefined) return body;
  if (items === "") return Array.isArray(body) ? some(body, most) : body;
  if (typeof body !== "object" || body === null) return body;
  const list: unknown = Reflect.get(body, items);
  return Array.isArray(list) ? { ...body, [items]: some(list, most) } : body;
}

function some(list: readonly unknown[], most: number): readonly unknown[] {
  if (list.length <= most) return list;
  const step = (list.length - 1) / Math.max(most - 1, 1);
  return Array.from({ length: most }, (_, index) => list[Math.round(index * step)]);
}
