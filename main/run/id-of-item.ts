/** What an item of a list is told from the others by, wherever it stands; undefined where it has nothing of the kind. */
export function idOfItem(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return undefined;
  const id: unknown = Reflect.get(item, "id");
  return id ?? Reflect.get(item, "uuid");
}
