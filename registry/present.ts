/** `{ [name]: value }`, or nothing where the value is undefined: an optional property that is not there, rather than undefined. */
export function present<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [K in Name]?: Value } {
  const entry: { [K in Name]?: Value } = {};
  if (value !== undefined) entry[name] = value;
  return entry;
}
