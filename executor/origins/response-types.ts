import ts from "typescript";
import type { Field } from "../../terms/field.ts";

/** A field that the snippet reads and the response does not have. */
export interface MissingField {
  readonly field: Field;
  readonly node: ts.Node;
  /** Names that stand where it was looked for. */
  readonly instead: readonly string[];
}

/**
 * What the stub says stands at each place of a response, whatever types the snippet gives it: so a field that was invented by
 * widening, by a predicate or by a generic helper is still seen.
 */
export interface ResponseTypes {
  readonly missing: readonly MissingField[];
  /** States the type of one item of an operation, from one call of it. */
  addRoot(field: Field, type: ts.Type): void;
  /** The place of a property of a place. */
  property(place: Field, name: string, node: ts.Node): Field;
  /** Whether a place may have a property of that name: true where nothing is known of it. */
  mayHave(place: Field, name: string): boolean;
  /** The place of every property of a place at once: of one whose names are not fixed, or too many to name. */
  anyProperty(place: Field): Field;
  /** The texts that may stand at a place; undefined where Okta does not name them all. */
  texts(place: Field): readonly string[] | undefined;
  /** The place of the items of a list at a place. */
  items(place: Field): Field;
  /** The names of a place's properties, where they are fixed. */
  names(place: Field): readonly string[] | undefined;
  /** Whether a list stands at the place. */
  isList(place: Field): boolean;
  /** Whether a text may stand at the place. */
  isText(place: Field): boolean;
}

function extendField(place: Field, name: string): Field {
  return place.endsWith(" ") ? `${place}${name}` : `${place}.${name}`;
}

/** The members of a type without null, undefined and the value for a failed read. */
export function membersOf(typeChecker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const present = typeChecker.getNonNullableType(type);
  const members = present.isUnion() ? present.types : [present];
  return members
    .filter((one) => one.symbol?.name !== "NotKnown")
    .map((one) => (one.flags & ts.TypeFlags.TypeParameter ? (typeChecker.getBaseConstraintOfType(one) ?? one) : one));
}

const anything = ts.TypeFlags.Any | ts.TypeFlags.Unknown;

/** What a property of a type may be: its own types, or those under open keys; none where there is no such property. */
function createPropertyTypes(
  typeChecker: ts.TypeChecker,
  sourceFile: ts.SourceFile,
): (type: ts.Type, name: string) => readonly ts.Type[] {
  return (type, name) => {
    if (type.flags & anything) return [type];
    const property = typeChecker.getPropertyOfType(type, name);
    if (property !== undefined) return [typeChecker.getTypeOfSymbolAtLocation(property, sourceFile)];
    const named = typeChecker.getIndexTypeOfType(type, ts.IndexKind.String);
    return named === undefined ? [] : [named];
  };
}

/** Starts with no operation known. */
export function createResponseTypes(typeChecker: ts.TypeChecker, sourceFile: ts.SourceFile): ResponseTypes {
  const types = new Map<Field, readonly ts.Type[]>();
  const missing = new Map<string, MissingField>();
  const add = (field: Field, found: readonly ts.Type[]): void => {
    const known = types.get(field) ?? [];
    const fresh = found.filter((one) => !known.includes(one));
    if (fresh.length > 0) types.set(field, [...known, ...fresh]);
  };
  const at = (field: Field): readonly ts.Type[] =>
    (types.get(field) ?? []).flatMap((type) => membersOf(typeChecker, type));
  const namesOf = (field: Field): readonly string[] => [
    ...new Set(at(field).flatMap((type) => typeChecker.getPropertiesOfType(type).map((one) => one.name))),
  ];
  const propertyTypes = createPropertyTypes(typeChecker, sourceFile);
  return {
    get missing() {
      return [...missing.values()];
    },
    addRoot: (field, type) => add(field, [type]),
    property(place, name, node) {
      const field = extendField(place, name);
      const found = at(place).flatMap((type) => propertyTypes(type, name));
      if (found.length > 0) add(field, found);
      else if (types.has(place)) missing.set(`${node.pos} ${field}`, { field, node, instead: namesOf(place) });
      return field;
    },
    mayHave: (place, name) => !types.has(place) || at(place).some((type) => propertyTypes(type, name).length > 0),
    anyProperty(place) {
      const field = extendField(place, "*");
      for (const type of at(place)) {
        const open = typeChecker.getIndexTypeOfType(type, ts.IndexKind.String);
        const named = typeChecker
          .getPropertiesOfType(type)
          .map((one) => typeChecker.getTypeOfSymbolAtLocation(one, sourceFile));
        add(field, open === undefined ? named : [...named, open]);
      }
      return field;
    },
    texts(place) {
      const found = at(place);
      const texts = found.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
      return texts.length === 0 || texts.length < found.length ? undefined : texts;
    },
    items(place) {
      const field: Field = `${place}[]`;
      for (const type of at(place)) {
        const item = typeChecker.getIndexTypeOfType(type, ts.IndexKind.Number);
        if (item !== undefined) add(field, [item]);
      }
      return field;
    },
    names: (place) => (types.has(place) ? namesOf(place) : undefined),
    isList: (place) => at(place).some((type) => typeChecker.isArrayLikeType(type)),
    isText: (place) => at(place).some((type) => (type.flags & ts.TypeFlags.StringLike) !== 0),
  };
}
