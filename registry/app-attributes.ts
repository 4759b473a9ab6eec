import type { AppName, AppUserAttribute, SchemaAttribute } from "./org-schema.ts";
import type { Shape } from "./shape.ts";

/** The attributes of one app's users. */
export interface AppSchema extends AppName {
  readonly attributes: readonly SchemaAttribute[];
}

/**
 * What users of apps mostly have: the attributes of every OpenID Connect app (base of the schemas in recorded traffic), and of
 * provisioned ones (examples of `listApplicationUsers` in Okta's specification).
 */
const usual =
  "userName email name nickname given_name middle_name family_name profile picture website gender birthdate zoneinfo " +
  "locale phone_number street_address locality region postal_code country formatted " +
  "firstName lastName displayName secondEmail mobilePhone";

/** The usual attributes of app users: what is known where no app's schema was read. Any of them may be absent. */
export const baseAppUser: readonly AppUserAttribute[] = usual.split(" ").map((name) => ({
  name,
  shape: { kind: "string", nullable: true },
  from: "base",
  ofApps: 0,
  apps: [],
}));

/** Apps that are named with an attribute: enough to say whose it is. */
const namedApps = 8;

/** The attributes of all these apps, each once: those that most apps have first, then by name. */
export function uniteAttributes(apps: readonly AppSchema[]): readonly AppUserAttribute[] {
  const united = new Map<string, AppUserAttribute>();
  for (const { label, name, attributes } of apps.toSorted((a, b) => byName(a.label, b.label))) {
    for (const one of attributes) {
      const known = united.get(one.name) ?? { ...one, ofApps: 0, apps: [] };
      united.set(one.name, {
        ...known,
        shape: either(known.shape, one.shape),
        from: known.from === "custom" ? "custom" : one.from,
        ofApps: known.ofApps + 1,
        apps: known.apps.length < namedApps ? [...known.apps, { label, name }] : known.apps,
      });
    }
  }
  return [...united.values()].toSorted((a, b) => b.ofApps - a.ofApps || byName(a.name, b.name));
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What fits the one or the other. Attributes of apps are null where an app has no value. */
function either(a: Shape, b: Shape): Shape {
  const members = [...membersOf(a), ...membersOf(b)];
  const texts = members.filter((one) => one.kind === "string");
  const lists = members.filter((one) => one.kind === "array");
  const others = new Map(members.filter(isOther).map((one) => [JSON.stringify(one), one]));
  if (members.some((one) => one.kind === "unknown")) return { kind: "unknown", nullable: true };
  const united = [
    ...(texts.length === 0 ? [] : [textOf(texts)]),
    ...others.values(),
    ...lists.slice(0, 1).map((first) => lists.slice(1).reduce(eitherList, first)),
  ];
  const [only] = united;
  return united.length === 1 && only !== undefined
    ? { ...only, nullable: true }
    : { kind: "union", of: united, nullable: true };
}

type Text = Extract<Shape, { readonly kind: "string" }>;
type List = Extract<Shape, { readonly kind: "array" }>;

function membersOf(shape: Shape): readonly Shape[] {
  if (shape.kind === "union") return shape.of;
  const { nullable: _, ...bare } = shape;
  return [bare];
}

function isOther({ kind }: Shape): boolean {
  return kind !== "string" && kind !== "array";
}

/** One text: of the values of all where each is of an enum, else any. */
function textOf(texts: readonly Text[]): Text {
  const values = texts.map((one) => one.values);
  return values.includes(undefined)
    ? { kind: "string" }
    : { kind: "string", values: [...new Set(values.flatMap((one) => one ?? []))] };
}

function eitherList(a: List, b: List): List {
  const { nullable: _, ...items } = either(a.items, b.items);
  return { kind: "array", items };
}
