import { findOperation, findShape } from "../registry/catalogue.ts";
import type { Operation } from "../registry/operation.ts";
import type { OrgSchema } from "../registry/org-schema.ts";
import { snippetParameters } from "../registry/parameters.ts";
import type { Property, Shape } from "../registry/shape.ts";
import { bareItemShape, itemShape, shapeAt } from "../registry/shape-path.ts";
import { QuestionWords } from "./question-words.ts";
import { sliceProfile, wholeProfile } from "./slice-profile.ts";
import { sliceObject, sliceType, type SliceView } from "./slice-type.ts";

/** What a slice is made for. */
export interface SliceRequest {
  readonly operationIds: readonly string[];
  readonly orgSchema: OrgSchema;
  /** The question's words: what they name is shown deeper, and of a large schema they choose the attributes. */
  readonly words: readonly string[];
  /** Upper bound of the text as JSON. Without one: 2,800 for each operation, 12,000 in all. */
  readonly maximumCharacters?: number;
}

/** How deep and wide a declaration may be shown, the most first: the first that fits its share is taken. */
const views = [
  [4, 16],
  [3, 16],
  [3, 10],
  [2, 16],
  [2, 8],
  [1, 16],
  [1, 6],
  [1, 3],
] as const;

/** The share of one declaration in characters, the most first: a rich type (an app of any kind) takes none from the others. */
const shares = [2600, 1800, 1300, 900, 600, 0] as const;

const legend = "// x? may be absent or null; {…} is cut: ask for it by path; readonly and helper types are left out.";

/**
 * The declarations of chosen operations as a model reads them: signatures, and their types as deep as the bound allows.
 * Operations that the catalogue lacks are left out. Never throws.
 */
export function renderSlice(request: SliceRequest): string {
  const operations = request.operationIds.flatMap((operationId) => findOperation(operationId) ?? []);
  const words = new QuestionWords(request.words);
  const most = request.maximumCharacters ?? Math.min(2800 * Math.max(operations.length, 1), 12_000);
  let text = "";
  for (const share of shares) {
    text = renderWith(operations, request.orgSchema, words, share);
    if (JSON.stringify(text).length <= most) return text;
  }
  return text;
}

/**
 * One part of an operation's item, by path (`credentials`, `settings.signOn`), three levels deep; undefined where there is
 * no such part. `profile` gives all of the org's attributes.
 */
export function describePart(
  operationId: string,
  path: string,
  { orgSchema, words = [] }: { readonly orgSchema: OrgSchema; readonly words?: readonly string[] },
): string | undefined {
  const operation = findOperation(operationId);
  const item = operation === undefined ? undefined : itemShape(operation);
  if (item === undefined) return undefined;
  const view: SliceView = { depth: 3, width: 60, words: new QuestionWords(words), named: new Set() };
  const bare = operation === undefined ? undefined : bareItemShape(operation);
  const isProfile = path === "profile" && bare?.kind === "named";
  const profile = isProfile ? wholeProfile(bare.name, orgSchema) : undefined;
  if (profile !== undefined) return sliceType(profile, view);
  const part = shapeAt(item, path);
  return part === undefined ? undefined : sliceType(part, view);
}

/** The slice, with each declaration as deep as its share of so many characters allows. */
function renderWith(
  operations: readonly Operation[],
  orgSchema: OrgSchema,
  words: QuestionWords,
  share: number,
): string {
  const named = new Set(operations.flatMap(topNames));
  const fit = (render: (view: SliceView) => string): string => {
    let text = "";
    for (const [depth, width] of views) {
      text = render({ depth, width, words, named });
      if (text.length <= share) break;
    }
    return text;
  };
  const signatures = operations.map((one) => fit((view) => sliceOperation(one, view)));
  const types = [...named].map((name) => fit((view) => declare(name, orgSchema, view)));
  return [legend, "okta: {", ...signatures, "}", ...types].join("\n");
}

/** Shapes that are declared by themselves: items of the operations, and what their `expand` embeds. */
function topNames(operation: Operation): readonly string[] {
  const embedded = Object.values(operation.embedded ?? {}).flatMap((keys) => Object.values(keys));
  return [bareItemShape(operation), ...embedded].flatMap((shape) => {
    const item = shape?.kind === "array" ? shape.items : shape;
    return item?.kind === "named" ? [item.name] : [];
  });
}

function sliceOperation(operation: Operation, view: SliceView): string {
  const parameters = snippetParameters(operation).map((one) => {
    const values = one.name === "expand" ? Object.keys(operation.embedded ?? {}) : [];
    const type =
      values.length > 0
        ? values.map((value) => `'${value.replace("*", "{id}")}'`).join(" | ")
        : sliceType(one.shape, view);
    return `${one.name}${one.required ? "" : "?"}: ${type}`;
  });
  if (operation.body !== undefined) parameters.push(`body: ${sliceType(operation.body, view)}`);
  const item = bareItemShape(operation);
  const type = item === undefined ? "undefined" : sliceType(item, view);
  const result = operation.items !== undefined ? "Listing" : "Read";
  const absent = operation.absentIsAnswer === true ? " | undefined" : "";
  const expands = Object.entries(operation.embedded ?? {}).filter(([, keys]) => Object.keys(keys).length > 0);
  const notes = expands.map(
    ([value, keys]) => `with '${value.replace("*", "{id}")}': _embedded ${sliceEmbedded(keys, view)}`,
  );
  const note = notes.length === 0 ? "" : ` // ${notes.join(", ")}`;
  return `  ${operation.operationId}({ ${parameters.join("; ")} }): ${result}<${type}${absent}>${note}`;
}

function sliceEmbedded(keys: Readonly<Record<string, Shape>>, view: SliceView): string {
  const properties: Record<string, Property> = {};
  for (const [key, shape] of Object.entries(keys)) properties[key] = { shape, required: true };
  return sliceObject({ kind: "object", properties }, { ...view, depth: Math.max(view.depth, 2) });
}

function declare(name: string, orgSchema: OrgSchema, view: SliceView): string {
  const shape = findShape(name) ?? { kind: "unknown" };
  const own: SliceView = { ...view, named: new Set([...view.named].filter((one) => one !== name)) };
  const profile = sliceProfile(name, orgSchema, view);
  if (shape.kind !== "object" || profile === undefined) return `type ${name} = ${sliceType(shape, own)}`;
  const { profile: _profile, ...properties } = shape.properties;
  const rest = sliceObject({ ...shape, properties }, { ...own, depth: Math.max(own.depth, 1) });
  return `type ${name} = ${rest} & { profile: ${profile} }`;
}
