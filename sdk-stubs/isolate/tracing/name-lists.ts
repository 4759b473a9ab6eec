// Names of properties by number: thousands of objects of a snippet share few lists of them.
const lists: (readonly string[])[] = [];
const singles = new Map<string, number>();
const joints = new Map<number, number>();

// What a snippet's text writes needs far fewer; names that it works out could make a list for each object.
const MOST_LISTS = 1_000;
const MOST_NAMES = 64;

// Above the number of any list: keeps pairs of two numbers apart.
const PAIRED = 1_000_000;

/** The lists by number. */
export const nameLists: readonly (readonly string[])[] = lists;

/** Numbers a list of names. */
export function names(...list: readonly string[]): number {
  return lists.push(list) - 1;
}

/** The number of the list of that name alone; undefined where there are too many. */
export function singleName(name: string): number | undefined {
  const known = singles.get(name);
  if (known !== undefined || lists.length >= MOST_LISTS) return known;
  const made = names(name);
  singles.set(name, made);
  return made;
}

/**
 * The number of the names of one list and those of another after them; undefined where there are too many. Where a name comes twice
 * the later one counts.
 */
export function joinNames(first: number, second: number | undefined): number | undefined {
  if (second === undefined) return undefined;
  const joint = first * PAIRED + second;
  const known = joints.get(joint);
  if (known !== undefined || lists.length >= MOST_LISTS) return known;
  const [before, after] = [lists[first] ?? [], lists[second] ?? []];
  if (before.length + after.length > MOST_NAMES) return undefined;
  const made = names(...before, ...after);
  joints.set(joint, made);
  return made;
}
