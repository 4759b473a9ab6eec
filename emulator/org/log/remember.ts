/** True for the positions that are searched for. */
export type Matches = (position: number) => boolean;

/** A test that is made once for each value of what decides it; `at` says which value a position has. */
export function remember(count: number, at: (position: number) => number, test: Matches): Matches {
  /** 0: not asked for; 1: no; 2: yes. */
  const known = new Uint8Array(count);
  return (position) => {
    const value = at(position);
    let answer = known[value] ?? 0;
    if (answer === 0) {
      answer = test(position) ? 2 : 1;
      known[value] = answer;
    }
    return answer === 2;
  };
}
