import { commonEventTypes } from "../registry/common-event-types.ts";
import type { Property, Shape } from "../registry/shape.ts";
import { resolveShape } from "../registry/shape-path.ts";
import type { QuestionWords } from "./question-words.ts";

type ObjectShape = Extract<Shape, { kind: "object" }>;
type UnionShape = Extract<Shape, { kind: "union" }>;

/** How much of a type a slice shows. */
export interface SliceView {
  /** Levels of objects that are written out; deeper ones are `{…}`. */
  readonly depth: number;
  /** How many values of an enum, and how many attributes of a profile, are written out beside those that match. */
  readonly width: number;
  readonly words: QuestionWords;
  /** Shapes that are declared by themselves, and so are written by name. */
  readonly named: ReadonlySet<string>;
}

const plainKey = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Links that answer questions: which policy, group or schema an object belongs to. The others only repeat operations. */
const tellingLinks = new Set([
  "accessPolicy",
  "application",
  "profileEnrollment",
  "group",
  "schema",
  "resource",
  "role",
  "resource-set",
]);

/** A shape as a model reads it: TypeScript, without `readonly`, `x?` for what may be absent or null, and cut at a depth. */
export function sliceType(shape: Shape, view: SliceView): string {
  if (shape.kind === "named" && view.named.has(shape.name)) return withNull(shape.name, shape);
  const resolved = resolveShape(shape);
  return withNull(sliceBare(shape, resolved, view), resolved);
}

function withNull(text: string, shape: Shape): string {
  return shape.nullable === true && text !== "unknown" && text !== "null" ? `${text} | null` : text;
}

function sliceBare(written: Shape, shape: Shape, view: SliceView): string {
  switch (shape.kind) {
    case "string":
      return sliceText(shape, view);
    case "number":
    case "boolean":
    case "unknown":
      return shape.kind;
    case "array": {
      const items = sliceType(shape.items, view);
      return /[|&]/.test(items) ? `(${items})[]` : `${items}[]`;
    }
    case "object":
      return sliceObject(shape, view);
    case "union":
      return written.kind === "named" && written.name === "FreeValue" ? "unknown" : sliceUnion(shape, view);
    case "named":
      return shape.name;
  }
}

function sliceText(shape: Extract<Shape, { kind: "string" }>, view: SliceView): string {
  const values = shape.values;
  if (values === undefined) return "string";
  if (values.length === 0) return "null";
  const most = Math.max(view.width, 4);
  if (values.length <= most) return values.map(quote).join(" | ");
  const matching = values.filter((value) => view.words.match(value)).slice(0, most);
  const common = commonEventTypes.filter((value) => values.includes(value));
  const chosen = [...new Set([...common, ...matching])];
  const shown = chosen.length > 0 ? chosen : values.slice(0, most);
  return `${shown.map(quote).join(" | ")} | …${values.length - shown.length} more`;
}

/** An object in braces, its members grouped by type; `{…}` below the depth. */
export function sliceObject(shape: ObjectShape, view: SliceView): string {
  if (Object.keys(shape.properties).length === 0) {
    return shape.others === undefined ? "{}" : `Record<string, ${sliceType(shape.others, view)}>`;
  }
  if (view.depth <= 0) return "{…}";
  return `{ ${sliceMembers(shape.properties, view).join("; ")} }`;
}

/** Members of an object, `a?, b?: string` for those of one type. Secrets and links that tell nothing are left out. */
function sliceMembers(properties: Readonly<Record<string, Property>>, view: SliceView): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const [name, property] of Object.entries(properties)) {
    if (property.secret === true) continue;
    const key = `${plainKey.test(name) ? name : quote(name)}${property.required ? "" : "?"}`;
    const type = name === "_links" ? sliceLinks(property.shape) : sliceType(property.shape, inner(name, view));
    if (type !== "") groups.set(type, [...(groups.get(type) ?? []), key]);
  }
  return [...groups].map(([type, keys]) => `${keys.join(", ")}: ${type}`);
}

/** What the question names is shown a level deeper than the rest. */
function inner(name: string, view: SliceView): SliceView {
  return { ...view, depth: view.depth - (view.words.match(name) && view.depth === 1 ? 0 : 1) };
}

function sliceLinks(shape: Shape): string {
  const resolved = resolveShape(shape);
  if (resolved.kind !== "object") return "";
  const telling = Object.keys(resolved.properties).filter((name) => tellingLinks.has(name));
  if (telling.length === 0) return "";
  return `{ ${telling.map((name) => `${plainKey.test(name) ? name : quote(name)}?`).join(", ")}: { href: string } }`;
}

function sliceUnion(shape: UnionShape, view: SliceView): string {
  const members = shape.of.map(resolveShape);
  const objects = members.flatMap((one) => (one.kind === "object" ? [one] : []));
  if (objects.length < members.length || shape.by === undefined) {
    return [...new Set(shape.of.map((one) => sliceType(one, view)))].join(" | ");
  }
  if (view.depth <= 0) return "{…}";
  return sliceVariants(shape, objects, view);
}

/** A discriminated union: what all members have, once, and what each value of the property adds. */
function sliceVariants(shape: UnionShape, objects: readonly ObjectShape[], view: SliceView): string {
  const by = shape.by ?? "";
  const [first] = objects;
  const common = Object.entries(first?.properties ?? {}).filter(
    ([name, property]) => name !== by && objects.every((one) => sameProperty(one.properties[name], property)),
  );
  const names = new Set([by, ...common.map(([name]) => name)]);
  const groups = new Map<string, string[]>();
  objects.forEach((one, index) => {
    const own = Object.fromEntries(Object.entries(one.properties).filter(([name]) => !names.has(name)));
    const text = sliceMembers(own, view).join("; ");
    const values = shape.when?.[index] ?? [];
    groups.set(text, [...(groups.get(text) ?? []), ...(values.length === 0 ? ["null"] : values.map(quote))]);
  });
  const variants = [...groups].map(
    ([text, values]) => `{ ${by}: ${values.join(" | ")}${text === "" ? "" : `; ${text}`} }`,
  );
  const shared = common.length === 0 ? "" : `{ ${sliceMembers(Object.fromEntries(common), view).join("; ")} } & `;
  return `${shared}${variants.length > 1 ? `(${variants.join(" | ")})` : (variants[0] ?? "{}")}`;
}

function sameProperty(a: Property | undefined, b: Property): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
