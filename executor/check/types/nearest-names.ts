/** Up to `most` of `names` that are nearest to `wanted` by spelling or by a common word, nearest first. */
export function nearestNames(wanted: string, names: readonly string[], most = 5): readonly string[] {
  const low = wanted.toLowerCase();
  const scored = [...new Set(names)].map((name) => ({ name, score: distance(low, name.toLowerCase()) }));
  const limit = Math.max(3, Math.ceil(wanted.length * 0.5));
  return scored
    .filter(({ score }) => score <= limit)
    .toSorted((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** Levenshtein's edit distance; a name that holds the other whole counts as near. */
function distance(a: string, b: string): number {
  if (a.length > 3 && b.length > 3 && (a.includes(b) || b.includes(a))) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
