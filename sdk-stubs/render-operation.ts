import type { Embedded, Operation } from "../registry/operation.ts";
import { snippetParameters } from "../registry/parameters.ts";
import { bareItemShape } from "../registry/shape-path.ts";
import { type NameType, renderType } from "./render-type.ts";

/** The signature of an operation in the stub: `listUsers(parameters?: { … }): Listing<User>`. */
export function renderOperation(operation: Operation, nameType: NameType): string {
  const expands = Object.keys(operation.embedded ?? {});
  const item = bareItemShape(operation);
  const bare = item === undefined ? "undefined" : renderType(item, nameType);
  const isGeneric = expands.length > 0 && snippetParameters(operation).some((one) => one.name === "expand");
  const generic = isGeneric ? `<E extends ${expandUnion(operation)} | undefined = undefined>` : "";
  const embedded = isGeneric ? ` & ${embeddedType(operation.embedded ?? {}, nameType)}` : "";
  const type = embedded === "" ? bare : `${/[|]/.test(bare) ? `(${bare})` : bare}${embedded}`;
  return `${operation.operationId}${generic}(${renderParameters(operation, nameType, isGeneric)}): ${result(operation, type)}`;
}

function expandUnion(operation: Operation): string {
  const shape = operation.parameters.find((one) => one.name === "expand")?.shape;
  const values = shape?.kind === "string" && shape.values ? shape.values : Object.keys(operation.embedded ?? {});
  return values.map(expandType).join(" | ");
}

/** `"stats"` for `stats`, and a template for `user/*`. */
function expandType(value: string): string {
  return value.endsWith("/*") ? `\`${value.slice(0, -1)}\${string}\`` : JSON.stringify(value);
}

function renderParameters(operation: Operation, nameType: NameType, isGeneric: boolean): string {
  const parameters = snippetParameters(operation);
  const members = parameters.map((one) => {
    const type = one.name === "expand" && isGeneric ? "E" : renderType(one.shape, nameType);
    return `readonly ${/^\w+$/.test(one.name) ? one.name : JSON.stringify(one.name)}${one.required ? "" : "?"}: ${type}`;
  });
  if (operation.body !== undefined) members.push(`readonly body: ${renderType(operation.body, nameType)}`);
  if (members.length === 0) return "parameters?: Readonly<Record<string, never>>";
  const optional = operation.body === undefined && parameters.every((one) => !one.required) ? "?" : "";
  return `parameters${optional}: { ${members.join("; ")} }`;
}

/** `_embedded` as the `expand` that was asked for brings it; without one there is none. */
function embeddedType(embedded: Embedded, nameType: NameType): string {
  const cases = Object.entries(embedded)
    .filter(([, keys]) => Object.keys(keys).length > 0)
    .map(([value, keys]) => {
      const members = Object.entries(keys).map(([key, shape]) => `readonly ${key}: ${renderType(shape, nameType)}`);
      return `E extends ${expandType(value)} ? { readonly _embedded: { ${members.join("; ")} } } : `;
    });
  return `(${cases.join("")}unknown)`;
}

function result(operation: Operation, type: string): string {
  if (operation.items !== undefined) return `Listing<${type}>`;
  return operation.absentIsAnswer === true ? `Read<${type} | undefined>` : `Read<${type}>`;
}
