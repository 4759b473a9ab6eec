/** A schema of Okta's OpenAPI document, as far as the catalogue reads it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly writeOnly?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
}

/** A parameter as the document has it. */
export interface SpecificationParameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema?: Schema;
}

/** A body of a request or response, by media type. */
export interface SpecificationBody {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** An operation as the document has it. */
export interface SpecificationOperation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  readonly parameters?: readonly SpecificationParameter[];
  readonly requestBody?: SpecificationBody;
  readonly responses: Readonly<Record<string, SpecificationBody>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly "x-okta-lifecycle"?: { readonly lifecycle?: string; readonly SKUs?: readonly string[] };
  readonly "x-okta-iam-permissions"?: readonly string[];
  readonly "x-okta-iam-admin-roles"?: readonly string[];
}

/** The methods of a path; `parameters` count for each of them. */
interface SpecificationPath {
  readonly parameters?: readonly SpecificationParameter[];
  readonly get?: SpecificationOperation;
  readonly post?: SpecificationOperation;
  readonly put?: SpecificationOperation;
  readonly patch?: SpecificationOperation;
  readonly delete?: SpecificationOperation;
  readonly head?: SpecificationOperation;
}

/** Okta's OpenAPI document, as far as the catalogue reads it. */
export interface Specification {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, SpecificationPath>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, SpecificationParameter>>;
    readonly responses: Readonly<Record<string, SpecificationBody>>;
    readonly requestBodies: Readonly<Record<string, SpecificationBody>>;
  };
}

/** The last segment of `#/components/schemas/User`: `User`. */
export function referencedName(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
