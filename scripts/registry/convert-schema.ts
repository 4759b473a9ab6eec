import type { Property, Shape } from "../../registry/shape.ts";
import { present } from "../../registry/present.ts";
import { referencedName, type Schema, type Specification } from "./specification.ts";

/** The properties of a schema with everything that it inherits, and the schema of keys that it does not name. */
interface Own {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: ReadonlySet<string>;
  readonly others: Schema | undefined;
}

const readByConverter =
  "$ref type format pattern enum nullable minimum maximum properties additionalProperties items allOf oneOf anyOf discriminator".split(
    " ",
  );

const saysSomething = (schema: Schema): boolean => Object.keys(schema).some((key) => readByConverter.includes(key));

const withNull = (shape: Shape, nullable: boolean | undefined): Shape =>
  nullable === true ? { ...shape, nullable: true } : shape;

const mergeAll = (schemas: readonly Schema[]): Schema =>
  schemas.reduce<Schema>((merged, schema) => ({ ...merged, ...schema }), {});

/** Turns schemas of the document into shapes. Descriptions, examples and titles are left behind. */
export class SchemaConverter {
  readonly #schemas: Readonly<Record<string, Schema>>;
  /** For each schema that a discriminator leads to: the property, and the values that lead there. */
  readonly #discriminated = new Map<string, { readonly by: string; readonly when: readonly string[] }>();

  constructor(specification: Specification) {
    this.#schemas = specification.components.schemas;
    for (const [name, schema] of Object.entries(this.#schemas)) {
      if (schema.oneOf ?? schema.anyOf) continue;
      for (const [target, when] of this.#targets(schema)) {
        if (target !== name) this.#discriminated.set(target, { by: schema.discriminator?.propertyName ?? "", when });
      }
    }
  }

  /** The shape of a named schema: a discriminated one becomes the union of what it leads to. */
  named(name: string): Shape {
    const schema = this.#schema(name);
    if (schema.discriminator?.mapping && !schema.oneOf && !schema.anyOf) return this.#discriminatedUnion(name, schema);
    const shape = this.#inherits(schema)
      ? withNull(this.#object(this.#own(schema)), schema.nullable)
      : this.shape(schema);
    const tag = this.#discriminated.get(name);
    return tag === undefined ? shape : this.#tagged(shape, tag.by, tag.when);
  }

  /** The shape of a schema wherever it stands. */
  shape(schema: Schema): Shape {
    if (schema.$ref !== undefined) return { kind: "named", name: referencedName(schema.$ref) };
    if (schema.allOf) return withNull(this.#merged(schema), schema.nullable);
    const alternatives = schema.oneOf ?? schema.anyOf;
    if (alternatives) return withNull(this.#union(schema, alternatives), schema.nullable);
    return withNull(this.#plain(schema), schema.nullable);
  }

  /** True for a named schema that builds on others: it stands for itself, even where it adds nothing to them. */
  #inherits(schema: Schema): boolean {
    return (schema.allOf ?? []).some((part) => this.#isObject(part));
  }

  #schema(name: string): Schema {
    const schema = this.#schemas[name];
    if (schema === undefined) throw new TypeError(`The specification refers to the schema ${name}, which it lacks.`);
    return schema;
  }

  #targets(schema: Schema): Map<string, string[]> {
    const targets = new Map<string, string[]>();
    for (const [value, reference] of Object.entries(schema.discriminator?.mapping ?? {})) {
      const name = referencedName(reference);
      targets.set(name, [...(targets.get(name) ?? []), value]);
    }
    return targets;
  }

  #merged(schema: Schema): Shape {
    const parts = (schema.allOf ?? []).filter(saysSomething);
    const only = parts[0];
    const hasOwn = schema.properties !== undefined;
    if (only !== undefined && parts.length === 1 && !hasOwn) return this.shape(only);
    const resolved = parts.map((part) => (part.$ref === undefined ? part : this.#schema(referencedName(part.$ref))));
    const isObject = hasOwn || resolved.some((part) => part.properties ?? part.allOf ?? part.type === "object");
    return isObject ? this.#object(this.#own(schema)) : this.shape(mergeAll(resolved));
  }

  #own(schema: Schema): Own {
    if (schema.$ref !== undefined) return this.#own(this.#schema(referencedName(schema.$ref)));
    const properties: Record<string, Schema> = {};
    const required = new Set<string>(schema.required);
    let others = this.#others(schema);
    for (const part of schema.allOf ?? []) {
      const own = this.#own(part);
      for (const [name, property] of Object.entries(own.properties)) {
        properties[name] = this.#refined(properties[name], property);
      }
      for (const name of own.required) required.add(name);
      others ??= own.others;
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      properties[name] = this.#refined(properties[name], property);
    }
    return { properties, required, others };
  }

  /** A property that a subtype states again: what it says on top of what the parent says. */
  #refined(parent: Schema | undefined, own: Schema): Schema {
    if (parent === undefined || own.$ref !== undefined) return own;
    if (own.type === undefined && own.enum !== undefined) return { type: "string", ...own };
    if (own.properties && this.#isObject(parent)) return { allOf: [parent, own] };
    return saysSomething(own) ? own : parent;
  }

  #isObject(schema: Schema): boolean {
    const resolved = schema.$ref === undefined ? schema : this.#schema(referencedName(schema.$ref));
    return resolved.properties !== undefined || resolved.allOf !== undefined;
  }

  #others(schema: Schema): Schema | undefined {
    if (schema.additionalProperties === undefined || schema.additionalProperties === false) return undefined;
    return schema.additionalProperties === true ? {} : schema.additionalProperties;
  }

  #object(own: Own): Shape {
    const properties: Record<string, Property> = {};
    for (const [name, schema] of Object.entries(own.properties)) {
      properties[name] = {
        shape: this.shape(schema),
        required: own.required.has(name),
        ...(schema.writeOnly === true ? { secret: true } : {}),
      };
    }
    const others = own.others ?? (Object.keys(properties).length === 0 ? {} : undefined);
    return { kind: "object", properties, ...(others === undefined ? {} : { others: this.shape(others) }) };
  }

  #union(schema: Schema, alternatives: readonly Schema[]): Shape {
    const of = alternatives.map((one) => this.shape(one));
    const by = schema.discriminator?.propertyName;
    const targets = this.#targets(schema);
    if (by === undefined || targets.size === 0) return of.length === 1 && of[0] ? of[0] : { kind: "union", of };
    const when = alternatives.map((one): readonly string[] => targets.get(referencedName(one.$ref ?? "")) ?? []);
    return { kind: "union", of, by, when };
  }

  #resolved(shape: Shape): Shape {
    return shape.kind === "named" ? this.named(shape.name) : shape;
  }

  #tagged(shape: Shape, by: string, when: readonly string[]): Shape {
    if (shape.kind !== "object" || when.length === 0) return shape;
    const tag: Property = { shape: { kind: "string", values: when }, required: true };
    return { ...shape, properties: { ...shape.properties, [by]: tag } };
  }

  /** The union that a discriminator opens, with what is left of the base for values that lead nowhere. */
  #discriminatedUnion(name: string, schema: Schema): Shape {
    const by = schema.discriminator?.propertyName ?? "";
    const targets = this.#targets(schema);
    const own = this.#object(this.#own(schema));
    const others = [...targets.keys()].filter((target) => target !== name);
    const of: Shape[] = others.map((target) => ({ kind: "named", name: target }));
    const when: (readonly string[])[] = others.map((target) => targets.get(target) ?? []);
    const left = this.#leftOver(own, by, when.flat());
    if (left.length > 0) {
      of.push(this.#tagged(own, by, left));
      when.push(left);
    }
    return { kind: "union", of, by, when };
  }

  #leftOver(own: Shape, by: string, mapped: readonly string[]): readonly string[] {
    const tag = own.kind === "object" ? own.properties[by]?.shape : undefined;
    const resolved = tag === undefined ? undefined : this.#resolved(tag);
    if (resolved?.kind !== "string" || resolved.values === undefined) return [];
    return resolved.values.filter((value) => !mapped.includes(value));
  }

  #plain(schema: Schema): Shape {
    const type = schema.type ?? (schema.properties || schema.additionalProperties ? "object" : "");
    switch (type) {
      case "string":
        return this.#string(schema);
      case "integer":
      case "number":
        return this.#number(schema);
      case "boolean":
        return { kind: "boolean" };
      case "array":
        return { kind: "array", items: this.shape(schema.items ?? {}) };
      case "object":
        return this.#object(this.#own(schema));
      default:
        return schema.enum ? this.#string(schema) : { kind: "unknown" };
    }
  }

  #number(schema: Schema): Shape {
    return {
      kind: "number",
      ...(schema.type === "integer" ? { integer: true } : {}),
      ...present("minimum", schema.minimum),
      ...present("maximum", schema.maximum),
    };
  }

  #string(schema: Schema): Shape {
    const values = schema.enum?.filter((value) => typeof value === "string");
    return {
      kind: "string",
      ...(values === undefined || values.length === 0 ? {} : { values: [...new Set(values)] }),
      ...(schema.format === undefined ? {} : { format: schema.format }),
      ...(schema.pattern === undefined ? {} : { pattern: schema.pattern }),
      ...(schema.enum?.includes(null) === true ? { nullable: true } : {}),
    };
  }
}
