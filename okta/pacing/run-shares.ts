/** Who is next: the run with the fewest reads out, and among equals the one that has waited longest for its turn. */
export interface RunShares {
  /** The first among these runs; undefined where there is none. */
  first(runs: Iterable<string>): string | undefined;
  /** True where `run` goes before `other`. */
  isBefore(run: string, other: string): boolean;
  sent(run: string): void;
  returned(run: string): void;
}

/** Shares of runs; a run that has nothing out for long is forgotten. */
export function createRunShares(): RunShares {
  const shares = new Map<string, { out: number; turn: number }>();
  let turn = 0;

  function isBefore(run: string, other: string): boolean {
    const mine = shares.get(run);
    const theirs = shares.get(other);
    const more = (mine?.out ?? 0) - (theirs?.out ?? 0);
    return more === 0 ? (mine?.turn ?? 0) < (theirs?.turn ?? 0) : more < 0;
  }

  function forgetIdle(): void {
    for (const [run, share] of shares) if (share.out === 0 && turn - share.turn > 10_000) shares.delete(run);
  }

  return {
    isBefore,
    first(runs) {
      let best: string | undefined;
      for (const run of runs) if (best === undefined || isBefore(run, best)) best = run;
      return best;
    },
    sent(run) {
      turn += 1;
      const share = shares.get(run);
      if (share === undefined) shares.set(run, { out: 1, turn });
      else {
        share.out += 1;
        share.turn = turn;
      }
      if (turn % 10_000 === 0) forgetIdle();
    },
    returned(run) {
      const share = shares.get(run);
      if (share !== undefined) share.out -= 1;
    },
  };
}
