import type { AppUserAttribute, OrgSchema, SchemaAttribute } from "../registry/org-schema.ts";
import type { Property, Shape } from "../registry/shape.ts";
import { profileShape } from "./declare-types.ts";
import { sliceObject, type SliceView } from "./slice-type.ts";

/** Shapes whose `profile` holds what an app keeps of its users, or gives to a group's members. */
const ofApps: ReadonlySet<string> = new Set(["AppUser", "ApplicationGroupAssignment"]);

function attributesOf(name: string, orgSchema: OrgSchema): readonly SchemaAttribute[] | undefined {
  if (name === "User") return orgSchema.user;
  if (name === "Group") return orgSchema.group;
  return ofApps.has(name) ? orgSchema.appUser : undefined;
}

function alwaysOf(name: string): readonly string[] {
  if (name === "User") return ["login", "email"];
  return name === "Group" ? ["name"] : [];
}

/** All of the org's attributes in the `profile` of a named shape; undefined where the org adds none to it. */
export function wholeProfile(name: string, orgSchema: OrgSchema): Shape | undefined {
  const attributes = attributesOf(name, orgSchema);
  return attributes === undefined ? undefined : profileShape(attributes, alwaysOf(name));
}

/** The org's attributes, all of a small schema; of a large one the usual, and those that the question names. */
export function sliceProfile(name: string, orgSchema: OrgSchema, view: SliceView): string | undefined {
  const attributes = attributesOf(name, orgSchema);
  if (attributes === undefined) return undefined;
  const shown = ofApps.has(name) ? chooseOfApps(orgSchema.appUser, view) : choose(attributes, view);
  const shape = profileShape(shown, alwaysOf(name));
  const properties = Object.fromEntries(
    Object.entries(shape.kind === "object" ? shape.properties : {}).map(([key, one]): [string, Property] => [
      key,
      { ...one, shape: one.required ? one.shape : { ...one.shape, nullable: false } },
    ]),
  );
  const text = sliceObject({ kind: "object", properties }, { ...view, depth: 2 });
  const left = attributes.length - shown.length;
  const notes = [
    ...(ofApps.has(name) ? sayWhose(orgSchema, new Set(shown.map((one) => one.name))) : []),
    ...(left === 0 ? [] : [`…${left} more attributes: ask for profile`]),
  ];
  return notes.length === 0 ? text : `${text} /* ${notes.join("; ")} */`;
}

function choose(attributes: readonly SchemaAttribute[], view: SliceView): readonly SchemaAttribute[] {
  if (attributes.length <= 48) return attributes;
  const matching = attributes.filter((one) => view.words.match(one.name)).slice(0, 30);
  const base = attributes.filter((one) => one.from === "base");
  return [...new Set([...base, ...matching])];
}

/** Those that most apps have, and those that the question names, by themselves or by an app that has them. */
function chooseOfApps(attributes: readonly AppUserAttribute[], view: SliceView): readonly AppUserAttribute[] {
  if (attributes.length <= 36) return attributes;
  const isAsked = ({ name, apps }: AppUserAttribute): boolean =>
    view.words.match(name) || apps.some((app) => view.words.match(app.label) || view.words.match(app.name));
  return [...new Set([...attributes.slice(0, 12), ...attributes.filter(isAsked).slice(0, 30)])];
}

/** What an app is called in Okta's catalogue: labels are free text, and nobody's free text goes to a model as a declaration. */
const catalogueName = /^[\w.-]{1,60}$/;

/** Whose the attributes are that few apps have, and how much is known at all. */
function sayWhose({ appUser, apps: { known, all } }: OrgSchema, shown: ReadonlySet<string>): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, ofApps: count, apps } of appUser) {
    if (!shown.has(name) || count === 0 || count > apps.length || count === known) continue;
    const whose = [...new Set(apps.map((app) => (catalogueName.test(app.name) ? app.name : "one app")))].join(", ");
    names.set(whose, [...(names.get(whose) ?? []), name]);
  }
  return [
    ...[...names].map(([whose, attributes]) => `only ${whose}: ${attributes.join(", ")}`),
    ...(all === undefined || known === 0 ? ["the apps' own attributes are not known"] : []),
    ...(known > 0 && all !== undefined && known < all ? [`of ${known} of ${all} apps`] : []),
  ];
}
