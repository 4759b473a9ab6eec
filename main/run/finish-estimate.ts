/** The span in which a run's reads will be through, in ms from now. */
export interface FinishEstimate {
  readonly soonestMs: number;
  readonly latestMs: number;
}

/** The time over which the latest rate is taken. */
const windowMs = 5_000;

/**
 * Estimates when so many expected reads are through: by the rate of the whole run, and by that of its last five seconds. Where
 * pacing or the network changes the pace the two part, and their span says how little is known.
 */
export function createFinishEstimate(
  expected: number | undefined,
  clock: () => number,
): (answered: number) => FinishEstimate | undefined {
  const startedAt = clock();
  const marks: { readonly at: number; readonly answered: number }[] = [{ at: startedAt, answered: 0 }];
  return (answered) => {
    const now = clock();
    marks.push({ at: now, answered });
    while (marks[1] !== undefined && now - marks[1].at >= windowMs) marks.shift();
    const [first] = marks;
    if (expected === undefined || first === undefined || answered === 0 || now === startedAt) return undefined;
    const left = Math.max(0, expected - answered);
    const rates = [answered / (now - startedAt), (answered - first.answered) / Math.max(1, now - first.at)];
    const times = rates.filter((rate) => rate > 0).map((rate) => Math.round(left / rate));
    return { soonestMs: Math.min(...times), latestMs: Math.max(...times) };
  };
}
