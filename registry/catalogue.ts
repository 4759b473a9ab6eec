import { Failure } from "../terms/failure.ts";
import { catalogueHash, eventTypes, operationFacts, specificationShapes } from "./generated-data.ts";
import type { OperationFacts } from "./operation-facts.ts";
import type { Operation } from "./operation.ts";
import { amendOperation } from "./overlay/amend-operation.ts";
import { amendShape } from "./overlay/amend-shape.ts";
import { addedShapes, nullTagged } from "./overlay/replacements.ts";
import type { Property, Shape } from "./shape.ts";

let factsById: ReadonlyMap<string, OperationFacts> | undefined;
const operations = new Map<string, Operation>();
const shapes = new Map<string, Shape | undefined>();
let unionsOf: ReadonlyMap<string, readonly string[]> | undefined;
let version: string | undefined;

/** The operation of that operationId, or undefined where Okta has none. */
export function findOperation(operationId: string): Operation | undefined {
  const known = operations.get(operationId);
  if (known !== undefined) return known;
  factsById ??= new Map(operationFacts().operations.map((one) => [one.operationId, one]));
  const facts = factsById.get(operationId);
  if (facts === undefined) return undefined;
  const operation = amendOperation(facts, rawShape);
  operations.set(operationId, operation);
  return operation;
}

/** The operation of that operationId. Throws a Failure where Okta has none. */
export function getOperation(operationId: string): Operation {
  const operation = findOperation(operationId);
  if (operation !== undefined) return operation;
  throw new Failure(
    "registry/unknown-operation",
    { operationId },
    {
      found: `Okta's API has no operation ${operationId}.`,
      why: "Only operations of the catalogue can be called.",
      help: "Look for the right name with: attest operations WORDS",
    },
  );
}

/** Every operation, sorted by operationId: reads and all others. */
export function listOperations(): readonly Operation[] {
  return operationFacts().operations.map((facts) => getOperation(facts.operationId));
}

/** The named shape, with all corrections; undefined where there is none. */
export function findShape(name: string): Shape | undefined {
  if (!shapes.has(name)) shapes.set(name, makeShape(name));
  return shapes.get(name);
}

/** Versions of everything that the catalogue was made from: kept with each run. */
export function registryVersion(): string {
  version ??= `${operationFacts().version}-${catalogueHash().slice(0, 12)}`;
  return version;
}

function rawShape(name: string): Shape | undefined {
  return specificationShapes().find(name);
}

function makeShape(name: string): Shape | undefined {
  if (name === "EventType") return { kind: "string", values: eventTypes().eventTypes };
  const added = Object.hasOwn(addedShapes, name) ? addedShapes[name] : undefined;
  if (added !== undefined) return added;
  const raw = rawShape(name);
  if (raw === undefined) return madeOf(name);
  const shape = amendShape(name, raw, parentsOf().get(name) ?? []);
  const left = nullTagged[name];
  if (left === undefined || shape.kind !== "union") return shape;
  return { ...shape, of: [...shape.of, { kind: "named", name: left }], when: [...(shape.when ?? []), []] };
}

/** What is left of a discriminated union where the property that tells its members apart is null: what all of them have. */
function madeOf(name: string): Shape | undefined {
  const union = Object.keys(nullTagged).find((one) => nullTagged[one] === name);
  const raw = union === undefined ? undefined : rawShape(union);
  if (raw?.kind !== "union" || raw.by === undefined) return undefined;
  const members = raw.of.map((one) => (one.kind === "named" ? findShape(one.name) : one));
  const objects = members.flatMap((one) => (one?.kind === "object" ? [one] : []));
  const common = Object.entries(objects[0]?.properties ?? {}).filter(([key, property]) =>
    objects.every((one) => JSON.stringify(one.properties[key]) === JSON.stringify(property)),
  );
  const tag: Property = { shape: { kind: "string", values: [], nullable: true }, required: true };
  const part = (shape: string): Property => ({ shape: { kind: "named", name: shape }, required: false });
  const parts = { credentials: part("ApplicationCredentials"), settings: part("ApplicationSettings") };
  return { kind: "object", properties: { ...Object.fromEntries(common), [raw.by]: tag, ...parts } };
}

/** For each shape the discriminated unions that it is a member of: what is said of the union counts for it. */
function parentsOf(): ReadonlyMap<string, readonly string[]> {
  if (unionsOf !== undefined) return unionsOf;
  const found = new Map<string, string[]>();
  for (const name of specificationShapes().unions) {
    const shape = rawShape(name);
    if (shape?.kind !== "union" || shape.by === undefined) continue;
    for (const one of shape.of) {
      if (one.kind === "named") found.set(one.name, [...(found.get(one.name) ?? []), name]);
    }
  }
  unionsOf = found;
  return found;
}
