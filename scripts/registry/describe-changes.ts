/** What differs between two versions of a generated file, one line a change, for a person who reviews it. */
export function describeChanges(name: string, before: string | undefined, after: string): readonly string[] {
  if (before === undefined) return [`${name}: new`];
  if (before === after) return [`${name}: unchanged`];
  const old = entriesOf(before);
  const now = entriesOf(after);
  return [
    ...[...now.keys()].filter((key) => !old.has(key)).map((key) => `${name}: + ${key}`),
    ...[...old.keys()].filter((key) => !now.has(key)).map((key) => `${name}: - ${key}`),
    ...[...now].filter(([key, line]) => old.has(key) && old.get(key) !== line).map(([key]) => `${name}: ~ ${key}`),
  ];
}

function entriesOf(text: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const line of text.split("\n").slice(1)) {
    const entry = line.endsWith(",") ? line.slice(0, -1) : line;
    const key = /^\{"operationId":"([^"]+)"/.exec(entry)?.[1] ?? /^"([^"]+)"/.exec(entry)?.[1];
    if (key !== undefined) entries.set(key, entry);
  }
  return entries;
}
