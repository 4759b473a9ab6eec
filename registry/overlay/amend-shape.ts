import { present } from "../present.ts";
import type { Property, Shape } from "../shape.ts";
import { presence } from "./presence.ts";
import { freeMap, replacements } from "./replacements.ts";
import { secretFields, secretNames } from "./secret-fields.ts";
import { widenedEnums } from "./widened-enums.ts";

type ObjectShape = Extract<Shape, { kind: "object" }>;

/** What the overlay says of a property's presence; `present` leaves it to the specification whether it may be null. */
type Presence = "always" | "always-or-null" | "present" | "not-always";

/** Everything that the overlay says of one shape, gathered from its own name and the unions that it is a member of. */
interface Corrections {
  readonly names: readonly string[];
  readonly presence: ReadonlyMap<string, Presence>;
  readonly secrets: ReadonlySet<string>;
  readonly replaced: Readonly<Record<string, Shape>>;
  /** False where the specification's `required` speaks of what is sent, not of what comes back. */
  readonly trustsRequired: boolean;
}

/** A named shape with everything that the overlay corrects, without what `expand` brings. `unions` are those it is a member of. */
export function amendShape(name: string, raw: Shape, unions: readonly string[]): Shape {
  const names = [...unions, name];
  const ownReplaced = names.map((one) => replacements[one] ?? {});
  return amend(raw, "", {
    names,
    presence: new Map([...entityPresence(raw), ...names.flatMap(presenceOf)]),
    secrets: new Set(names.flatMap((one) => secretFields[one] ?? [])),
    replaced: Object.assign({}, ...ownReplaced, name.endsWith("ApplicationSettings") ? appSettings : {}),
    trustsRequired: !/Settings|Request|Properties/.test(name),
  });
}

// What stands under `settings.app` is every app integration's own; the specification knows a few templates.
const appSettings: Readonly<Record<string, Shape>> = { app: freeMap, manualProvisioning: { kind: "boolean" } };

/** An object of its own, with an id and a life, always says its id, and its name, type and status where it has them. */
function entityPresence(raw: Shape): [string, Presence][] {
  if (raw.kind !== "object" || raw.properties["id"] === undefined) return [];
  const isEntity = ["created", "lastUpdated", "_links"].some((name) => raw.properties[name] !== undefined);
  const told = isEntity ? ["id", "name", "type", "status"] : [];
  return told.filter((name) => raw.properties[name] !== undefined).map((name) => [name, "present"]);
}

function presenceOf(name: string): [string, Presence][] {
  return (presence[name]?.split(" ") ?? []).map((one) => {
    if (one.startsWith("-")) return [one.slice(1), "not-always"];
    return one.endsWith("?") ? [one.slice(0, -1), "always-or-null"] : [one, "always"];
  });
}

function amend(shape: Shape, path: string, corrections: Corrections): Shape {
  switch (shape.kind) {
    case "string":
      return widen(shape, path, corrections);
    case "array":
      return { ...shape, items: amend(shape.items, path, corrections) };
    case "union":
      return { ...shape, of: shape.of.map((one) => amend(one, path, corrections)) };
    case "object":
      return amendObject(shape, path, corrections);
    case "named":
    case "number":
    case "boolean":
    case "unknown":
      return shape;
  }
}

function widen(shape: Extract<Shape, { kind: "string" }>, path: string, corrections: Corrections): Shape {
  const keys = corrections.names.map((one) => (path === "" ? one : `${one} ${path}`));
  const more = keys.flatMap((key) => widenedEnums[key] ?? []);
  if (shape.values === undefined || more.length === 0) return shape;
  return { ...shape, values: [...new Set([...shape.values, ...more])] };
}

/** Shapes whose `_embedded` no `expand` decides, or several values at once: there it is a property like any other. */
const embedsAlways = new Set(
  (
    "AccountLinkedEnrollment BrandWithEmbedded DetailedHookKeyInstance EmailDomainResponseWithEmbedded " +
    "OSAccountMacOS OSAccountWindows PageRoot WellKnownURIsRoot"
  ).split(" "),
);

function amendObject(shape: ObjectShape, path: string, corrections: Corrections): Shape {
  const prefix = path === "" ? "" : `${path}.`;
  const keepsEmbedded = corrections.names.some((one) => embedsAlways.has(one));
  const properties: Record<string, Property> = {};
  for (const [name, property] of Object.entries(shape.properties)) {
    // What `expand` brings is stated by operation, not by shape.
    if (name === "_embedded" && !keepsEmbedded) continue;
    properties[name] = amendProperty(name, property, `${prefix}${name}`, corrections);
  }
  const others = corrections.replaced[`${prefix}*`] ?? opened(shape, path, corrections.names);
  return { ...shape, properties: { ...added(prefix, corrections), ...properties }, ...present("others", others) };
}

/** Properties right below `prefix` that only the overlay knows. Those that the specification has too are corrected in place. */
function added(prefix: string, corrections: Corrections): Readonly<Record<string, Property>> {
  const properties: Record<string, Property> = {};
  for (const [key, shape] of Object.entries(corrections.replaced)) {
    const at = key.startsWith("+") ? key.slice(1) : key;
    const name = at.slice(prefix.length);
    if (!at.startsWith(prefix) || /[.[*]/.test(name)) continue;
    properties[name] = { shape, required: corrections.presence.get(at)?.startsWith("always") === true };
  }
  return properties;
}

/** The shape of keys that are not named: link relations come and go, and open maps hold plain values. */
function opened(shape: ObjectShape, path: string, names: readonly string[]): Shape | undefined {
  const isLinks = path === "" ? names.some((one) => /Links/.test(one)) : path.endsWith("_links");
  if (isLinks) return { kind: "named", name: "LinkOrLinks" };
  if (path === "" && names.some((one) => /HrefObject|Link(Object)?$/.test(one)))
    return { kind: "named", name: "FreeDeep" };
  const { others } = shape;
  const isOpen = others?.kind === "object" && others.others?.kind === "unknown";
  if (isOpen) return { kind: "named", name: "FreeDeep" };
  return others?.kind === "unknown" ? { kind: "named", name: "FreeValue" } : others;
}

function amendProperty(name: string, property: Property, at: string, corrections: Corrections): Property {
  const inner = corrections.replaced[at] ?? amend(property.shape, at, corrections);
  const stated = corrections.presence.get(at);
  const isSecret = property.secret === true || corrections.secrets.has(at) || secretNames.has(name);
  return {
    shape: withPresence(inner, stated),
    required: stated === undefined ? property.required && corrections.trustsRequired : stated !== "not-always",
    ...(isSecret ? { secret: true } : {}),
  };
}

function withPresence(shape: Shape, stated: Presence | undefined): Shape {
  if (stated === "always-or-null") return { ...shape, nullable: true };
  if (stated !== "always") return shape;
  const { nullable: _nullable, ...rest } = shape;
  return rest;
}
